using System.Net;
using Plus.Kernel.Ids;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Records;
using Plus.Shared.Contacts.Records;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Contacts;

public sealed class CalendarTests(PlusApp app) : IClassFixture<PlusApp>
{
    private static readonly MeasureTerms Year = new("probationSupervision") { Role = "main", Months = 12 };

    [Fact]
    public async Task Week_ShowsOnesOwnContacts_AndTheDragLeadsToTheFilledForm()
    {
        var (browser, section) = await SectionAsync();
        var contact = await ContactAsync(section, browser.StaffId, "16.04.2026", "10:15");

        var week = await browser.GetAsync("/calendar?view=week&day=2026-04-16&of=own");
        var name = await app.ScalarAsync<string>($"SELECT surname FROM clients.client WHERE id = '{section.ClientId}'");
        Assert.Contains(name, week.Words, StringComparison.Ordinal);
        Assert.Equal(
            "2026-04-16 10:00",
            week.Html.QuerySelector($"[data-move='/contacts/{contact.Id}/move']")!
                .Closest("td")!
                .GetAttribute("data-day")
                + " "
                + week.Html.QuerySelector($"[data-move='/contacts/{contact.Id}/move']")!
                    .Closest("td")!
                    .GetAttribute("data-time")
        );
        var form = await browser.GetAsync($"/contacts/{contact.Id}/move?day=2026-04-17&time=13:00");
        var done = await form.SubmitAsync(new() { ["ChangedBy"] = "client" });

        Assert.Equal("/", done.Path);
        Assert.Equal(
            "2026-04-17 10:00:00",
            await app.ScalarAsync<string>(
                $"SELECT (planned_at AT TIME ZONE 'UTC')::text FROM contacts.contact WHERE section_id = '{section.Id}' AND state = 'planned'"
            )
        );
        Assert.NotEqual(0, await app.ViewsAsync(section.ClientId, "contacts.view"));
    }

    [Fact]
    public async Task Calendar_MarksOverlapsAndPeopleWhoMustNotMeet_AndShowsNoOtherOffice()
    {
        var (browser, section) = await SectionAsync();
        var other = await app.SectionAsync(Year, browser.StaffId);
        var apart = await app.SectionAsync(Year);
        await app.SaveAsync(
            new MustNotMeet(section.ClientId, apart.ClientId, "coAccused", null, new DateOnly(2026, 1, 1))
        );
        await ContactAsync(section, browser.StaffId, "21.04.2026", "9:00");
        await ContactAsync(other, browser.StaffId, "21.04.2026", "9:15");
        await ContactAsync(apart, null, "21.04.2026", "10:20");

        var own = await browser.GetAsync("/calendar?view=week&day=2026-04-21&of=own");
        // A wide window shows the table, a narrow one the list.
        foreach (var shape in (string[])["table.plus-week", ".plus-week-list"])
        {
            var shown = own.Html.QuerySelector(shape)!.TextContent;
            Assert.Equal(2, shown.Split("Pārklājas ar citu kontaktu").Length - 1);
            Assert.Single(shown.Split("nedrīkst satikties").Skip(1));
        }

        var far = await app.LoggedInAsAsync("caseManager", await app.OfficeAsync(2));
        var theirs = await far.GetAsync("/calendar?view=people&day=2026-04-21&of=office");
        Assert.Empty(theirs.Html.QuerySelectorAll(".plus-week__entry"));
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await (await app.LoggedInAsAsync("administrator")).GetAsync("/calendar")).Status
        );
    }

    [Fact]
    public async Task Room_TakenByAColleague_IsRefused_AndStaysWhilePeopleAreExpected()
    {
        var head = await app.LoggedInAsAsync("officeHead");
        var page = await head.GetAsync("/contacts/rooms");
        var refused = await page.SubmitAsync(form: "#add-room");
        Assert.Contains("Ierakstiet telpas nosaukumu", Assert.Single(refused.Errors), StringComparison.Ordinal);
        await refused.SubmitAsync(new() { ["Name"] = "210" }, "#add-room");
        var twice = await (await head.GetAsync("/contacts/rooms")).SubmitAsync(new() { ["Name"] = "210" }, "#add-room");
        Assert.Contains("Šāda telpa", Assert.Single(twice.Errors), StringComparison.Ordinal);
        var room = await app.ScalarAsync<Guid>("SELECT id FROM contacts.room WHERE name = '210'");
        var (browser, section) = await SectionAsync();
        var (colleague, second) = await SectionAsync();

        await PlanAsync(browser, section, "22.04.2026", "9", room);
        var taken = await PlanAsync(colleague, second, "22.04.2026", "9:15", room);
        Assert.Contains("Telpa jau ir aizņemta plkst. 09:00", Assert.Single(taken.Errors), StringComparison.Ordinal);

        var rooms = await browser.GetAsync("/calendar?view=rooms&day=2026-04-22&of=own");
        Assert.Contains("210", rooms.Html.QuerySelector("thead")!.TextContent, StringComparison.Ordinal);
        var stays = await (await head.GetAsync("/contacts/rooms")).SubmitAsync(
            button: "Vairs neizmantot 210",
            form: "form[action*='Retire']"
        );
        Assert.Contains("vēl ir ieplānoti kontakti (1)", Assert.Single(stays.Errors), StringComparison.Ordinal);
        await app.ReadListAsync($"UPDATE contacts.contact SET room_id = NULL WHERE room_id = '{room}' RETURNING id");
        await (await head.GetAsync("/contacts/rooms")).SubmitAsync(form: "form[action*='Retire']");
        Assert.Equal(
            1,
            await app.ScalarAsync<long>("SELECT count(*) FROM audit.process WHERE type = 'contacts.roomRetired'")
        );
        Assert.Equal(
            1,
            await app.ScalarAsync<long>("SELECT count(*) FROM audit.process WHERE type = 'contacts.roomAdded'")
        );
    }

    [Fact]
    public async Task Feed_GivesNumbersAndNoNames_UntilItIsRevoked()
    {
        var (browser, section) = await SectionAsync();
        await ContactAsync(section, browser.StaffId, "23.04.2026", "10");
        var surname = await app.ScalarAsync<string>(
            $"SELECT surname FROM clients.client WHERE id = '{section.ClientId}'"
        );
        var number = await app.ScalarAsync<string>(
            $"SELECT number FROM cases.client_case WHERE client_id = '{section.ClientId}'"
        );

        var made = await (await browser.GetAsync("/calendar/feed")).SubmitAsync();
        var address = new Uri(made.Html.QuerySelector("code")!.TextContent.Trim()).AbsolutePath;
        var outside = app.Browser();
        var file = await outside.GetAsync(address);

        Assert.Contains("BEGIN:VCALENDAR\r\n", file.Text, StringComparison.Ordinal);
        Assert.Contains("DTSTART:20260423T070000Z", file.Text, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:" + number, file.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(surname, file.Text, StringComparison.Ordinal);
        Assert.All(file.Text.Split("\r\n"), l => Assert.True(System.Text.Encoding.UTF8.GetByteCount(l) <= 75));
        Assert.Equal(1, await app.ViewsAsync(section.ClientId, "contacts.feed"));
        Assert.DoesNotContain(
            address.Split('/')[3],
            (await browser.GetAsync("/calendar/feed")).Text,
            StringComparison.Ordinal
        );

        await (await browser.GetAsync("/calendar/feed")).SubmitAsync(form: "form[action*='Revoke']");
        Assert.Equal(HttpStatusCode.NotFound, (await outside.GetAsync(address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await outside.GetAsync("/calendar/feed/nothing/plus.ics")).Status);
        foreach (var type in new[] { "contacts.feedMade", "contacts.feedRevoked" })
        {
            Assert.Equal(1, await app.ScalarAsync<long>($"SELECT count(*) FROM audit.process WHERE type = '{type}'"));
        }
    }

    [Fact]
    public async Task Norm_ByRisk_ProposesTheNextDay_AndWhoIsBelowIsListed()
    {
        var (browser, section) = await SectionAsync();
        await app.ReadListAsync($"UPDATE cases.section SET state = 'active' WHERE id = '{section.Id}' RETURNING id");
        var form = await browser.GetAsync($"/sections/{section.Id}/contacts/norm");
        var refused = await form.SubmitAsync();
        Assert.Equal(2, refused.Errors.Count);
        var plan = await refused.SubmitAsync(
            new() { ["Input.Level"] = "high", ["Input.Reason"] = "Iepriekš pārkāpumi" }
        );

        Assert.Contains("Nākamais kontakts ne vēlāk kā 24.04.2026", plan.Words, StringComparison.Ordinal);
        Assert.Contains("nav apstiprināts", plan.Words, StringComparison.Ordinal);
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "contacts.normSet"));
        Assert.DoesNotContain(
            "Augsts risks",
            (await browser.GetAsync("/contacts/below")).Words,
            StringComparison.Ordinal
        );
        await app.ReadListAsync(
            $"UPDATE contacts.norm SET valid_from = '2026-03-01' WHERE section_id = '{section.Id}' RETURNING level"
        );
        Assert.Contains("Augsts risks", (await browser.GetAsync("/contacts/below")).Words, StringComparison.Ordinal);
        var stranger = await app.LoggedInAsAsync("analyst");
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await stranger.GetAsync($"/sections/{section.Id}/contacts/norm")).Status
        );
    }

    [Fact]
    public async Task Group_IsPlannedForAll_AndRecordedOnOnePage()
    {
        var (browser, first) = await SectionAsync();
        var second = await app.SectionAsync(Year, browser.StaffId);
        var form = await browser.GetAsync("/contacts/group/plan");
        var refused = await form.SubmitAsync(new() { ["Input.Day"] = "15.04.2026", ["Input.Time"] = "9" });
        Assert.Contains("vismaz divus", string.Join(' ', refused.Errors), StringComparison.Ordinal);

        var planned = await browser.PostAsync(
            "/contacts/group/plan",
            [
                Token(refused),
                new("Sections", first.Id.ToString()),
                new("Sections", second.Id.ToString()),
                new("Input.Day", "15.04.2026"),
                new("Input.Time", "9"),
                new("Input.Minutes", "90"),
            ]
        );
        Assert.StartsWith("/contacts/group/", planned.Path, StringComparison.Ordinal);
        var nothing = await planned.SubmitAsync();
        Assert.Single(nothing.Errors);
        var done = await nothing.SubmitAsync(
            new()
            {
                ["Members[0].Outcome"] = "complied",
                ["Members[1].Outcome"] = "unjustified",
                ["Note"] = "Tēma: dusmas",
            }
        );

        Assert.Contains("Ierakstīti rezultāti: 2", done.Words, StringComparison.Ordinal);
        Assert.Equal(
            ["held Tēma: dusmas", "missed Tēma: dusmas"],
            await app.ReadListAsync(
                $"SELECT state || ' ' || note FROM contacts.contact WHERE section_id IN ('{first.Id}', '{second.Id}') ORDER BY 1"
            )
        );
        Assert.Equal(1, await app.ProcessesAsync(first.Id, "contacts.recorded"));
        Assert.Equal(1, await app.ProcessesAsync(second.Id, "contacts.planned"));
    }

    [Fact]
    public async Task Kind_ChangedByTheMethodologist_ChangesWhatTheFormsAsk()
    {
        var methodologist = await app.LoggedInAsAsync("methodologist");
        var form = await methodologist.GetAsync("/contacts/kinds/video");
        var refused = await form.SubmitAsync(new() { ["Input.Minutes"] = "0" });
        Assert.Single(refused.Errors);
        await refused.SubmitAsync(new() { ["Input.Minutes"] = "45", ["Input.Active"] = null });
        var (browser, section) = await SectionAsync();

        var plan = await browser.GetAsync($"/sections/{section.Id}/contacts/plan");

        Assert.DoesNotContain("Videosaruna", plan.Words, StringComparison.Ordinal);
        Assert.Equal(
            1,
            await app.ScalarAsync<long>("SELECT count(*) FROM audit.process WHERE type = 'contacts.kindChanged'")
        );
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/contacts/kinds")).Status);
    }

    private async Task<(PageBrowser Browser, Section Section)> SectionAsync()
    {
        var browser = await app.LoggedInAsAsync("caseManager");
        return (browser, await app.SectionAsync(Year, browser.StaffId));
    }

    private static KeyValuePair<string, string> Token(ReadPage page) =>
        new(
            "__RequestVerificationToken",
            page.Html.QuerySelector("main [name='__RequestVerificationToken']")!.GetAttribute("value")!
        );

    private static async Task<ReadPage> PlanAsync(
        PageBrowser browser,
        Section section,
        string day,
        string time,
        Guid room
    ) =>
        await (await browser.GetAsync($"/sections/{section.Id}/contacts/plan")).SubmitAsync(
            new()
            {
                ["Input.Day"] = day,
                ["Input.Time"] = time,
                ["Input.Room"] = room.ToString(),
            }
        );

    private async Task<Contact> ContactAsync(Section section, StaffId? staff, string day, string time)
    {
        var at = PlusClock.InstantOf(
            DateOnly.ParseExact(day, "dd.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture),
            TimeOnly.Parse(time.Contains(':') ? time : time + ":00", System.Globalization.CultureInfo.InvariantCulture)
        );
        var contact = new Contact(ContactId.New(), section.ClientId, section.Id, "office", at, 30, null);
        contact.With(staff);
        await app.SaveAsync(contact);
        return contact;
    }
}

using System.Net;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Records;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Contacts;

public sealed class ContactPageTests(PlusApp app) : IClassFixture<PlusApp>
{
    private static readonly MeasureTerms Year = new("probationSupervision") { Role = "main", Months = 12 };

    [Fact]
    public async Task Outcome_WithTheNextAppointment_TakesOnePageAndIsMeasured()
    {
        var (browser, section) = await PlannedAsync("15.04.2026", "9");
        var home = await browser.GetAsync("/?of=all");
        var page = await home.ClickAsync(await NameAsync(section));

        var done = await page.SubmitAsync(
            new()
            {
                ["Input.Outcome"] = "notComplied",
                ["Input.Note"] = "Nav iesniedzis izziņu",
                ["Input.Day"] = "+7",
                ["Input.Time"] = "930",
            }
        );

        Assert.Equal($"{page.Path}/then", done.Path);
        Assert.Contains("Nākamais kontakts: 22.04.2026 plkst. 09:30", done.Text, StringComparison.Ordinal);
        Assert.Contains("Pārkāpumi pēdējos 12 mēnešos: 1", done.Words, StringComparison.Ordinal);
        Assert.Contains("Pienākumi un pārbaudes", done.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Plānot nākamo kontaktu", done.Words, StringComparison.Ordinal);
        Assert.Equal(
            1L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM contacts.contact WHERE section_id = '{section.Id}' AND state = 'held' AND attended AND NOT complied AND recording_seconds IS NOT NULL AND next_id IS NOT NULL"
            )
        );
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "contacts.recorded"));
    }

    [Fact]
    public async Task Contact_MovedAtTheClientsWish_IsRescheduledAndTheNewOnePlanned()
    {
        var (browser, section) = await PlannedAsync("16.04.2026", "9");

        var done = await (await browser.GetAsync($"/contacts/{await ContactAsync(section)}/move")).SubmitAsync(
            new()
            {
                ["ChangedBy"] = "client",
                ["Input.Day"] = "20.04.2026",
                ["Input.Time"] = "10",
            }
        );

        Assert.Equal("/", done.Path);
        Assert.Equal(
            ["planned 20", "rescheduled 16"],
            await app.ReadListAsync(
                $"SELECT state || ' ' || extract(day FROM planned_at) FROM contacts.contact WHERE section_id = '{section.Id}' ORDER BY 1"
            )
        );
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "contacts.moved"));
    }

    [Fact]
    public async Task Contact_Cancelled_KeepsWhoAskedForIt_AndWithoutThatIsRefused()
    {
        var (browser, section) = await PlannedAsync("16.04.2026", "11");
        var page = await browser.GetAsync($"/contacts/{await ContactAsync(section)}/move");

        var refused = await page.SubmitAsync(button: "Atcelt kontaktu");
        Assert.Equal(0, await app.ProcessesAsync(section.Id, "contacts.cancelled"));
        var done = await refused.SubmitAsync(new() { ["ChangedBy"] = "staff" }, button: "Atcelt kontaktu");

        Assert.Single(refused.Errors);
        Assert.Equal("/", done.Path);
        Assert.Equal(
            "cancelled staff",
            await app.ScalarAsync<string>(
                $"SELECT state || ' ' || changed_by FROM contacts.contact WHERE section_id = '{section.Id}'"
            )
        );
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "contacts.cancelled"));
    }

    [Fact]
    public async Task Absence_WaitingForEvidence_IsJudgedLater_AndCountsAsAFailureUntilThen()
    {
        var (browser, section) = await PlannedAsync("15.04.2026", "10:15");
        var id = await ContactAsync(section);

        await (await browser.GetAsync($"/contacts/{id}")).SubmitAsync(
            new() { ["Input.Outcome"] = "waitingForEvidence" }
        );
        var waiting = await browser.GetAsync($"/contacts/{id}");
        Assert.Contains("Pārkāpumi pēdējos 12 mēnešos: 1", waiting.Words, StringComparison.Ordinal);
        await waiting.SubmitAsync(new() { ["Input.Outcome"] = "justified" });

        var judged = await browser.GetAsync($"/contacts/{id}");
        Assert.Contains("Neieradās attaisnoti", judged.Words, StringComparison.Ordinal);
        Assert.Contains("Pārkāpumi pēdējos 12 mēnešos: 0", judged.Words, StringComparison.Ordinal);
        Assert.Null(judged.Html.QuerySelector("main form"));
    }

    [Fact]
    public async Task Outcome_WithoutAChoice_IsRefusedAndTheNoteStays()
    {
        var (browser, section) = await PlannedAsync("15.04.2026", "11");

        var page = await (await browser.GetAsync($"/contacts/{await ContactAsync(section)}")).SubmitAsync(
            new() { ["Input.Note"] = "Gara piezīme" }
        );

        Assert.Contains("Izvēlieties rezultātu", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Contains("Gara piezīme", page.Text, StringComparison.Ordinal);
        Assert.Equal(0, await app.ProcessesAsync(section.Id, "contacts.recorded"));
    }

    [Fact]
    public async Task Planning_NearAPersonWhoMustNotBeMet_Warns()
    {
        var (browser, section) = await PlannedAsync("20.04.2026", "9:00");
        var other = await app.SectionAsync(Year);
        await app.SaveAsync(
            new MustNotMeet(section.ClientId, other.ClientId, "coAccused", null, new DateOnly(2026, 1, 1))
        );
        var colleague = await app.LoggedInAsAsync("caseManager");

        var done = await (await colleague.GetAsync($"/sections/{other.Id}/contacts/plan")).SubmitAsync(
            new() { ["Input.Day"] = "20.04.2026", ["Input.Time"] = "9:20" }
        );

        Assert.Contains("klients nedrīkst satikties", done.Text, StringComparison.Ordinal);
        Assert.NotEqual(
            0L,
            await app.ScalarAsync<long>("SELECT count(*) FROM audit.process WHERE type = 'contacts.planned'")
        );
    }

    [Fact]
    public async Task Contact_OfAnotherOffice_DoesNotExist_AndAccountantsSeeNone()
    {
        var section = await app.SectionAsync(Year);
        var (_, planned) = await PlannedAsync("15.04.2026", "12");
        var id = await ContactAsync(planned);
        var elsewhere = await app.LoggedInAsAsync("caseManager", await app.OfficeAsync(2));
        var accountant = await app.LoggedInAsAsync("accountant");

        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync($"/contacts/{id}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await accountant.GetAsync($"/contacts/{id}")).Status);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await elsewhere.GetAsync($"/sections/{section.Id}/contacts/plan")).Status
        );
    }

    private async Task<(PageBrowser Browser, Section Section)> PlannedAsync(string day, string time)
    {
        var browser = await app.LoggedInAsAsync("caseManager");
        var section = await app.SectionAsync(Year, manager: browser.StaffId);
        var form = await browser.GetAsync($"/sections/{section.Id}/contacts/plan");
        var done = await form.SubmitAsync(
            new()
            {
                ["Input.Kind"] = "office",
                ["Input.Day"] = day,
                ["Input.Time"] = time,
            }
        );
        Assert.Equal($"/sections/{section.Id}", done.Path);
        return (browser, section);
    }

    private async Task<ContactId> ContactAsync(Section section) =>
        new(await app.ScalarAsync<Guid>($"SELECT id FROM contacts.contact WHERE section_id = '{section.Id}'"));

    private Task<string> NameAsync(Section section) =>
        app.ScalarAsync<string>(
            $"SELECT surname || ' ' || given_name FROM clients.client WHERE id = '{section.ClientId}'"
        );
}

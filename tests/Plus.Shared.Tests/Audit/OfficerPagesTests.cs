using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Plus.Shared.Audit.Alarms;
using Plus.Shared.Incidents.Records;
using Plus.Shared.MailRoom.Records;
using Plus.Shared.Obligations.Records;
using Plus.Shared.Reminders.Records;
using Plus.Shared.Tests.Clients;
using Plus.Shared.TransportCosts.Records;
using Plus.Shared.WorkHours.Records;
using Plus.Testing.Cases;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Audit;

/// <summary>The viewer's other ways of asking, who has seen a client, the report for a person, and alarms.</summary>
public sealed class OfficerPagesTests : IAsyncLifetime
{
    private readonly PlusApp app = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task ByKind_KeepsOlderOnesForTheNextPage_AndExportIsADisclosure()
    {
        var person = await app.PersonAsync("Jānis", "Ozols");
        await EventsAsync(person.Client.Id.Value, await StaffIdAsync(), 120);
        var officer = await app.LoggedInAsAsync("dataProtectionOfficer");

        var first = await (await officer.GetAsync("/audit")).SubmitAsync(
            new()
            {
                ["Kind"] = "consult",
                ["CaseNumber"] = person.Case.Number,
                ["Name"] = "Ozola lieta",
            }
        );
        var next = await officer.GetAsync(first.Html.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        var last = await officer.GetAsync(next.Html.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        var none = await (await officer.GetAsync("/audit")).SubmitAsync(new() { ["Kind"] = "erase" });
        var file = await officer.GetAsync(
            first.Html.QuerySelectorAll("a").Single(a => a.TextContent == "CSV").GetAttribute("href")!
        );

        Assert.Equal((50, 50), (Rows(first), Rows(next)));
        Assert.InRange(Rows(last), 20, 24);
        Assert.Equal(0, none.Html.QuerySelectorAll("tbody tr a").Length);
        Assert.DoesNotContain(person.Case.Number, first.Path, StringComparison.Ordinal);
        Assert.Contains("Ozola lieta", none.Words, StringComparison.Ordinal);
        Assert.Contains("Aplūkošana", file.Text, StringComparison.Ordinal);
        Assert.Equal(
            1L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM audit.view WHERE actor_id = '{officer.StaffId}' AND kind = 'disclose' AND part = 'audit.view'"
            )
        );
        var stranger = await app.LoggedInAsAsync("dataProtectionOfficer");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(first.Path)).Status);
    }

    [Fact]
    public async Task ClientsPage_ShowsTheHeadWhoHasSeenIt_AndNobodyElse()
    {
        var manager = await app.StaffAsync("caseManager");
        var person = await app.PersonAsync("Jānis", "Ozols", manager: manager.Id);
        var browser = await app.LoggedInAsAsync(manager);
        await browser.GetAsync(person.Href);
        var head = await app.LoggedInAsAsync("officeHead");

        var page = await head.GetAsync(person.Href + "/seen");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(
            page.Html.QuerySelectorAll("tbody tr"),
            r => r.TextContent.Contains(manager.FullName, StringComparison.Ordinal)
        );
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(person.Href + "/seen")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync($"/clients/{Guid.NewGuid()}/seen")).Status);
    }

    [Fact]
    public async Task SubjectReport_TellsThePersonTheirOwn_AndIsADisclosure()
    {
        var manager = await app.StaffAsync("caseManager");
        var person = await app.PersonAsync("Jānis", "Ozols", manager: manager.Id);
        await (await app.LoggedInAsAsync(manager)).GetAsync(person.Href);
        await app.ReadListAsync(
            $"INSERT INTO journal.entry (id, client_id, author_id, at, on_day, kind, text) VALUES (gen_random_uuid(), '{person.Client.Id}', '{manager.Id}', now(), '2026-04-02', 'note', 'Runāja par darbu') RETURNING 'x'"
        );
        var obligation = new Obligation(person.Client.Id, person.Section.Id, "specialist", "service");
        var day = new DateOnly(2026, 4, 2);
        obligation.Decide("Apmeklēt psihologu", day, null, day, "L-1");
        var host = await app.HostAsync("SIA Zaļais Dārzs", day);
        var mail = new IncomingItem(Guid.CreateVersion7(), "S-77", IncomingChannel.Email, day, await app.OfficeAsync());
        mail.Describe("complaint", "Kaimiņš Slepenais", null, null, "Sūdzība", null);
        mail.Concerns(person.Client.Id);
        var claim = new TransportClaim(person.Section.Id, day, day, day, 4.40m, "LV80BANK0000435195001", manager.Id);
        claim.Decide(TransportClaim.Part, 3.30m, day, null, "Par vienu braucienu nav biļetes");
        var incident = new Incident(person.Section.Id, "threatToStaff", day, day.AddDays(3), app.Now, manager.Id);
        await app.SaveAsync(obligation, new Placement(person.Section.Id, host, null, null, day), mail, claim, incident);
        await app.SaveAsync(
            new IncidentMeasure(incident, "Tikties divatā", "head", day.AddDays(9), manager.Id),
            new Reminder(
                Guid.CreateVersion7(),
                person.Section.Id,
                "work",
                Guid.CreateVersion7(),
                day,
                540,
                "sms",
                app.Now,
                null
            )
        );
        var officer = await app.LoggedInAsAsync("dataProtectionOfficer");
        var withTexts = await (await officer.GetAsync("/audit/subject")).SubmitAsync(
            new()
            {
                ["CaseNumber"] = person.Case.Number,
                ["Reason"] = "Iesniegums Nr. 2",
                ["WithTexts"] = "true",
            }
        );

        var page = await (await officer.GetAsync("/audit/subject")).SubmitAsync(
            new() { ["CaseNumber"] = person.Case.Number, ["Reason"] = "Iesniegums Nr. 1" }
        );
        var without = await (await officer.GetAsync("/audit/subject")).SubmitAsync(
            new() { ["CaseNumber"] = person.Case.Number, ["Reason"] = "" }
        );

        Assert.Contains("Ozols", page.Words, StringComparison.Ordinal);
        Assert.Contains("Rīgas pilsētas tiesa", page.Words, StringComparison.Ordinal);
        Assert.Contains("Nosacīta pirmstermiņa atbrīvošana", page.Words, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Apmeklēt psihologu", page.Words, StringComparison.Ordinal);
        Assert.Contains("SIA Zaļais Dārzs", page.Words, StringComparison.Ordinal);
        Assert.Contains("S-77", page.Words, StringComparison.Ordinal);
        foreach (
            var told in (string[])
                [
                    "4.40 EUR, 3.30 EUR, LV80BANK0000435195001",
                    "Apstiprināts daļēji",
                    "Draudi",
                    "īsziņa",
                    "Struktūrvienības vadītājs",
                ]
        )
        {
            Assert.Contains(told, page.Words, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Tikties divatā", page.Words, StringComparison.Ordinal);
        Assert.Contains("Tikties divatā", withTexts.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Slepenais", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Runāja par darbu", page.Words, StringComparison.Ordinal);
        Assert.Contains("Runāja par darbu", withTexts.Words, StringComparison.Ordinal);
        Assert.Contains("Kam Jūsu dati izsniegti", withTexts.Words, StringComparison.Ordinal);
        Assert.Contains("Probācijas speciālists", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(manager.Surname, page.Html.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.Status);
        Assert.Equal(
            2L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM audit.view WHERE kind = 'disclose' AND part = 'audit.subjectReport' AND '{person.Client.Id}' = ANY (clients)"
            )
        );
        Assert.Equal(
            2L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM audit.process WHERE type = 'audit.subjectReportMade' AND client_id = '{person.Client.Id}'"
            )
        );
    }

    [Fact]
    public async Task Rules_FindWhatTheyName_OnceOnly_AndTheVerdictIsAProcess()
    {
        var staff = await StaffIdAsync();
        var namesake = await app.PersonAsync("Jānis", (await SurnameAsync(staff)));
        var night = await app.PersonAsync("Anna", "Liepa");
        var at = new DateTimeOffset(app.Now.Year, 3, 10, 21, 30, 0, TimeSpan.Zero);
        await ViewsAsync(staff, at, 6, night.Client.Id.Value, "consult");
        await ViewsAsync(staff, at.AddHours(-12), 1, namesake.Client.Id.Value, "consult");
        await app.ReadListAsync(
            $"INSERT INTO audit.view (id, at, actor_id, kind, part, clients, source) SELECT gen_random_uuid(), '{at.AddHours(-11):O}', '{staff}', 'consult', 'clients.view', ARRAY[gen_random_uuid()], 't' FROM generate_series(1, 45) RETURNING 'x'"
        );
        await app.ReadListAsync(
            $"INSERT INTO audit.view (id, at, actor_id, kind, part, clients, source) SELECT gen_random_uuid(), '{at.AddHours(-10):O}', '{staff}', 'disclose', 'clients.view', ARRAY[gen_random_uuid()], 't' FROM generate_series(1, 11) RETURNING 'x'"
        );
        var hunt = app.Services.GetRequiredService<AlarmHunt>();

        var found = await hunt.FindAsync(new DateOnly(app.Now.Year, 3, 10), Token);
        var again = await hunt.FindAsync(new DateOnly(app.Now.Year, 3, 10), Token);
        var officer = await app.LoggedInAsAsync("dataProtectionOfficer");
        var queue = await officer.GetAsync("/audit/alarms");
        var id = await app.ScalarAsync<Guid>("SELECT id FROM audit.alarm WHERE rule = 'massViewing'");
        var alarm = await officer.GetAsync($"/audit/alarms/{id}");
        var refused = await alarm.SubmitAsync(new() { ["Verdict"] = "notJustified", ["Reason"] = "" });
        var judged = await alarm.SubmitAsync(new() { ["Verdict"] = "notJustified", ["Reason"] = "Ziņkāre" });

        Assert.Equal(
            "exports, massViewing, neverAssigned, nightWork, relative",
            await app.ScalarAsync<string>("SELECT string_agg(rule, ', ' ORDER BY rule) FROM audit.alarm")
        );
        Assert.Equal((5, 0), (found, again));
        Assert.Contains("Neparasti daudz atvērtu lietu", queue.Words, StringComparison.Ordinal);
        Assert.Contains("vismaz 40 personu ieraksti", alarm.Words, StringComparison.Ordinal);
        Assert.Equal(47, await app.ScalarAsync<int>("SELECT number FROM audit.alarm WHERE rule = 'massViewing'"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Nepamatoti", judged.Words, StringComparison.Ordinal);
        Assert.Equal(
            1L,
            await app.ScalarAsync<long>(
                "SELECT count(*) FROM audit.process WHERE type = 'audit.alarmJudged' AND reason = 'Ziņkāre'"
            )
        );
    }

    [Theory]
    [InlineData("/audit/outside")]
    [InlineData("/audit/alarms")]
    [InlineData("/audit/subject")]
    public async Task OtherRoles_AreForbidden(string path)
    {
        foreach (var role in new[] { "administrator", "officeHead", "caseManager" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await (await app.LoggedInAsAsync(role)).GetAsync(path)).Status);
        }
    }

    private static int Rows(ReadPage page) => page.Html.QuerySelectorAll("tbody tr").Length;

    private async Task<Guid> StaffIdAsync() => (await app.StaffAsync("caseManager")).Id.Value;

    private Task<string> SurnameAsync(Guid staff) =>
        app.ScalarAsync<string>($"SELECT surname FROM access.staff WHERE id = '{staff}'");

    private Task EventsAsync(Guid client, Guid staff, int count) =>
        ViewsAsync(staff, app.Now.AddHours(-5), count, client, "consult");

    private async Task ViewsAsync(Guid staff, DateTimeOffset at, int count, Guid client, string kind) =>
        await app.ReadListAsync(
            $"""
            INSERT INTO audit.view (id, at, actor_id, kind, part, clients, source)
            SELECT gen_random_uuid(), timestamptz '{at:O}' + n * interval '1 s', '{staff}', '{kind}', 'clients.view', ARRAY['{client}'::uuid], 'test'
            FROM generate_series(1, {count}) n RETURNING 'x'
            """
        );
}

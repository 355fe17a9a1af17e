using System.Net;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Records;
using Plus.Shared.WorkHours.Records;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;
using Plus.Testing.Pages;

namespace Plus.Functions.Tests.CommunityWork;

/// <summary>Reports on a child's work to the court that imposed it: due, made with their facts, recorded once sent.</summary>
public sealed class WorkReportTests(PlusApp app) : IClassFixture<PlusApp>
{
    [Fact]
    public async Task Report_IsATask_MadeWithHoursAndAttendance_AndRecordedOnceItWasSent()
    {
        var browser = await app.AsAsync("caseManager");
        var section = await ChildAsync(browser);
        var href = $"/educational-community-work/{section.Id}";
        Assert.Equal(1L, await TasksAsync(section));

        var page = await (await browser.GetAsync(href)).ClickAsync("Ziņojumi tiesai par sabiedrisko darbu");
        Assert.Contains("jānosūta līdz 16.04.2026", page.Words, StringComparison.Ordinal);
        Assert.Contains("nav apstiprināts", page.Words, StringComparison.Ordinal);
        Assert.Contains("3 darba dienas, ieradās – 2, neieradās – 1", page.Words, StringComparison.Ordinal);
        Assert.Null(page.Html.QuerySelector("#record"));

        var make = await page.ClickAsync("Sagatavot ziņojumu");
        make = await make.SubmitAsync(
            new() { ["ask.assessment"] = "darbu pilda apzinīgi" },
            button: "Apskatīt pirms izveides"
        );
        Assert.Contains("no 2026. gada 16. marta līdz 2026. gada 15. aprīlim", make.Words, StringComparison.Ordinal);
        Assert.Contains("neieradās – 1", make.Words, StringComparison.Ordinal);
        var made = await make.SubmitAsync(button: "Izveidot projektu");
        var letter = made.Path.Split('/', '?')[2];

        var form = await browser.GetAsync(href + "/reports");
        var none = await form.SubmitAsync(form: "#record");
        Assert.Contains("Izvēlieties", Assert.Single(none.Errors), StringComparison.Ordinal);
        var unsent = await form.SubmitAsync(new() { ["Input.Letter"] = letter }, form: "#record");
        Assert.Contains("vēl nav nosūtīts", Assert.Single(unsent.Errors), StringComparison.Ordinal);
        await SentAsync(section, letter);
        var done = await unsent.SubmitAsync(form: "#record");

        Assert.Contains("no 16.03.2026 līdz 15.04.2026: izpildītas 4:00", done.Words, StringComparison.Ordinal);
        Assert.Contains("jānosūta līdz 15.05.2026", done.Words, StringComparison.Ordinal);
        Assert.Equal(0L, await TasksAsync(section));
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "workHours.reported"));
        Assert.Contains(
            "Ziņojumi tiesai par bērna sabiedrisko darbu",
            (await browser.GetAsync($"/clients/{section.ClientId}/file")).Words,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Report_OfAnotherSection_AnotherOffice_OrAnAdult_IsRefused()
    {
        var browser = await app.AsAsync("caseManager");
        var section = await ChildAsync(browser);
        var adult = await app.SectionAsync(HostArrangement.Forty);
        var elsewhere = await app.SectionAsync(
            new MeasureTerms("educationalCommunityWork") { Hours = 20 },
            office: await app.OfficeAsync(1)
        );
        var own = new Shared.Documents.Records.Document(Guid.CreateVersion7(), section.ClientId, section.Id, "plus");
        own.Begin("report", "Ziņojums", "lv", null, null, app.Now, new DateOnly(2026, 4, 15));
        await app.SaveAsync(own);
        var form = await browser.GetAsync($"/educational-community-work/{section.Id}/reports");

        var unknown = await form.SubmitAsync(
            new() { ["Input.Letter"] = Guid.CreateVersion7().ToString() },
            form: "#record"
        );

        Assert.Contains("šīs sekcijas", Assert.Single(unknown.Errors), StringComparison.Ordinal);
        foreach (var path in new[] { $"community-work/{adult.Id}", $"educational-community-work/{elsewhere.Id}" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/{path}/reports")).Status);
        }
    }

    /// <summary>A child registered on 16.03.2026 who came on two of three planned days; a report is due on 16.04.2026.</summary>
    private async Task<Section> ChildAsync(PageBrowser browser)
    {
        var section = await app.SectionAsync(
            new MeasureTerms("educationalCommunityWork") { Hours = 20 },
            birthDate: new DateOnly(2011, 4, 1),
            inForceOn: new DateOnly(2026, 3, 10)
        );
        await app.ScalarAsync<long>(
            $"WITH u AS (UPDATE cases.section SET registered_on = '2026-03-16', state = 'active' WHERE id = '{section.Id}' RETURNING 1) SELECT count(*) FROM u"
        );
        var host = await app.HostAsync("Parki " + section.Id, new DateOnly(2025, 1, 1));
        var placement = new Placement(section.Id, host, null, null, new DateOnly(2026, 3, 16));
        var mother = new RelatedPerson(section.ClientId, "mother", "Inese", "Bērziņa", true);
        await app.SaveAsync(
            mother,
            placement,
            new PlannedDay(section.Id, placement, new DateOnly(2026, 3, 24), 960, 120),
            new PlannedDay(section.Id, placement, new DateOnly(2026, 3, 25), 960, 120),
            new PlannedDay(section.Id, placement, new DateOnly(2026, 3, 26), 960, 120)
        );
        foreach (var day in new[] { "2026-03-24", "2026-03-26" })
        {
            await app.ScalarAsync<long>(
                $"""
                WITH n AS (INSERT INTO educational_community_work.hours_entry
                    (id, section_id, host_employer_id, worked_on, credited_minutes, refused_minutes, minor)
                    VALUES (gen_random_uuid(), '{section.Id}', '{host}', '{day}', 120, 0, true) RETURNING 1)
                SELECT count(*) FROM n
                """
            );
        }

        // Any act on the section brings its tasks in line.
        await (await browser.GetAsync($"/educational-community-work/{section.Id}/child")).SubmitAsync(
            new()
            {
                ["Input.Representative"] = mother.Id.ToString(),
                ["Input.About"] = "registration",
                ["Input.How"] = "present",
                ["Input.OnDay"] = "13.04.2026",
            },
            form: "form#notice"
        );
        return section;
    }

    private Task<long> TasksAsync(Section section) =>
        app.ScalarAsync<long>(
            $"SELECT count(*) FROM tasks.due_task WHERE section_id = '{section.Id}' AND kind = 'work_report'"
        );

    // As sending leaves it: the channels themselves are tested with the documents.
    private Task<long> SentAsync(Section section, string letter) =>
        app.ScalarAsync<long>(
            $"""
            WITH n AS (INSERT INTO documents.document_recipient (id, document_id, client_id, kind, name, channel, state, sent_at)
                VALUES (gen_random_uuid(), '{letter}', '{section.ClientId}', 'court', 'Tiesai', 'post', 'sent', '2026-04-15T09:00:00Z') RETURNING 1)
            SELECT count(*) FROM n
            """
        );
}

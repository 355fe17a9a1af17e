using System.Net;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Records;
using Plus.Shared.Plans.Records;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;
using Plus.Testing.Pages;

namespace Plus.Functions.Tests.ProbationObservation;

/// <summary>A child under observation: the representative's duties, school, reports to the court, a plan in a child's words.</summary>
public sealed class ChildPagesTests(PlusApp app) : IClassFixture<PlusApp>
{
    private static readonly DateOnly March = new(2026, 3, 2);

    [Fact]
    public async Task RepresentativesDuty_IsSetAndJudged_AndOnlyARepresentativeHasOne()
    {
        var (browser, section, href) = await ChildAsync();
        Assert.Contains("nav pierakstīts likumiskais", (await browser.GetAsync(href)).Words, StringComparison.Ordinal);
        var mother = new RelatedPerson(section.ClientId, "mother", "Ilze", "Bērziņa", true);
        var aunt = new RelatedPerson(section.ClientId, "other", "Dace", "Kalna", false);
        await app.SaveAsync(mother, aunt);

        var form = await browser.GetAsync(href + "/duty");
        Assert.DoesNotContain("Dace", form.Words, StringComparison.Ordinal);
        var late = await form.SubmitAsync(Duty(mother.Id, "14.04.2026"), form: "main form[novalidate]");
        Assert.Contains("pagātnē", Assert.Single(late.Errors), StringComparison.Ordinal);
        Assert.Contains("Atvest bērnu", late.Text, StringComparison.Ordinal);
        var page = await late.SubmitAsync(new() { ["Input.DueOn"] = "20.04.2026" }, form: "main form[novalidate]");
        Assert.Contains("Ilze Bērziņa: ierasties uz tikšanos", page.Words, StringComparison.Ordinal);
        Assert.Contains("jāpilda", page.Words, StringComparison.Ordinal);

        var end = await page.ClickAsync("Izvērtēt izpildi: Atvest bērnu uz tikšanos");
        var silent = await end.SubmitAsync(new() { ["Input.State"] = "notDone" }, form: "main form[novalidate]");
        Assert.Single(silent.Errors);
        page = await silent.SubmitAsync(
            new() { ["Input.Note"] = "Māte neieradās un nepaziņoja" },
            form: "main form[novalidate]"
        );
        Assert.Contains("nav izpildīts", page.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(end.Path)).Status);
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "probationObservation.dutySet"));
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "probationObservation.dutyEnded"));
        Assert.NotEqual(0, await app.ViewsAsync(section.ClientId, "cases.view"));
    }

    [Fact]
    public async Task DaysOfDutiesAndReports_AreTasks_UntilTheyAreDone()
    {
        var (browser, section, href) = await ChildAsync();
        var mother = new RelatedPerson(section.ClientId, "mother", "Inese", "Kalniņa", true);
        await app.SaveAsync(mother);
        await (await browser.GetAsync(href + "/duty")).SubmitAsync(
            Duty(mother.Id, "20.04.2026"),
            form: "main form[novalidate]"
        );
        var due = await browser.GetAsync(href + "/report-due");
        var past = await due.SubmitAsync(new() { ["Input.By"] = "14.04.2026" }, form: "main form[novalidate]");
        Assert.Contains("15.04.2026", Assert.Single(past.Errors), StringComparison.Ordinal);
        var page = await past.SubmitAsync(new() { ["Input.By"] = "22.04.2026" }, form: "main form[novalidate]");
        Assert.Contains("jānosūta līdz 22.04.2026", page.Words, StringComparison.Ordinal);
        Assert.Equal(["court_report 2026-04-22", "representative_duty 2026-04-20"], await TasksAsync(section));
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "probationObservation.reportExpected"));

        var end = await page.ClickAsync("Izvērtēt izpildi: Atvest bērnu uz tikšanos");
        await end.SubmitAsync(
            new() { ["Input.State"] = "done", ["Input.Note"] = "Ieradās" },
            form: "main form[novalidate]"
        );
        await (await browser.GetAsync(href + "/report")).SubmitAsync(
            new() { ["Input.Kind"] = "progress", ["Input.Summary"] = "Apmeklē skolu" },
            form: "main form[novalidate]"
        );
        Assert.Empty(await TasksAsync(section));
    }

    private async Task<IReadOnlyList<string>> TasksAsync(Section section) =>
        await app.ReadListAsync(
            $"SELECT kind || ' ' || due_on FROM tasks.due_task WHERE section_id = '{section.Id}' AND kind IN ('court_report', 'representative_duty') ORDER BY 1"
        );

    [Fact]
    public async Task School_IsToldAnew_AndWhatWasKnownBeforeStays()
    {
        var (browser, section, href) = await ChildAsync();
        var form = await browser.GetAsync(href + "/school");
        var future = await form.SubmitAsync(School("regularly", "16.04.2026"), form: "main form[novalidate]");
        Assert.Contains("vēl nav pienākusi", Assert.Single(future.Errors), StringComparison.Ordinal);
        await future.SubmitAsync(new() { ["Input.AsOf"] = "10.04.2026" }, form: "main form[novalidate]");

        var again = await browser.GetAsync(href + "/school");
        Assert.Contains("value=\"Rīgas 10. vidusskola\"", again.Text, StringComparison.Ordinal);
        var page = await again.SubmitAsync(
            new() { ["Input.Attendance"] = "misses", ["Input.Note"] = "Kavē pirmdienās" },
            form: "main form[novalidate]"
        );

        Assert.Contains("Kavē pirmdienās", page.Words, StringComparison.Ordinal);
        Assert.Contains("10.04.2026: Rīgas 10. vidusskola, apmeklē regulāri", page.Words, StringComparison.Ordinal);
        Assert.Equal(2, await app.ProcessesAsync(section.Id, "probationObservation.schoolTold"));
    }

    [Fact]
    public async Task ReportToTheCourt_FollowsTheOneBefore_AndImpossiblePeriodsAreRefused()
    {
        var (browser, section, href) = await ChildAsync();
        var form = await browser.GetAsync(href + "/report");
        Assert.Contains("value=\"Rīgas pilsētas tiesa\"", form.Text, StringComparison.Ordinal);
        var wrong = await form.SubmitAsync(
            new()
            {
                ["Input.Kind"] = "progress",
                ["Input.To"] = "01.03.2026",
                ["Input.Summary"] = "Bērns mācās un ierodas",
            },
            form: "main form[novalidate]"
        );
        Assert.Contains("pirms pirmās", Assert.Single(wrong.Errors), StringComparison.Ordinal);
        var early = await wrong.SubmitAsync(
            new() { ["Input.From"] = "01.02.2026", ["Input.To"] = "31.03.2026" },
            form: "main form[novalidate]"
        );
        Assert.Contains("02.03.2026", Assert.Single(early.Errors), StringComparison.Ordinal);
        var page = await early.SubmitAsync(new() { ["Input.From"] = "02.03.2026" }, form: "main form[novalidate]");
        Assert.Contains("novērošanas gaita, Rīgas pilsētas tiesa", page.Words, StringComparison.Ordinal);
        Assert.Contains("Par laiku 02.03.2026–31.03.2026", page.Words, StringComparison.Ordinal);

        Assert.Contains(
            "value=\"01.04.2026\"",
            (await browser.GetAsync(href + "/report")).Text,
            StringComparison.Ordinal
        );
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "probationObservation.reported"));
    }

    [Fact]
    public async Task PlanOfAChild_IsInTheChildsWords_WithoutNeedsAndRisks()
    {
        var (browser, section, _) = await ChildAsync();
        var need = new PlanNeed(section.Id, "peers", "Draugi, kuri zog", "entered", March);
        var goal = new PlanGoal(need.Id, section.Id, "pabeigt devīto klasi", March);
        await app.SaveAsync(
            need,
            new NeedStage(need.Id, section.Id, "contemplation", March, "Saruna"),
            goal,
            new PlanStep(goal.Id, section.Id, "Katru dienu ierasties skolā", "client", new DateOnly(2026, 5, 4))
        );

        var page = await browser.GetAsync($"/sections/{section.Id}/plan/child");

        Assert.Contains("Es gribu: pabeigt devīto klasi", page.Words, StringComparison.Ordinal);
        Assert.Contains("daru es", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("kuri zog", page.Words, StringComparison.Ordinal);
        Assert.NotEqual(0, await app.ViewsAsync(section.ClientId, "plans.view"));
        var adult = await app.SectionAsync(
            new MeasureTerms("probationSupervision") { Role = "main", Months = 12 },
            browser.StaffId
        );
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/sections/{adult.Id}/plan/child")).Status);
    }

    [Fact]
    public async Task ChildOfAnotherOffice_DoesNotExist_AndReadersChangeNothing()
    {
        var (browser, section, href) = await ChildAsync();
        var far = await app.LoggedInAsAsync("caseManager", await app.OfficeAsync(2));
        var reader = await app.LoggedInAsAsync("qualityReviewer");
        await app.StatePurposesAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await far.GetAsync(href)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await far.GetAsync(href + "/duty")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync(href + "/school")).Status);
        Assert.DoesNotContain("Pierakstīt ziņojumu", (await reader.GetAsync(href)).Words, StringComparison.Ordinal);
        Assert.Contains(
            (await browser.GetAsync($"/sections/{section.Id}")).Html.QuerySelectorAll("main a"),
            a => a.GetAttribute("href") == href
        );
    }

    private static Dictionary<string, string?> Duty(Guid representative, string due) =>
        new()
        {
            ["Input.Representative"] = representative.ToString(),
            ["Input.Kind"] = "attend",
            ["Input.Wording"] = "Atvest bērnu uz tikšanos",
            ["Input.DueOn"] = due,
        };

    private static Dictionary<string, string?> School(string attendance, string asOf) =>
        new()
        {
            ["Input.Name"] = "Rīgas 10. vidusskola",
            ["Input.Form"] = "9.b",
            ["Input.Attendance"] = attendance,
            ["Input.AsOf"] = asOf,
        };

    private async Task<(PageBrowser Browser, Section Section, string Href)> ChildAsync()
    {
        var browser = await app.AsAsync("caseManager");
        var section = await app.SectionAsync(
            new MeasureTerms("probationObservation") { Months = 12 },
            browser.StaffId,
            birthDate: new DateOnly(2010, 9, 1),
            inForceOn: March
        );
        return (browser, section, $"/functions/probation_observation/{section.Id}/child");
    }
}

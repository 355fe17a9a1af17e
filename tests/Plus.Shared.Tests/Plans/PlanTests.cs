using System.Net;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Records;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Plans;

public sealed class PlanTests(PlusApp app) : IClassFixture<PlusApp>
{
    private static readonly MeasureTerms Year = new("probationSupervision") { Role = "main", Months = 12 };

    [Fact]
    public async Task Plan_FromNeedToAgreement_IsKeptAsAVersionAndDrivesTasks()
    {
        var (browser, section, href) = await SectionAsync();
        var early = await (await browser.GetAsync(href + "/agree")).SubmitAsync(
            Agreement("agreed"),
            form: "main form[novalidate]"
        );
        Assert.Contains("nav neviena mērķa", Assert.Single(early.Errors), StringComparison.Ordinal);

        var page = await NeedAsync(browser, href);
        Assert.Contains("Darbs: Nav darba", page.Words, StringComparison.Ordinal);
        page = await GoalAsync(browser, page, "20.04.2026");
        Assert.Contains("Reģistrēties NVA (klients, līdz 20.04.2026)", page.Words, StringComparison.Ordinal);
        page = await (await browser.GetAsync(href + "/agree")).SubmitAsync(
            Agreement("agreed"),
            form: "main form[novalidate]"
        );

        Assert.Contains(
            "Spēkā 1. redakcija, saskaņota 15.04.2026: klients piekrīt",
            page.Words,
            StringComparison.Ordinal
        );
        var version = await page.ClickAsync("Plāna 1. redakcija");
        Assert.Contains("Nav darba", version.Words, StringComparison.Ordinal);
        Assert.Equal(
            ["plan_step 2026-04-20"],
            await app.ReadListAsync(
                $"SELECT kind || ' ' || due_on FROM tasks.due_task WHERE section_id = '{section.Id}' AND kind LIKE 'plan%'"
            )
        );

        await (await browser.GetAsync(href)).SubmitAsync(form: "main .moj-ticket-panel form", button: "Izdarīts");
        Assert.Empty(
            await app.ReadListAsync(
                $"SELECT kind FROM tasks.due_task WHERE section_id = '{section.Id}' AND kind = 'plan_step'"
            )
        );
        foreach (var type in new[] { "plans.needAdded", "plans.goalSet", "plans.agreed", "plans.stepEnded" })
        {
            Assert.Equal(1, await app.ProcessesAsync(section.Id, type));
        }

        Assert.NotEqual(0, await app.ViewsAsync(section.ClientId, "plans.view"));
    }

    [Fact]
    public async Task Agreement_Anew_EndsTheReviewThatWasDue()
    {
        var (browser, section, href) = await SectionAsync();
        await GoalAsync(browser, await NeedAsync(browser, href), "20.04.2026");
        await (await browser.GetAsync(href + "/agree")).SubmitAsync(
            Agreement("agreed", "22.04.2026"),
            form: "main form[novalidate]"
        );
        Assert.Equal(
            ["plan_review", "plan_step"],
            await app.ReadListAsync(
                $"SELECT kind FROM tasks.due_task WHERE section_id = '{section.Id}' AND kind LIKE 'plan%' ORDER BY 1"
            )
        );

        var refused = await (await browser.GetAsync(href + "/agree")).SubmitAsync(
            Agreement("refused", "22.07.2026"),
            form: "main form[novalidate]"
        );
        Assert.Contains("Ierakstiet klienta iebildumus", Assert.Single(refused.Errors), StringComparison.Ordinal);
        var page = await refused.SubmitAsync(
            new() { ["Input.Remarks"] = "Par daudz pienākumu" },
            form: "main form[novalidate]"
        );

        Assert.Contains("Spēkā 2. redakcija", page.Words, StringComparison.Ordinal);
        Assert.Equal(
            ["done 2026-04-22", "open 2026-07-22"],
            await app.ReadListAsync(
                $"SELECT state || ' ' || due_on FROM plans.step WHERE section_id = '{section.Id}' AND goal_id IS NULL ORDER BY 1"
            )
        );
    }

    [Fact]
    public async Task Stages_SeenOverTime_AreDrawnWithTheirTrend_AndANeedCanBeClosed()
    {
        var (browser, section, href) = await SectionAsync();
        var page = await NeedAsync(browser, href);
        await app.ReadListAsync(
            $"UPDATE plans.need_stage SET on_day = '2026-04-02' WHERE section_id = '{section.Id}' RETURNING id"
        );
        await app.ReadListAsync(
            $"UPDATE plans.need SET opened_on = '2026-04-02' WHERE section_id = '{section.Id}' RETURNING id"
        );
        var form = await browser.GetAsync(await LinkAsync(page, "/stage"));
        var refused = await form.SubmitAsync(new() { ["Input.OnDay"] = "20.04.2026" }, form: "main form[novalidate]");
        Assert.Equal(2, refused.Errors.Count);
        var future = await refused.SubmitAsync(
            new() { ["Input.Stage"] = "action", ["Input.Note"] = "Sācis strādāt" },
            form: "main form[novalidate]"
        );
        Assert.Contains("vēl nav pienākusi", Assert.Single(future.Errors), StringComparison.Ordinal);
        page = await future.SubmitAsync(new() { ["Input.OnDay"] = "14.04.2026" }, form: "main form[novalidate]");

        Assert.Contains("Progress", page.Words, StringComparison.Ordinal);
        Assert.NotNull(page.Html.QuerySelector("main svg"));
        await (await browser.GetAsync(await LinkAsync(page, "/stage"))).SubmitAsync(
            new()
            {
                ["Input.Stage"] = "maintenance",
                ["Input.OnDay"] = "15.04.2026",
                ["Input.Note"] = "Strādā mēnesi",
                ["Input.Closes"] = "true",
            },
            form: "main form[novalidate]"
        );
        Assert.Contains("Slēgta 15.04.2026", (await browser.GetAsync(href)).Words, StringComparison.Ordinal);
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "plans.stageSeen"));
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "plans.needClosed"));
    }

    [Fact]
    public async Task Step_AddedAndDropped_StaysInThePlan_AndWhatIsMissingIsSaid()
    {
        var (browser, section, href) = await SectionAsync();
        var empty = await (await browser.GetAsync(href + "/need")).SubmitAsync(form: "main form[novalidate]");
        Assert.Equal(4, empty.Errors.Count);
        var page = await GoalAsync(browser, await NeedAsync(browser, href), "20.04.2026");
        var form = await browser.GetAsync(await LinkAsync(page, "/step"));
        Assert.Equal(3, (await form.SubmitAsync(form: "main form[novalidate]")).Errors.Count);
        var past = await form.SubmitAsync(
            new()
            {
                ["Input.Step"] = "Zvanīt",
                ["Input.Doer"] = "staff",
                ["Input.DueOn"] = "01.04.2026",
            },
            form: "main form[novalidate]"
        );
        Assert.Contains("Agrākā iespējamā", Assert.Single(past.Errors), StringComparison.Ordinal);
        page = await past.SubmitAsync(new() { ["Input.DueOn"] = "18.04.2026" }, form: "main form[novalidate]");
        page = await page.SubmitAsync(form: "main .moj-ticket-panel form", button: "Atcelt");

        Assert.Contains("atcelts 15.04.2026", page.Words, StringComparison.Ordinal);
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "plans.stepSet"));
    }

    [Fact]
    public async Task Plan_OfAnotherOfficeOrMeasure_DoesNotExist_AndReadersChangeNothing()
    {
        var (_, section, href) = await SectionAsync();
        var work = await app.SectionAsync(new MeasureTerms("communityWork") { Role = "main", Hours = 100 });
        var far = await app.LoggedInAsAsync("caseManager", await app.OfficeAsync(2));
        var manager = await app.LoggedInAsAsync("caseManager");
        var reader = await app.LoggedInAsAsync("qualityReviewer");

        Assert.Equal(HttpStatusCode.NotFound, (await far.GetAsync(href)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync($"/sections/{work.Id}/plan")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync(href + "/need")).Status);
        Assert.Null((await reader.GetAsync(href)).Html.QuerySelector("main form"));
        Assert.NotEqual(default, section.Id);
    }

    private async Task<(PageBrowser Browser, Section Section, string Href)> SectionAsync()
    {
        var browser = await app.LoggedInAsAsync("caseManager");
        var section = await app.SectionAsync(Year, browser.StaffId);
        return (browser, section, $"/sections/{section.Id}/plan");
    }

    private static Dictionary<string, string?> Agreement(string says, string review = "15.07.2026") =>
        new()
        {
            ["Input.Strengths"] = "Ģimenes atbalsts",
            ["Input.Agreement"] = says,
            ["Input.AgreedOn"] = "15.04.2026",
            ["Input.ReviewOn"] = review,
        };

    private static async Task<ReadPage> NeedAsync(PageBrowser browser, string href) =>
        await (await browser.GetAsync(href + "/need")).SubmitAsync(
            new()
            {
                ["Input.Domain"] = "work",
                ["Input.Wording"] = "Nav darba",
                ["Input.Stage"] = "contemplation",
                ["Input.Note"] = "Runā par darba meklēšanu",
            },
            form: "main form[novalidate]"
        );

    private static async Task<ReadPage> GoalAsync(PageBrowser browser, ReadPage page, string due) =>
        await (await browser.GetAsync(await LinkAsync(page, "/goal"))).SubmitAsync(
            new()
            {
                ["Input.Goal"] = "Strādāt ar līgumu",
                ["Input.Step"] = "Reģistrēties NVA",
                ["Input.Doer"] = "client",
                ["Input.DueOn"] = due,
            },
            form: "main form[novalidate]"
        );

    private static Task<string> LinkAsync(ReadPage page, string end) =>
        Task.FromResult(page.Html.QuerySelector($"main a[href$='{end}']")!.GetAttribute("href")!);
}

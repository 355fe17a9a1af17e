using System.Net;
using Plus.Shared.Cases.Contract;
using Plus.Testing.Cases;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Clients;

public sealed class OverviewPageTests(PlusApp app) : IClassFixture<PlusApp>
{
    private const string Explanation = """
        {"rule":"register.suspended_sentence","count":10,"unit":"workingDays","act":"LSIK","article":"155. pants","unverified":false,
         "start":"2026-04-01","rawDueOn":"2026-04-17","skipped":[{"day":"2026-04-03","name":"good_friday"},{"day":"2026-04-06","name":"easter_monday"}],
         "weekendDays":4,"values":{}}
        """;

    [Fact]
    public async Task Page_ShowsWhoSectionsAndExplainedTasks_AndIsLogged()
    {
        var person = await app.PersonAsync("Kārlis", "Vītoliņš-Bērziņš");
        await app.TaskAsync(person, Explanation, new DateOnly(2026, 4, 17));
        var browser = await app.LoggedInAsAsync("caseManager");

        var page = await browser.GetAsync(person.Href);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        var bar = page.Html.QuerySelector(".plus-identity")!.TextContent;
        Assert.Contains("Kārlis Vītoliņš-Bērziņš", bar, StringComparison.Ordinal);
        Assert.Contains("41 gads (dz. 07.03.1985)", bar, StringComparison.Ordinal);
        Assert.Contains(person.Case.Number, bar, StringComparison.Ordinal);
        Assert.Contains(
            "Termiņš 17.04.2026: 10 darba dienas no 01.04.2026, LSIK 155. pants; 03.04. (Lielā Piektdiena) un 06.04. (Otrās Lieldienas) ir brīvdienas",
            page.Words,
            StringComparison.Ordinal
        );
        Assert.Contains(person.Basis.Number, page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Vītoliņš", page.Html.Title ?? "", StringComparison.Ordinal);
        Assert.Equal(
            1L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM audit.view WHERE actor_id = '{browser.StaffId}' AND kind = 'consult' AND '{person.Client.Id}' = ANY(clients)"
            )
        );
    }

    [Fact]
    public async Task Task_WithoutStart_SaysWhatItWaitsFor()
    {
        var person = await app.PersonAsync("Gatis", "Gaidītājs");
        await app.TaskAsync(
            person,
            """{"rule":"register.parole","count":3,"unit":"workingDays","act":"LSIK","article":"155. pants","unverified":true,"skipped":[],"weekendDays":0,"values":{}}""",
            null
        );

        var page = await (await app.LoggedInAsAsync("caseManager")).GetAsync(person.Href);

        Assert.Contains(
            "Gaida atbrīvošanas dienu (3 darba dienas, LSIK 155. pants (nav pārbaudīts))",
            page.Words,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("/timeline")]
    [InlineData("/notes/new")]
    public async Task ClientOfAnotherOffice_DoesNotExist(string tail)
    {
        var person = await app.PersonAsync("Otrā", "Nodaļa", await app.OfficeAsync(7));
        var browser = await app.AsAsync("caseManager");

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(person.Href + tail)).Status);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await browser.GetAsync($"/clients/{Guid.CreateVersion7()}{tail}")).Status
        );
    }

    [Fact]
    public async Task SectionOfAnotherOffice_IsToldOf_WithoutALinkThatWouldBeRefused()
    {
        var ours = await app.SectionAsync(new MeasureTerms("communityWork") { Hours = 80 });
        var theirs = await app.SectionAsync(
            new MeasureTerms("parole") { Until = new DateOnly(2027, 3, 31) },
            office: await app.OfficeAsync(7),
            client: ours.ClientId
        );
        var browser = await app.AsAsync("caseManager");
        var whole = await app.AsAsync("intakeClerk");
        await app.StatePurposesAsync();

        var page = await browser.GetAsync($"/clients/{ours.ClientId}");

        Assert.Contains("Nosacīta pirmstermiņa atbrīvošana", page.Words, StringComparison.Ordinal);
        var links = page.Html.QuerySelectorAll("main a, .plus-identity a").Select(a => a.GetAttribute("href")).ToList();
        Assert.Contains($"/sections/{ours.Id}", links);
        Assert.DoesNotContain($"/sections/{theirs.Id}", links);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/sections/{theirs.Id}")).Status);
        Assert.Contains(
            $"/sections/{theirs.Id}",
            (await whole.GetAsync($"/clients/{ours.ClientId}"))
                .Html.QuerySelectorAll("main a")
                .Select(a => a.GetAttribute("href"))
        );
    }

    [Fact]
    public async Task Warnings_StandInTheBar()
    {
        var person = await app.PersonAsync("Mazais", "Nepilngadnieks", born: new DateOnly(2010, 5, 1));
        await app.ScalarAsync<int>(
            $"UPDATE clients.client SET risk_to_staff = 'Agresīvs', needs_interpreter = true, languages = '{{ru}}' WHERE id = '{person.Client.Id}' RETURNING 1"
        );

        var page = await (await app.LoggedInAsAsync("caseManager")).GetAsync(person.Href);

        var bar = page.Html.QuerySelector(".plus-identity")!.TextContent;
        Assert.Contains("Nepilngadīgs", bar, StringComparison.Ordinal);
        Assert.Contains("Risks darbiniekiem", bar, StringComparison.Ordinal);
        Assert.Contains("Vajadzīgs tulks", bar, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CaseFile_MarkedFormed_MeetsTheTask()
    {
        var person = await app.PersonAsync("Lieta", "Nenoformētā");
        var browser = await app.LoggedInAsAsync("caseManager");
        var page = await browser.GetAsync(person.Href);

        page = await page.SubmitAsync(form: "main form", button: "Atzīmēt lietu kā noformētu");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(person.Href, page.Path);
        Assert.DoesNotContain("Lieta nav noformēta", page.Words, StringComparison.Ordinal);
        Assert.Equal(
            new DateOnly(2026, 4, 15),
            await app.ScalarAsync<DateOnly>($"SELECT formed_on FROM cases.client_case WHERE id = '{person.Case.Id}'")
        );
        Assert.Equal(
            0L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM tasks.due_task WHERE client_id = '{person.Client.Id}' AND kind = 'create_case'"
            )
        );
        Assert.Contains("Lieta noformēta", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CaseFile_OfRoleThatMayNot_HasNoButtonAndIsRefused()
    {
        var person = await app.PersonAsync("Lieta", "Skatāmā");
        var browser = await app.LoggedInAsAsync("methodologist");

        var page = await browser.GetAsync(person.Href);
        var refused = await browser.PostAsync($"{person.Href}/case/form", []);

        Assert.Null(page.Html.QuerySelector($"form[action$='/case/form']"));
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
    }
}

using System.Net;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Access.Records;
using Plus.Testing.Arranging;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Access.Walls;

/// <summary>Clients closed to some, records opened in need, and colleagues stood in for.</summary>
public sealed class ClosedAndOpenedTests(PlusApp app) : IClassFixture<PlusApp>
{
    internal static readonly string[] Roles =
    [
        "caseManager",
        "officeHead",
        "regionHead",
        "analyst",
        "methodologist",
        "qualityReviewer",
        "mediator",
        "monitoringOfficer",
        "intakeClerk",
        "registryClerk",
        "dataProtectionOfficer",
        "administrator",
    ];

    private DateOnly Today => DateOnly.FromDateTime(app.Now.UtcDateTime);

    [Fact]
    public async Task AClientOnlyForNobody_IsFoundByNoRole_OnNoPage()
    {
        const string Surname = "Slepenniece";
        var hidden = await app.PersonAsync("Monika", Surname, code: "32987654321");
        await app.SaveAsync(Restriction(hidden, RestrictionKind.Only));
        var pages = new[]
        {
            "/",
            "/?of=all",
            "/sections",
            "/sections?state=open",
            "/functions",
            "/tasks",
            "/contacts",
            "/clients/duplicates",
            "/figures",
            $"/clients/{hidden.Client.Id}",
            $"/clients/{hidden.Client.Id}/timeline",
            $"/clients/{hidden.Client.Id}/data",
            $"/clients/{hidden.Client.Id}/people",
            $"/sections/{hidden.Section.Id}",
            "/sections?format=csv",
            "/tasks?format=csv",
        };
        foreach (var role in Roles)
        {
            var browser = await app.AsAsync(role);
            foreach (var path in pages)
            {
                var page = await browser.GetAsync(path);
                Assert.DoesNotContain(Surname, page.Text, StringComparison.Ordinal);
                Assert.DoesNotContain("32987654321", page.Text, StringComparison.Ordinal);
                if (path.Contains(hidden.Client.Id.ToString(), StringComparison.Ordinal))
                {
                    Assert.NotEqual(HttpStatusCode.OK, page.Status);
                }
            }

            foreach (var line in new[] { Surname, "slepen", "32987654321", hidden.Basis.Number })
            {
                var answer = await browser.PostAsync("/search", [new("q", line)]);
                Assert.DoesNotContain(hidden.Client.Id.ToString(), answer.Text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task AnExcludedColleague_IsToldTheNumber_AndOthersSeeEverything()
    {
        var relative = await app.PersonAsync("Nellija", "Radiniece");
        var (kin, other) = (await app.StaffAsync("caseManager"), await app.StaffAsync("caseManager"));
        await app.SaveAsync(Restriction(relative, RestrictionKind.Exclude, kin.Id));
        var (asKin, asOther) = (await app.LoggedInAsAsync(kin), await app.LoggedInAsAsync(other));

        var limited = await asKin.GetAsync(relative.Href);
        Assert.Equal(HttpStatusCode.NotFound, limited.Status);
        Assert.Contains(relative.Case.Number, limited.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Radiniece", limited.Text, StringComparison.Ordinal);
        var list = await asKin.GetAsync("/sections?state=open");
        Assert.Contains(
            relative.Case.Number,
            list.Html.QuerySelector(".govuk-inset-text")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Radiniece", list.Text, StringComparison.Ordinal);
        Assert.Contains("Radiniece", (await asOther.GetAsync(relative.Href)).Text, StringComparison.Ordinal);
        var search = await asKin.GetAsync("/search");
        var found = await search.SubmitAsync(new() { ["q"] = relative.Case.Number });
        Assert.Contains(
            relative.Case.Number,
            found.Html.QuerySelector(".govuk-inset-text")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Radiniece", found.Text, StringComparison.Ordinal);

        var elsewhere = await app.LoggedInAsAsync("caseManager", await app.OfficeAsync(1));
        var unknown = await elsewhere.GetAsync(relative.Href);
        Assert.Equal(HttpStatusCode.NotFound, unknown.Status);
        Assert.DoesNotContain(relative.Case.Number, unknown.Text, StringComparison.Ordinal);
        var nothing = await (await elsewhere.GetAsync("/search")).SubmitAsync(new() { ["q"] = relative.Case.Number });
        Assert.DoesNotContain("ierobežota", nothing.Html.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARestriction_IsKeptByNumber_EndsByItself_AndCanBeLifted()
    {
        var person = await app.PersonAsync("Olita", "Ierobežotā");
        var officer = await app.AsAsync("dataProtectionOfficer");
        var page = await officer.GetAsync("/access/restrictions");
        var done = await page.SubmitAsync(
            new()
            {
                ["Number"] = person.Case.Number,
                ["Kind"] = "only",
                ["Reason"] = "protected",
                ["Note"] = "Apdraudēta",
                ["From"] = "15.04.2026",
                ["To"] = "20.04.2026",
            },
            "form[novalidate]"
        );
        Assert.Equal([], done.Errors);
        Assert.Contains(person.Case.Number, done.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ierobežotā", done.Text, StringComparison.Ordinal);
        var manager = await app.AsAsync("caseManager");
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync(person.Href)).Status);
        Assert.Equal(
            1,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM audit.process WHERE type = 'access.clientRestricted' AND client_id = '{person.Client.Id}'"
            )
        );

        var now = app.Now;
        app.Now = now.AddDays(6);
        try
        {
            var later = await app.LoggedInAsAsync("caseManager");
            Assert.Equal(HttpStatusCode.OK, (await later.GetAsync(person.Href)).Status);
        }
        finally
        {
            app.Now = now;
        }

        var unknown = await (await officer.GetAsync("/access/restrictions")).SubmitAsync(
            new()
            {
                ["Number"] = "1999-000001",
                ["Kind"] = "only",
                ["Reason"] = "protected",
                ["From"] = "15.04.2026",
                ["To"] = "20.04.2026",
            },
            "form[novalidate]"
        );
        Assert.NotEmpty(unknown.Errors);

        await (await officer.GetAsync("/access/restrictions")).SubmitAsync(form: "form[action$='handler=Lift']");
        Assert.Equal(
            1L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM audit.process WHERE type = 'access.restrictionLifted' AND actor_id = '{officer.StaffId}'"
            )
        );
    }

    [Fact]
    public async Task InNeed_ARecordElsewhereOpens_IsLoggedWithItsPurpose_ToldAndReviewed_AndCloses()
    {
        var there = await app.OfficeAsync(1);
        var manager = await app.StaffAsync("caseManager", there);
        var foreign = await app.PersonAsync("Paula", "Ārpusniece", there, manager: manager.Id);
        var asking = await app.LoggedInAsAsync("caseManager");
        Assert.Equal(HttpStatusCode.NotFound, (await asking.GetAsync(foreign.Href)).Status);
        var opened = await AskAsync(asking, foreign.Case.Number);
        Assert.Contains("Ārpusniece", opened.Text, StringComparison.Ordinal);
        Assert.Equal(
            1,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM audit.view WHERE purpose = 'clientCame' AND actor_id = '{asking.StaffId}' AND '{foreign.Client.Id}' = ANY (clients) AND part = 'clients.view'"
            )
        );

        var home = await (await app.LoggedInAsAsync(manager)).GetAsync("/");
        Assert.Contains(foreign.Case.Number, home.Text, StringComparison.Ordinal);

        var officer = await app.AsAsync("dataProtectionOfficer");
        var id = await app.ScalarAsync<Guid>(
            $"SELECT id FROM access.opened_record WHERE client_id = '{foreign.Client.Id}'"
        );
        var queue = await officer.GetAsync("/access/openings");
        Assert.Contains(foreign.Case.Number, queue.Text, StringComparison.Ordinal);
        var form = queue.Html.QuerySelector($"form:has(input[value='{id}'])")!;
        var verdict = await officer.PostAsync(
            "/access/openings?handler=Review",
            Fields(form).Append(new("verdict", "unjustified")).Append(new("note", "Nebija vajadzīgs"))
        );
        Assert.Equal(HttpStatusCode.OK, verdict.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await asking.GetAsync(foreign.Href)).Status);
        Assert.Equal(
            (1L, 1L),
            (await CountAsync(id, "access.openingAsked"), await CountAsync(id, "access.openingReviewed"))
        );
    }

    [Fact]
    public async Task InNeed_AClosedRecordWaitsForASecondPerson_AndLooksLikeNone()
    {
        var closed = await app.PersonAsync("Regīna", "Divkārša");
        var kin = await app.StaffAsync("caseManager");
        await app.SaveAsync(Restriction(closed, RestrictionKind.Exclude, kin.Id));
        var asking = await app.LoggedInAsAsync(kin);
        var waits = await AskAsync(asking, closed.Case.Number);
        var none = await AskAsync(asking, "1999-000002");
        Assert.Equal(Banner(none), Banner(waits));
        Assert.Equal(HttpStatusCode.NotFound, (await asking.GetAsync(closed.Href)).Status);

        var head = await app.AsAsync("officeHead");
        var id = await app.ScalarAsync<Guid>(
            $"SELECT id FROM access.opened_record WHERE client_id = '{closed.Client.Id}'"
        );
        var queue = await head.GetAsync("/access/openings");
        var form = queue.Html.QuerySelector($"form:has(input[value='{id}'])")!;
        await head.PostAsync("/access/openings?handler=Decide", Fields(form).Append(new("consents", "true")));
        Assert.Contains("Divkārša", (await asking.GetAsync(closed.Href)).Text, StringComparison.Ordinal);
        Assert.Equal(1L, await CountAsync(id, "access.openingDecided"));
        var now = app.Now;
        app.Now = now.AddHours(5);
        try
        {
            var later = await app.LoggedInAsAsync(kin);
            Assert.Equal(HttpStatusCode.NotFound, (await later.GetAsync(closed.Href)).Status);
        }
        finally
        {
            app.Now = now;
        }
    }

    [Fact]
    public async Task AStandIn_ReachesTheAbsentColleaguesCases_UntilTheLastDay()
    {
        var there = await app.OfficeAsync(1);
        var (absent, standIn) = (await app.StaffAsync("mediator", there), await app.StaffAsync("mediator"));
        var person = await app.PersonAsync("Sabīne", "Aizvietotā", there, manager: absent.Id);
        var browser = await app.LoggedInAsAsync(standIn);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(person.Href)).Status);
        var administrator = await app.AsAsync("administrator");
        var arranged = await (await administrator.GetAsync("/access/substitutions")).SubmitAsync(
            new()
            {
                ["Absent"] = absent.UserName,
                ["StandIn"] = "kā izvēlēts",
                ["StandInId"] = standIn.Id.ToString(),
                ["Reason"] = "leave",
                ["From"] = "15.04.2026",
                ["To"] = "16.04.2026",
            },
            "form[novalidate]"
        );
        Assert.Equal([], arranged.Errors);
        Assert.Contains("Aizvietotā", (await browser.GetAsync(person.Href)).Text, StringComparison.Ordinal);
        var now = app.Now;
        app.Now = now.AddDays(2);
        try
        {
            var later = await app.LoggedInAsAsync(standIn);
            Assert.Equal(HttpStatusCode.NotFound, (await later.GetAsync(person.Href)).Status);
        }
        finally
        {
            app.Now = now;
        }

        var id = await app.ScalarAsync<Guid>($"SELECT id FROM access.substitution WHERE stand_in_id = '{standIn.Id}'");
        await (await administrator.GetAsync("/access/substitutions")).SubmitAsync(form: "form[action$='handler=End']");
        Assert.Equal(
            (1L, 1L),
            (await CountAsync(id, "access.substitutionArranged"), await CountAsync(id, "access.substitutionEnded"))
        );
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(person.Href)).Status);
    }

    private Task<long> CountAsync(Guid subject, string type) =>
        app.ScalarAsync<long>($"SELECT count(*) FROM audit.process WHERE type = '{type}' AND subject_id = '{subject}'");

    private static async Task<ReadPage> AskAsync(PageBrowser browser, string number) =>
        await (await browser.GetAsync("/open-in-need")).SubmitAsync(
            new()
            {
                ["Number"] = number,
                ["Purpose"] = "clientCame",
                ["Reason"] = "Klients ieradās mūsu nodaļā",
            },
            "form[novalidate]"
        );

    private static string Banner(ReadPage page) =>
        page.Html.QuerySelector(".govuk-notification-banner__content")!.TextContent.Trim();

    private static IEnumerable<KeyValuePair<string, string>> Fields(AngleSharp.Dom.IElement form) =>
        form.QuerySelectorAll("input[type=hidden]")
            .Select(i => new KeyValuePair<string, string>(i.GetAttribute("name")!, i.GetAttribute("value") ?? ""));

    private ClientRestriction Restriction(People.Person person, RestrictionKind kind, params StaffId[] people) =>
        new(person.Client.Id, kind, people, "relative", null, Today, Today.AddDays(30));
}

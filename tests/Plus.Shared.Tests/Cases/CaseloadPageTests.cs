using System.Net;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Contract;
using Plus.Testing.Cases;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Cases;

public sealed class CaseloadPageTests(PlusApp app) : IClassFixture<PlusApp>
{
    private static readonly MeasureTerms Forty = new("communityWork") { Role = "main", Hours = 40 };

    [Fact]
    public async Task List_FilteredByManager_ShowsExactlyTheirs_AndIsLogged()
    {
        var browser = await app.LoggedInAsAsync("caseManager");
        var mine = await app.SectionAsync(Forty, manager: browser.StaffId);
        var other = await app.SectionAsync(Forty);

        var page = await browser.GetAsync("/sections?manager=me&state=open");

        Assert.Contains(mine.Id.ToString(), page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(other.Id.ToString(), page.Text, StringComparison.Ordinal);
        Assert.Equal(1, await app.ViewsAsync(mine.ClientId, "cases.view"));
        Assert.Equal(0, await app.ViewsAsync(other.ClientId, "cases.view"));
    }

    [Fact]
    public async Task Officer_OfTheWholeService_IsFoundByAPartOfTheNameWithoutItsMarks()
    {
        var officer = await app.LoggedInAsAsync("caseManager");
        var theirs = await app.SectionAsync(Forty, manager: officer.StaffId);
        var other = await app.SectionAsync(Forty);
        await app.ScalarAsync<int>(
            $"UPDATE access.staff SET given_name = 'Žanete', surname = 'Ķirsone' WHERE id = '{officer.StaffId}' RETURNING 1"
        );
        var viewer = await app.LoggedInAsAsync("methodologist");
        var all = await viewer.GetAsync("/sections");

        var found = await all.SubmitAsync(new() { ["officer"] = "kirs zan" }, "form.plus-filter__body");

        Assert.Contains(theirs.Id.ToString(), found.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(other.Id.ToString(), found.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("kirs", found.Path, StringComparison.Ordinal);
        Assert.DoesNotContain($"{officer.StaffId}", all.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Officers_AreChosenFromTheirOffice()
    {
        var section = await app.SectionAsync(Forty);
        var office = await app.ScalarAsync<Guid>($"SELECT office_id FROM cases.section WHERE id = '{section.Id}'");
        var colleague = await app.LoggedInAsAsync("caseManager", new OfficeId(office));
        var elsewhere = await app.LoggedInAsAsync(
            "caseManager",
            new OfficeId(
                await app.ScalarAsync<Guid>(
                    $"SELECT id FROM organisation.office WHERE id <> '{office}' AND kind = 'general' ORDER BY code LIMIT 1"
                )
            )
        );
        var viewer = await app.LoggedInAsAsync("methodologist");

        var page = await viewer.GetAsync($"/sections?office={office}");

        var offered = page.Html.QuerySelectorAll("select[name=manager] option").Select(o => o.GetAttribute("value"));
        Assert.Contains(colleague.StaffId.ToString(), offered);
        Assert.DoesNotContain(elsewhere.StaffId.ToString(), offered);
        Assert.Null(page.Html.QuerySelector("input[name=officer]"));
    }

    [Fact]
    public async Task File_OfTheList_HasItsRowsAndIsLoggedAsDisclosed()
    {
        var browser = await app.LoggedInAsAsync("caseManager");
        var mine = await app.SectionAsync(Forty, manager: browser.StaffId);

        var file = await browser.GetAsync("/sections?manager=me&handler=Export&format=csv");

        Assert.Equal(HttpStatusCode.OK, file.Status);
        Assert.Contains("Bērziņš", file.Text, StringComparison.Ordinal);
        Assert.Equal(
            1L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM audit.view WHERE kind = 'disclose' AND '{mine.ClientId}' = ANY (clients)"
            )
        );
    }

    [Fact]
    public async Task Home_OfTheHead_CountsSectionsWithoutManager_AndLeadsToThem()
    {
        var section = await app.SectionAsync(Forty);
        var head = await app.LoggedInAsAsync("officeHead");

        var home = await head.GetAsync("/");
        var link = home.Html.QuerySelector("a[href='/sections?state=open&manager=none']")!;
        var count = int.Parse(link.TextContent.Split(':')[1].Trim(), System.Globalization.CultureInfo.InvariantCulture);
        var rows = await head.GetAsync(link.GetAttribute("href")!);

        Assert.Equal(count, rows.Html.QuerySelectorAll("main table tbody tr").Length);
        Assert.Contains(section.Id.ToString(), rows.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_CountsOfTasks_LeadToExactlyThoseRows()
    {
        var browser = await app.LoggedInAsAsync("caseManager");
        await app.SectionAsync(Forty, manager: browser.StaffId);
        await app.SectionAsync(Forty, manager: browser.StaffId, inForceOn: new DateOnly(2026, 3, 2));

        var home = await browser.GetAsync("/");
        var links = home.Html.QuerySelectorAll("main td a[href^='/tasks']").ToList();
        Assert.NotEmpty(links);
        foreach (var link in links)
        {
            var rows = await browser.GetAsync(link.GetAttribute("href")!);
            Assert.Equal(link.TextContent.Trim(), rows.Html.QuerySelectorAll("main .govuk-tag").Length.ToString());
        }
    }

    [Fact]
    public async Task Opening_FromPaper_AsksInThreeSteps_AndOpensWithTasks()
    {
        var browser = await app.LoggedInAsAsync("registryClerk");
        var known = await app.SectionAsync(Forty);

        var document = await browser.GetAsync($"/clients/{known.ClientId}/sections/open");
        var missing = await document.SubmitAsync(new() { ["Input.Measure"] = "probationSupervision" });
        Assert.Contains("Ierakstiet dokumenta numuru.", string.Join(' ', missing.Errors), StringComparison.Ordinal);
        var details = await missing.SubmitAsync(
            new()
            {
                ["Input.Kind"] = "courtRuling",
                ["Input.IssuerKind"] = "court",
                ["Input.Number"] = "K30-11/26",
                ["Input.IssuedOn"] = "20.03.2026",
                ["Input.InForceOn"] = "1.4.26",
                ["Input.ReceivedOn"] = "14.4.",
            }
        );
        var check = await details.SubmitAsync(
            new()
            {
                ["Input.Role"] = "main",
                ["Input.Amount"] = "18",
                ["Input.Offences[0].Article"] = "168.1",
                ["Input.Offences[0].Part"] = "2",
                ["Input.Offences[0].CommittedOn"] = "5.1.2026",
            }
        );
        Assert.Contains("168.¹ panta 2. daļa", check.Words, StringComparison.Ordinal);
        Assert.Contains("jau izpilda citu klienta sekciju", check.Words, StringComparison.Ordinal);
        var opened = await check.SubmitAsync();

        Assert.StartsWith("/sections/", opened.Path, StringComparison.Ordinal);
        Assert.Contains("17.04.2026", opened.Words, StringComparison.Ordinal);
        Assert.Equal(
            1,
            await app.ScalarAsync<int>(
                $"SELECT o.sup FROM cases.basis_offence o JOIN cases.basis b ON b.id = o.basis_id WHERE b.number = 'K30-11/26'"
            )
        );
    }
}

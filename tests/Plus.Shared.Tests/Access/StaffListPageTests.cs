using System.Net;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Access;

public sealed class StaffListPageTests(PlusApp app) : IClassFixture<PlusApp>
{
    [Fact]
    public async Task List_NarrowsByRoleAndExportsExactlyThat()
    {
        var admin = await app.LoggedInAsAsync("administrator");
        await app.StaffAsync("accountant");
        await app.StaffAsync("mediator");

        var page = await admin.GetAsync("/access/staff?role=accountant");
        var file = await admin.GetAsync("/access/staff?role=accountant&handler=export&format=csv");

        var row = Assert.Single(page.Html.QuerySelectorAll("main tbody tr"));
        Assert.Contains("Grāmatvedis", row.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, file.Text.Trim().Split('\n').Length);
        Assert.Contains("Grāmatvedis", file.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_OfAnOfficeHead_HoldsTheirOfficeAlone()
    {
        var offices = await app.ScalarAsync<string[]>(
            "SELECT array_agg(id::text ORDER BY code) FROM organisation.office WHERE code IN ('LA-BAL', 'LA-LUD')"
        );
        var head = await app.LoggedInAsAsync("officeHead", new(Guid.Parse(offices[0])));
        var near = await app.StaffAsync("caseManager", new(Guid.Parse(offices[0])));
        var far = await app.StaffAsync("caseManager", new(Guid.Parse(offices[1])));

        var page = await head.GetAsync("/access/staff");
        var forced = await head.GetAsync("/access/staff?office=" + offices[1]);
        var file = await head.GetAsync("/access/staff?handler=export&format=csv");

        Assert.Contains(near.UserName, page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(far.UserName, page.Words + forced.Words + file.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Jauns darbinieks", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_ForACaseManager_IsForbidden()
    {
        var browser = await app.LoggedInAsAsync("caseManager");

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/access/staff")).Status);
    }
}

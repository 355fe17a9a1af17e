using System.Net;
using Microsoft.EntityFrameworkCore;
using Plus.Shared.Access.Records;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Access;

public sealed class RolePagesTests : IAsyncLifetime
{
    private readonly PlusApp app = new();

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Role_ListsItsPermissions_AndAPermissionItsRoles()
    {
        var admin = await app.LoggedInAsAsync("administrator");
        var roles = await admin.GetAsync("/access/roles");
        var analyst = roles.Html.QuerySelector("a[href*='role=analyst']")!;

        var role = await admin.GetAsync(analyst.GetAttribute("href")!.Split('#')[0]);
        var figures = role.Html.QuerySelector("a[href$='permission=figures.rows']")!;
        var having = await admin.GetAsync(figures.GetAttribute("href")!);

        Assert.Equal(
            role.Html.QuerySelectorAll("li a[href*='permission=']").Length,
            int.Parse(
                analyst.Closest("tr")!.QuerySelector("td:last-child")!.TextContent.Trim(),
                System.Globalization.CultureInfo.InvariantCulture
            )
        );
        Assert.NotNull(having.Html.QuerySelector("a[href*='role=analyst']"));
        Assert.Null(having.Html.QuerySelector("a[href*='role=administrator']"));
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync("/access/roles?role=none")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync("/access/roles?permission=none")).Status);
    }

    [Fact]
    public async Task Change_TakesEffectWithTheNextClickAndKeepsItsReason()
    {
        var admin = await app.LoggedInAsAsync("administrator");
        var analyst = await app.LoggedInAsAsync("analyst");
        Assert.Equal(HttpStatusCode.Forbidden, (await analyst.GetAsync("/access/roles")).Status);

        var done = await ChangeAsync(await admin.GetAsync("/access/roles/analyst"), "access.rolesView", true);

        Assert.Equal("/access/roles", done.Path);
        Assert.Equal(HttpStatusCode.OK, (await analyst.GetAsync("/access/roles")).Status);
        Assert.Equal(
            "rīkojums Nr. 5",
            await app.ScalarAsync<string>(
                "SELECT reason FROM audit.process WHERE type = 'access.roleChanged' AND changes::text LIKE '%access.rolesView%'"
            )
        );
    }

    [Fact]
    public async Task Change_TwoAtOnce_TheSecondSeesTheFirst()
    {
        var one = await app.LoggedInAsAsync("administrator");
        var two = await app.LoggedInAsAsync("administrator");
        var first = await one.GetAsync("/access/roles/analyst");
        var second = await two.GetAsync("/access/roles/analyst");

        await ChangeAsync(first, "access.rolesView", true);
        var conflict = await ChangeAsync(second, "audit.view", true);

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains(
            "Skatīt lomas",
            conflict.Html.QuerySelector(".plus-conflict")!.TextContent,
            StringComparison.Ordinal
        );
        var role = await app.ReadAsync(db => db.Set<Role>().SingleAsync(r => r.Code == "analyst"));
        Assert.DoesNotContain("audit.view", role.Permissions);
    }

    [Fact]
    public async Task OwnRole_CannotBeWidenedButNarrowed()
    {
        var admin = await app.LoggedInAsAsync("administrator");

        var widened = await ChangeAsync(await admin.GetAsync("/access/roles/administrator"), "audit.view", true);
        var other = await app.LoggedInAsAsync("administrator");
        var narrowed = await ChangeAsync(await other.GetAsync("/access/roles/administrator"), "rules.change", false);

        Assert.StartsWith("Savu lomu paplašināt nevar", Assert.Single(widened.Errors), StringComparison.Ordinal);
        Assert.Equal("/access/roles", narrowed.Path);
    }

    [Fact]
    public async Task LastWayToManageStaff_CannotBeTakenAway()
    {
        var admin = await app.LoggedInAsAsync("administrator");

        var refused = await ChangeAsync(
            await admin.GetAsync("/access/roles/administrator"),
            "access.staffManage",
            false
        );

        Assert.StartsWith("Pēc tam neviens vairs", Assert.Single(refused.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Roles_AreNamedAllAndOfferNoChangeToThoseWhoMayNot()
    {
        var officer = await app.LoggedInAsAsync("dataProtectionOfficer");

        var page = await officer.GetAsync("/access/roles?role=analyst");

        Assert.Equal(14, page.Html.QuerySelectorAll("tbody tr").Length);
        Assert.Null(page.Html.QuerySelector("main a[href='/access/roles/analyst']"));
        Assert.DoesNotContain('[', page.Words);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync("/access/roles/analyst")).Status);
    }

    private static Task<ReadPage> ChangeAsync(ReadPage page, string permission, bool granted)
    {
        var box = page.Html.QuerySelector($"input[name=Permissions][value='{permission}']")!;
        if (granted)
        {
            box.SetAttribute("checked", "");
        }
        else
        {
            box.RemoveAttribute("checked");
        }

        return page.SubmitAsync(new() { ["Reason"] = "rīkojums Nr. 5" });
    }
}

using System.Net;
using Plus.Shared.Access.Records;
using Plus.Testing.Arranging;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Access;

/// <summary>What the cookie of a session is worth, and what it is not.</summary>
public sealed class SessionCookieTests(PlusApp app) : IClassFixture<PlusApp>
{
    [Fact]
    public async Task Cookie_IsHiddenFromScript_AndStaysOnThisSite()
    {
        var person = await app.StaffAsync("caseManager");
        var cookie = await CookieAsync(person.UserName);

        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(person.UserName, cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(person.Id.ToString(), cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Cookie_ChangedByOneLetter_OpensNothing()
    {
        var person = await app.StaffAsync("caseManager");
        var value = (await CookieAsync(person.UserName)).Split(';')[0];
        var place = value.Length / 2;
        var changed = value[..place] + (value[place] == 'A' ? 'B' : 'A') + value[(place + 1)..];

        Assert.Equal(HttpStatusCode.OK, await AskAsync(value));
        Assert.NotEqual(HttpStatusCode.OK, await AskAsync(changed));
    }

    [Fact]
    public async Task OverTls_TheBrowserIsToldToStayThere_AndCookiesGoNowhereElse()
    {
        var browser = app.Browser();
        var login = await browser.GetAsync("https://localhost/login");
        Assert.Equal("max-age=31536000", login.Response.Headers.GetValues("Strict-Transport-Security").Single());
        Assert.All(
            login.Response.Headers.GetValues("Set-Cookie"),
            c => Assert.Contains("secure", c, StringComparison.OrdinalIgnoreCase)
        );
        Assert.False((await app.Browser().GetAsync("/login")).Response.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Form_WithoutItsToken_IsRefused()
    {
        var browser = await app.LoggedInAsAsync("caseManager");

        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await browser.PostAsync("/clients/new", [new("GivenName", "A")])).Status
        );
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync("/logout", [])).Status);
    }

    [Fact]
    public async Task CookieCopiedBeforeTheLogOut_OpensNothingAfterIt()
    {
        var person = await app.StaffAsync("caseManager");
        var (browser, cookie) = await SessionAsync(person.UserName);
        var (_, elsewhere) = await SessionAsync(person.UserName);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(cookie));

        browser.FollowsRedirects = true;
        var profile = await browser.GetAsync("/profile");
        await profile.SubmitAsync(form: "form[action='/logout']");

        Assert.NotEqual(HttpStatusCode.OK, await AskAsync(cookie));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(elsewhere));
        var told = $"SELECT count(*) FROM audit.process WHERE type = 'access.loggedOut' AND actor_id = '{person.Id}'";
        Assert.Equal(1L, await app.ScalarAsync<long>(told));
    }

    [Fact]
    public async Task NewLogInInTheSameBrowser_EndsTheSessionBeforeIt()
    {
        var person = await app.StaffAsync("caseManager");
        var (browser, first) = await SessionAsync(person.UserName);

        var login = await browser.GetAsync("/login");
        await login.SubmitAsync(new() { ["UserName"] = person.UserName, ["Password"] = PlusApp.Password });

        Assert.NotEqual(HttpStatusCode.OK, await AskAsync(first));
        Assert.Equal("/profile", (await browser.GetAsync("/profile")).Path);
    }

    [Fact]
    public async Task LostPost_EndsTheSessionsThatBeganWithIt_AndANewPostDoesNot()
    {
        var person = await app.StaffAsync("caseManager");
        var (_, cookie) = await SessionAsync(person.UserName);
        var office = await app.OfficeAsync();
        await app.SaveAsync(new StaffPost(person.Id, office, "analyst", new DateOnly(2026, 1, 1)));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(cookie));

        await app.ScalarAsync<Guid>(
            $"UPDATE access.staff_post SET valid_to = '2026-04-14' WHERE staff_id = '{person.Id}' AND role_code = 'caseManager' RETURNING id"
        );

        Assert.NotEqual(HttpStatusCode.OK, await AskAsync(cookie));
        var (_, anew) = await SessionAsync(person.UserName);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(anew));
    }

    [Fact]
    public async Task Session_HoweverBusy_IsOverAfterADay()
    {
        var person = await app.StaffAsync("caseManager");
        var browser = await app.LoggedInAsAsync(person);
        var start = app.Now;
        while (app.Now - start + TimeSpan.FromMinutes(40) < TimeSpan.FromHours(24))
        {
            app.Now += TimeSpan.FromMinutes(40);
            Assert.Equal("/profile", (await browser.GetAsync("/profile")).Path);
        }

        app.Now += TimeSpan.FromMinutes(40);
        Assert.StartsWith("/login", (await browser.GetAsync("/profile")).Path, StringComparison.Ordinal);
    }

    // The cookie that the answer to a right password sets, as the server sent it.
    private async Task<string> CookieAsync(string userName) => (await SetCookieAsync(userName)).SetCookie;

    private async Task<(PageBrowser Browser, string Cookie)> SessionAsync(string userName)
    {
        var (browser, set) = await SetCookieAsync(userName);
        return (browser, set.Split(';')[0]);
    }

    private async Task<(PageBrowser Browser, string SetCookie)> SetCookieAsync(string userName)
    {
        var browser = app.Browser();
        var login = await browser.GetAsync("/login");
        browser.FollowsRedirects = false;
        var welcome = await login.SubmitAsync(new() { ["UserName"] = userName, ["Password"] = PlusApp.Password });
        var set = welcome
            .Response.Headers.GetValues("Set-Cookie")
            .First(c => c.StartsWith("plus-session=", StringComparison.Ordinal));
        return (browser, set);
    }

    private async Task<HttpStatusCode> AskAsync(string cookie)
    {
        var browser = app.Browser();
        browser.FollowsRedirects = false;
        var request = new HttpRequestMessage(HttpMethod.Get, "/profile");
        request.Headers.Add("Cookie", cookie);
        return (await browser.SendAsync(request)).Status;
    }
}

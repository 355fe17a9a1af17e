using System.Net;
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
    public async Task Form_WithoutItsToken_IsRefused()
    {
        var browser = await app.LoggedInAsAsync("caseManager");

        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await browser.PostAsync("/clients/new", [new("GivenName", "A")])).Status
        );
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync("/logout", [])).Status);
    }

    // The cookie that the answer to a right password sets, as the server sent it.
    private async Task<string> CookieAsync(string userName)
    {
        var browser = app.Browser();
        var login = await browser.GetAsync("/login");
        browser.FollowsRedirects = false;
        var welcome = await login.SubmitAsync(new() { ["UserName"] = userName, ["Password"] = PlusApp.Password });
        return welcome
            .Response.Headers.GetValues("Set-Cookie")
            .First(c => c.StartsWith("plus-session=", StringComparison.Ordinal));
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

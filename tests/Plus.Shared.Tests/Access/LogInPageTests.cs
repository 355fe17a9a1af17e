using System.Net;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Access;

public sealed class LogInPageTests(PlusApp app) : IClassFixture<PlusApp>
{
    [Fact]
    public async Task Home_NotLoggedIn_SendsToLogIn()
    {
        var page = await app.Browser().GetAsync("/");

        Assert.Equal("/login?back=%2F", page.Path);
        Assert.Equal("Pieslēgšanās", page.Heading);
    }

    [Fact]
    public async Task LogIn_RightPassword_ShowsHomeAndIsAudited()
    {
        var person = await app.StaffAsync("caseManager");
        var browser = await app.LoggedInAsAsync(person);

        var home = await browser.GetAsync("/");

        Assert.Equal(HttpStatusCode.OK, home.Status);
        Assert.Equal("Šodienas darbi", home.Heading);
        Assert.Equal(
            1L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM audit.process WHERE type = 'access.loggedIn' AND actor_id = '{person.Id}'"
            )
        );
    }

    [Fact]
    public async Task LogIn_WrongPassword_SaysTheSameAsForAnUnknownName()
    {
        var person = await app.StaffAsync("caseManager");

        var wrong = await (await app.Browser().GetAsync("/login")).SubmitAsync(
            new() { ["UserName"] = person.UserName, ["Password"] = "nav-pareiza" }
        );
        var unknown = await (await app.Browser().GetAsync("/login")).SubmitAsync(
            new() { ["UserName"] = "nav-tāda", ["Password"] = "nav-pareiza" }
        );

        Assert.Equal(wrong.Errors, unknown.Errors);
        Assert.Single(wrong.Errors);
        Assert.DoesNotContain("nav-pareiza", wrong.Text, StringComparison.Ordinal);
        Assert.NotEqual(
            0L,
            await app.ScalarAsync<long>("SELECT count(*) FROM audit.process WHERE type = 'access.logInFailed'")
        );
    }

    [Fact]
    public async Task LogIn_FiveWrongPasswords_LocksTheRightOneOut()
    {
        var person = await app.StaffAsync("caseManager");
        ReadPage page = await app.Browser().GetAsync("/login");
        for (var i = 0; i < 5; i++)
        {
            page = await page.SubmitAsync(new() { ["UserName"] = person.UserName, ["Password"] = "nepareiza" });
        }

        page = await page.SubmitAsync(new() { ["UserName"] = person.UserName, ["Password"] = PlusApp.Password });

        Assert.Contains("15 minūtēm", page.Errors.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LogIn_OfOnePersonManyTimesAtOnce_LetsEveryOneIn()
    {
        var person = await app.StaffAsync("caseManager");

        var homes = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => LogInAsync(person.UserName, PlusApp.Password))
        );

        Assert.All(homes, home => Assert.Equal((HttpStatusCode.OK, "/"), (home.Status, home.Path)));
    }

    [Fact]
    public async Task LogIn_FiveWrongPasswordsAtOnce_AreAllCounted()
    {
        var person = await app.StaffAsync("caseManager");

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => LogInAsync(person.UserName, "nepareiza")));
        var right = await LogInAsync(person.UserName, PlusApp.Password);

        Assert.Contains("15 minūtēm", right.Errors.Single(), StringComparison.Ordinal);
    }

    private async Task<ReadPage> LogInAsync(string userName, string password) =>
        await (await app.Browser().GetAsync("/login")).SubmitAsync(
            new() { ["UserName"] = userName, ["Password"] = password }
        );

    [Fact]
    public async Task UnknownAddress_LoggedIn_IsNotFound()
    {
        var browser = await app.LoggedInAsAsync("caseManager");

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/nav-tādas-lapas")).Status);
    }
}

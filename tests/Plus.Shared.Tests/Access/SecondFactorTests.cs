using System.Net;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Access;

public sealed class SecondFactorTests(PlusApp app) : IClassFixture<PlusApp>
{
    private const string SetUp = "/profile/second-factor";

    [Fact]
    public async Task PrivilegedRole_WithoutASecondFactor_RestsUntilThereIsOne()
    {
        var person = await app.StaffAsync("administrator");
        var browser = app.Browser();

        var welcome = await LogInAsync(browser, person.UserName);

        Assert.Equal(SetUp, welcome.Path);
        Assert.Contains("loma nedarbojas", welcome.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/access/staff")).Status);

        var done = await welcome.SubmitAsync(new() { ["Code"] = CodeOf(welcome) });

        Assert.Empty(done.Errors);
        Assert.Equal(10, done.Html.QuerySelectorAll("#codes code").Length);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/access/staff")).Status);
        Assert.Equal(1L, await ProcessesAsync(person.Id.Value, "access.secondFactorOn"));
        Assert.Equal(
            0L,
            await app.ScalarAsync<long>(
                "SELECT count(*) FROM audit.process WHERE changes::text LIKE '%\"Secret\": [null, \"C%' OR changes::text LIKE '%otpauth%'"
            )
        );
    }

    [Fact]
    public async Task LogIn_WithASecondFactor_AsksForACodeAndNoCodeIsGoodTwice()
    {
        var (person, secret, _) = await WithFactorAsync("caseManager");
        app.Now += TimeSpan.FromMinutes(2);
        var code = Authenticator.Code(secret, app.Now);

        var asked = await LogInAsync(app.Browser(), person.UserName, "/tasks");
        Assert.StartsWith("/login/code", asked.Path, StringComparison.Ordinal);
        Assert.Equal(0L, await ProcessesAsync(person.Id.Value, "access.loggedIn") - 1);
        var home = await asked.SubmitAsync(new() { ["Code"] = code });
        Assert.Equal("/tasks", home.Path);

        var again = await LogInAsync(app.Browser(), person.UserName);
        var refused = await again.SubmitAsync(new() { ["Code"] = code });

        Assert.StartsWith("/login/code", refused.Path, StringComparison.Ordinal);
        Assert.Single(refused.Errors);
    }

    [Fact]
    public async Task RecoveryCode_InsteadOfTheTelephone_IsGoodOnce()
    {
        var (person, _, paper) = await WithFactorAsync("caseManager");

        var first = await (await LogInAsync(app.Browser(), person.UserName)).SubmitAsync(
            new() { ["Code"] = paper[0].ToUpperInvariant().Replace("-", " ", StringComparison.Ordinal) }
        );
        var second = await (await LogInAsync(app.Browser(), person.UserName)).SubmitAsync(
            new() { ["Code"] = paper[0] }
        );

        Assert.Equal("/", first.Path);
        Assert.Single(second.Errors);
    }

    [Fact]
    public async Task WrongCodes_LockTheLogInAsWrongPasswordsDo()
    {
        var (person, secret, _) = await WithFactorAsync("caseManager");
        app.Now += TimeSpan.FromMinutes(2);
        var page = await LogInAsync(app.Browser(), person.UserName);
        for (var i = 0; i < 5; i++)
        {
            page = await page.SubmitAsync(new() { ["Code"] = "000000" });
        }

        var right = await page.SubmitAsync(new() { ["Code"] = Authenticator.Code(secret, app.Now) });

        Assert.Single(right.Errors);
        Assert.Contains("pārāk daudz reižu", right.Errors[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task CodePage_WithoutThePasswordFirst_LeadsToTheLogIn()
    {
        Assert.Equal("/login", (await app.Browser().GetAsync("/login/code")).Path);
    }

    [Fact]
    public async Task SecondFactor_TurnedOffWithACode_NoLongerAsksForOne()
    {
        var (person, secret, _) = await WithFactorAsync("caseManager");
        app.Now += TimeSpan.FromMinutes(2);
        var browser = app.Browser();
        await (await LogInAsync(browser, person.UserName)).SubmitAsync(
            new() { ["Code"] = Authenticator.Code(secret, app.Now) }
        );

        var wrong = await (await browser.GetAsync(SetUp)).SubmitAsync(new() { ["Code"] = "123" });
        Assert.Single(wrong.Errors);
        app.Now += TimeSpan.FromMinutes(2);
        var off = await wrong.SubmitAsync(new() { ["Code"] = Authenticator.Code(secret, app.Now) });

        Assert.Equal("/profile", off.Path);
        Assert.Equal("/", (await LogInAsync(app.Browser(), person.UserName)).Path);
        Assert.NotEqual(
            0L,
            await app.ScalarAsync<long>("SELECT count(*) FROM audit.process WHERE type = 'access.secondFactorOff'")
        );
    }

    [Fact]
    public async Task LostTelephone_IsLiftedByAnotherAdministratorAndNotByOneself()
    {
        var (person, _, _) = await WithFactorAsync("caseManager");
        var admin = await app.LoggedInAsAsync("administrator");

        var page = await (await admin.GetAsync($"/access/staff/{person.Id}")).SubmitAsync(
            button: "Noņemt otro faktoru"
        );
        Assert.Contains("Otrais faktors noņemts", page.Words, StringComparison.Ordinal);
        Assert.Equal(1L, await ProcessesAsync(person.Id.Value, "access.secondFactorReset"));
        Assert.Equal("/", (await LogInAsync(app.Browser(), person.UserName)).Path);

        var own = await (await admin.GetAsync($"/access/staff/{admin.StaffId}")).SubmitAsync(
            button: "Noņemt otro faktoru"
        );
        Assert.Single(own.Errors);
    }

    [Fact]
    public async Task Form_OfAnotherPerson_BringsNoSecretIn()
    {
        var one = app.Browser();
        await LogInAsync(one, (await app.StaffAsync("caseManager")).UserName);
        var two = app.Browser();
        await LogInAsync(two, (await app.StaffAsync("caseManager")).UserName);
        var foreign = await one.GetAsync(SetUp);
        var own = await two.GetAsync(SetUp);

        var refused = await own.SubmitAsync(
            new()
            {
                ["Sealed"] = foreign.Html.QuerySelector("[name=Sealed]")!.GetAttribute("value"),
                ["Code"] = CodeOf(foreign),
            }
        );

        Assert.Single(refused.Errors);
        Assert.Contains("novecojusi", refused.Errors[0], StringComparison.Ordinal);
    }

    private async Task<(Plus.Shared.Access.Records.Staff Person, string Secret, List<string> Paper)> WithFactorAsync(
        string role
    )
    {
        var person = await app.StaffAsync(role);
        var browser = app.Browser();
        await LogInAsync(browser, person.UserName);
        var page = await browser.GetAsync(SetUp);
        var secret = page.Html.QuerySelector("#secret")!.TextContent;
        var done = await page.SubmitAsync(new() { ["Code"] = CodeOf(page) });
        return (person, secret, [.. done.Html.QuerySelectorAll("#codes code").Select(c => c.TextContent)]);
    }

    private string CodeOf(ReadPage page) =>
        Authenticator.Code(page.Html.QuerySelector("#secret")!.TextContent, app.Now);

    private static async Task<ReadPage> LogInAsync(PageBrowser browser, string userName, string back = "/") =>
        await (await browser.GetAsync("/login?back=" + Uri.EscapeDataString(back))).SubmitAsync(
            new() { ["UserName"] = userName, ["Password"] = PlusApp.Password }
        );

    private Task<long> ProcessesAsync(Guid person, string type) =>
        app.ScalarAsync<long>($"SELECT count(*) FROM audit.process WHERE type = '{type}' AND subject_id = '{person}'");
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using Plus.Shared.Access.Records;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Access;

public sealed class StaffPagesTests(PlusApp app) : IClassFixture<PlusApp>
{
    private const string GoodPassword = "zaļa-krūze-uz-galda-9";

    [Fact]
    public async Task NewPerson_GetsALinkOnceSetsPasswordAndLogsIn()
    {
        var admin = await app.LoggedInAsAsync("administrator");

        var made = await AddAsync(admin, "jauna.darbiniece");
        var link = made.Html.QuerySelector("#link")!.TextContent;
        var again = await admin.GetAsync(made.Path);
        var newcomer = app.Browser();
        var form = await newcomer.GetAsync(new Uri(link).AbsolutePath);
        var set = await form.SubmitAsync(new() { ["Password"] = GoodPassword, ["Again"] = GoodPassword });
        var home = await set.SubmitAsync(new() { ["UserName"] = "jauna.darbiniece", ["Password"] = GoodPassword });
        var second = await app.Browser().GetAsync(new Uri(link).AbsolutePath);

        Assert.Equal("Jauna Bērziņa", made.Heading);
        Assert.Null(again.Html.QuerySelector("#link"));
        Assert.Contains("jauna.darbiniece", form.Words, StringComparison.Ordinal);
        Assert.Equal("/login", set.Path);
        Assert.Equal("/", home.Path);
        Assert.Equal(HttpStatusCode.Gone, second.Status);
        Assert.Equal(
            "access.staffAdded,access.passwordSet,access.loggedIn",
            await app.ScalarAsync<string>(
                "SELECT string_agg(type, ',' ORDER BY p.at, p.id) FROM audit.process p JOIN access.staff s ON s.id = p.subject_id WHERE s.user_name = 'jauna.darbiniece'"
            )
        );
        Assert.Equal(
            0L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM audit.process WHERE changes::text LIKE '%{new Uri(link).Segments[^1]}%'"
            )
        );
    }

    [Theory]
    [InlineData("Jauna Persona", "jauna persona", "Lietotājvārdā jābūt")]
    [InlineData("", "", "Aizpildiet šo lauku")]
    public async Task NewPerson_UserNameNotOfTheForm_IsAskedAgainAndKeepsWhatWasTyped(
        string surname,
        string userName,
        string says
    )
    {
        var admin = await app.LoggedInAsAsync("administrator");
        var page = await admin.GetAsync("/access/staff/new");

        var answer = await page.SubmitAsync(
            new()
            {
                ["Form.GivenName"] = "Zane",
                ["Form.Surname"] = surname,
                ["Form.UserName"] = userName,
                ["Form.Role"] = "caseManager",
                ["Form.Office"] = await OfficeAsync("KU-LI1"),
            }
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(answer.Errors, e => e.Contains(says, StringComparison.Ordinal));
        Assert.Equal("Zane", answer.Html.QuerySelector("[name='Form.GivenName']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task NewPerson_UserNameTakenInOtherCapitals_IsRefused()
    {
        var admin = await app.LoggedInAsAsync("administrator");
        var taken = await app.StaffAsync("caseManager");
        taken.Rename("Aiznemts");
        await app.SaveAsync(new Staff(Kernel.Ids.StaffId.New(), "AIZNEMTS", "A", "B", new DateOnly(2020, 1, 1)));

        var answer = await AddAsync(admin, "aiznemts");

        Assert.Equal(["Lietotājvārds: Šāds lietotājvārds jau ir. Izvēlieties citu"], answer.Errors);
    }

    [Theory]
    [InlineData("īsa-parole", "Parolei jābūt vismaz 12 rakstzīmes garai")]
    [InlineData("Parole123456", "Šo paroli ir viegli uzminēt")]
    [InlineData("P@ssw0rd2026!!", "Šo paroli ir viegli uzminēt")]
    [InlineData("Latvija2026!!!", "Šo paroli ir viegli uzminēt")]
    [InlineData("123456789012", "Šo paroli ir viegli uzminēt")]
    [InlineData("abcabcabcabc", "Šo paroli ir viegli uzminēt")]
    [InlineData("kāda-testa-rīts-9", "Parolē nedrīkst būt jūsu vārds")]
    public async Task ChangePassword_PoorPassword_IsRefused(string password, string says)
    {
        var browser = await app.LoggedInAsAsync("caseManager");
        var page = await browser.GetAsync("/profile/password");

        var answer = await page.SubmitAsync(
            new()
            {
                ["Old"] = PlusApp.Password,
                ["Password"] = password,
                ["Again"] = password,
            }
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(says, Assert.Single(answer.Errors), StringComparison.Ordinal);
        Assert.Null(answer.Html.QuerySelector("[name=Old]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task ChangePassword_EndsOtherSessionsAndKeepsThisOne()
    {
        var person = await app.StaffAsync("caseManager");
        var here = await app.LoggedInAsAsync(person);
        var elsewhere = await app.LoggedInAsAsync(person);

        var done = await (await here.GetAsync("/profile/password")).SubmitAsync(
            new()
            {
                ["Old"] = PlusApp.Password,
                ["Password"] = GoodPassword,
                ["Again"] = GoodPassword,
            }
        );

        Assert.Equal("/profile", done.Path);
        Assert.Equal("/profile", (await here.GetAsync("/profile")).Path);
        Assert.StartsWith("/login", (await elsewhere.GetAsync("/profile")).Path, StringComparison.Ordinal);
        Assert.NotEqual(
            0L,
            await app.ScalarAsync<long>("SELECT count(*) FROM audit.process WHERE type = 'access.passwordChanged'")
        );
    }

    [Fact]
    public async Task ChangePassword_OldOneGuessedFiveTimes_LocksTheLogIn()
    {
        var person = await app.StaffAsync("caseManager");
        var browser = await app.LoggedInAsAsync(person);
        ReadPage answer = null!;
        for (var i = 0; i < 5; i++)
        {
            answer = await (await browser.GetAsync("/profile/password")).SubmitAsync(
                new()
                {
                    ["Old"] = "nezinu nezinu",
                    ["Password"] = GoodPassword,
                    ["Again"] = GoodPassword,
                }
            );
        }

        Assert.Equal(
            ["Pašreizējā parole: Parole pārāk daudz reižu ievadīta nepareizi. Mēģiniet pēc 15 minūtēm"],
            answer.Errors
        );
        var locked = await app.ReadAsync(db => db.Set<Staff>().SingleAsync(s => s.Id == person.Id));
        Assert.Equal(app.Now.AddMinutes(15), locked.LockoutEnd);

        var admin = await app.LoggedInAsAsync("administrator");
        var unlocked = await (await admin.GetAsync($"/access/staff/{person.Id}")).SubmitAsync(
            button: "Atbloķēt pieslēgšanos"
        );
        Assert.Equal(HttpStatusCode.OK, unlocked.Status);
        Assert.Null((await app.ReadAsync(db => db.Set<Staff>().SingleAsync(s => s.Id == person.Id))).LockoutEnd);
        Assert.NotEqual(
            0L,
            await app.ScalarAsync<long>("SELECT count(*) FROM audit.process WHERE type = 'access.staffUnlocked'")
        );
    }

    [Fact]
    public async Task NewLink_WithdrawsTheOlderOne()
    {
        var admin = await app.LoggedInAsAsync("administrator");
        var person = await app.StaffAsync("caseManager");

        async Task<string> LinkAsync()
        {
            var page = await admin.GetAsync($"/access/staff/{person.Id}");
            var made = await page.SubmitAsync(button: "Izveidot jaunu paroles saiti");
            return new Uri(made.Html.QuerySelector("#link")!.TextContent).AbsolutePath;
        }

        var first = await LinkAsync();
        var second = await LinkAsync();

        Assert.Equal(HttpStatusCode.Gone, (await app.Browser().GetAsync(first)).Status);
        Assert.Equal(HttpStatusCode.OK, (await app.Browser().GetAsync(second)).Status);
        Assert.NotEqual(
            0L,
            await app.ScalarAsync<long>("SELECT count(*) FROM audit.process WHERE type = 'access.passwordLinkMade'")
        );
    }

    [Fact]
    public async Task Link_AfterThreeDays_IsWorthless()
    {
        await using var own = new PlusApp();
        await own.InitializeAsync();
        var admin = await own.LoggedInAsAsync("administrator");
        var person = await own.StaffAsync("caseManager");
        var made = await (await admin.GetAsync($"/access/staff/{person.Id}")).SubmitAsync(
            button: "Izveidot jaunu paroles saiti"
        );
        var link = new Uri(made.Html.QuerySelector("#link")!.TextContent).AbsolutePath;

        own.Now = own.Now.AddHours(72);
        var late = await own.Browser().GetAsync(link);

        Assert.Equal(HttpStatusCode.Gone, late.Status);
        Assert.Empty(late.Html.QuerySelectorAll("input[type=password]"));
    }

    [Theory]
    [InlineData("caseManager")]
    [InlineData("dataProtectionOfficer")]
    [InlineData("officeHead")]
    public async Task NewPerson_ByOtherRoles_IsForbidden(string role)
    {
        var browser = await app.LoggedInAsAsync(role);

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/access/staff/new")).Status);
    }

    [Fact]
    public async Task Person_OfAnotherOffice_DoesNotExistForAnOfficeHead()
    {
        var head = await app.LoggedInAsAsync("officeHead", await OfficeIdAsync("KU-LI1"));
        var near = await app.StaffAsync("caseManager", await OfficeIdAsync("KU-LI1"));
        var far = await app.StaffAsync("caseManager", await OfficeIdAsync("VI-CES"));

        var seen = await head.GetAsync($"/access/staff/{near.Id}");
        var unseen = await head.GetAsync($"/access/staff/{far.Id}");
        var forced = await seen.Browser.SendAsync(
            new HttpRequestMessage(HttpMethod.Get, $"/access/staff/{near.Id}/leave")
        );

        Assert.Equal(HttpStatusCode.OK, seen.Status);
        Assert.Empty(seen.Html.QuerySelectorAll("main form"));
        Assert.Equal(HttpStatusCode.NotFound, unseen.Status);
        Assert.Equal(HttpStatusCode.Forbidden, forced.Status);
    }

    private async Task<ReadPage> AddAsync(PageBrowser admin, string userName)
    {
        var page = await admin.GetAsync("/access/staff/new");
        return await page.SubmitAsync(
            new()
            {
                ["Form.GivenName"] = "Jauna",
                ["Form.Surname"] = "Bērziņa",
                ["Form.UserName"] = userName,
                ["Form.Role"] = "caseManager",
                ["Form.Office"] = await OfficeAsync("KU-LI1"),
                ["Form.From"] = "15.4.26",
            }
        );
    }

    private Task<string> OfficeAsync(string code) =>
        app.ScalarAsync<string>($"SELECT id::text FROM organisation.office WHERE code = '{code}'");

    private async Task<Kernel.Ids.OfficeId> OfficeIdAsync(string code) => new(Guid.Parse(await OfficeAsync(code)));
}

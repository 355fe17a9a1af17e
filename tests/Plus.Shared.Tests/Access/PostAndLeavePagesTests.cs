using System.Net;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Shared.Access.Records;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Access;

public sealed class PostAndLeavePagesTests(PlusApp app) : IClassFixture<PlusApp>
{
    [Fact]
    public async Task FurtherPost_GivesItsPermissionsWithTheNextClick()
    {
        var admin = await app.LoggedInAsAsync("administrator");
        var person = await app.StaffAsync("caseManager");
        var browser = await app.LoggedInAsAsync(person);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/intake")).Status);

        var given = await GiveAsync(admin, person.Id, "intakeClerk", "15.04.2026");

        Assert.Equal($"/access/staff/{person.Id}", given.Path);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/intake")).Status);
        Assert.Equal(1L, await CountAsync("access.postGiven", person.Id));
    }

    [Fact]
    public async Task SamePostTwiceAtOnce_IsRefused()
    {
        var admin = await app.LoggedInAsAsync("administrator");
        var person = await app.StaffAsync("caseManager");

        await GiveAsync(admin, person.Id, "analyst", "15.04.2026");
        var again = await GiveAsync(admin, person.Id, "analyst", "01.06.2026");

        Assert.Equal(["Loma: Darbiniekam šajā laikā jau ir šis amats"], again.Errors);
        Assert.Equal(1L, await CountAsync("access.postGiven", person.Id));
    }

    [Fact]
    public async Task OwnPost_IsGivenByAnother()
    {
        var person = await app.StaffAsync("administrator");
        var admin = await app.LoggedInAsAsync(person);

        var refused = await GiveAsync(admin, person.Id, "caseManager", "15.04.2026");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.StartsWith("Sev amatu piešķirt nevar", Assert.Single(refused.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EndedPost_TakesItsPermissionsAwayTheNextDayOrAtOnceWhenEndedYesterday()
    {
        var admin = await app.LoggedInAsAsync("administrator");
        var person = await app.StaffAsync("caseManager");
        await GiveAsync(admin, person.Id, "intakeClerk", "01.04.2026");
        var browser = await app.LoggedInAsAsync(person);
        var page = await admin.GetAsync($"/access/staff/{person.Id}");
        var end = page
            .Html.QuerySelectorAll("main table a")
            .First(a => a.TextContent.Contains("Ienākošo dokumentu", StringComparison.Ordinal))
            .GetAttribute("href")!;

        var tooEarly = await (await admin.GetAsync(end)).SubmitAsync(new() { ["LastDay"] = "13.04.2026" });
        var done = await (await admin.GetAsync(end)).SubmitAsync(new() { ["LastDay"] = "14.04.2026" });

        Assert.Equal(["Pēdējā diena amatā: Pēdējā diena nevar būt agrāk par vakardienu"], tooEarly.Errors);
        Assert.Equal($"/access/staff/{person.Id}", done.Path);
        Assert.StartsWith("/login", (await browser.GetAsync("/intake")).Path, StringComparison.Ordinal);
        browser = await app.LoggedInAsAsync(person);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/intake")).Status);
        Assert.NotEqual(
            0L,
            await app.ScalarAsync<long>("SELECT count(*) FROM audit.process WHERE type = 'access.postEnded'")
        );
    }

    [Fact]
    public async Task Leaving_AtOnce_EndsTheVeryNextClickAndEveryWayBackIn()
    {
        var admin = await app.LoggedInAsAsync("administrator");
        var person = await app.StaffAsync("caseManager");
        var browser = await app.LoggedInAsAsync(person);
        Assert.Equal("/profile", (await browser.GetAsync("/profile")).Path);

        var done = await LeaveAsync(admin, person.Id, "now", null);

        Assert.Equal($"/access/staff/{person.Id}", done.Path);
        Assert.Contains("Vairs nestrādā", done.Words, StringComparison.Ordinal);
        Assert.StartsWith("/login", (await browser.GetAsync("/profile")).Path, StringComparison.Ordinal);
        Assert.Equal("/login", (await (await app.Browser().GetAsync("/login")).SubmitAsync(LogIn(person))).Path);
        var forced = await admin.PostAsync($"/access/staff/{person.Id}?handler=Link", await TokenAsync(admin));
        Assert.StartsWith("Darbinieka piekļuve ir izbeigta", Assert.Single(forced.Errors), StringComparison.Ordinal);
        Assert.Equal("aizgāja citā darbā", await ReasonAsync("access.staffLeft", person.Id));
    }

    [Fact]
    public async Task Leaving_OnALastDay_KeepsAccessUntilThen()
    {
        await using var own = new PlusApp();
        await own.InitializeAsync();
        var admin = await own.LoggedInAsAsync("administrator");
        var person = await own.StaffAsync("caseManager");

        await LeaveAsync(admin, person.Id, "lastDay", "20.04.2026");
        own.Now = new DateTimeOffset(2026, 4, 20, 20, 59, 0, TimeSpan.Zero);
        var lastMinute = await own.LoggedInAsAsync(person);
        var onLastDay = await lastMinute.GetAsync("/profile");
        own.Now = new DateTimeOffset(2026, 4, 20, 21, 1, 0, TimeSpan.Zero);
        var after = await lastMinute.GetAsync("/profile");

        Assert.Equal("/profile", onLastDay.Path);
        Assert.StartsWith("/login", after.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaving_LastAdministrator_IsRefused()
    {
        await using var own = new PlusApp();
        await own.InitializeAsync();
        var person = await own.StaffAsync("administrator");
        var admin = await own.LoggedInAsAsync(person);

        var refused = await LeaveAsync(admin, person.Id, "now", null);

        Assert.StartsWith("Pēc tam neviens vairs", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Null((await own.ReadAsync(db => db.Set<Staff>().SingleAsync(s => s.Id == person.Id))).ActiveTo);
    }

    [Fact]
    public async Task Leaving_WithoutReasonOrDay_IsAskedAgain()
    {
        var admin = await app.LoggedInAsAsync("administrator");
        var person = await app.StaffAsync("caseManager");
        var page = await admin.GetAsync($"/access/staff/{person.Id}/leave");

        var answer = await page.SubmitAsync(new() { ["When"] = "lastDay" });

        Assert.Equal(["Pēdējā diena: Ierakstiet pēdējo dienu", "Pamatojums: Aizpildiet šo lauku"], answer.Errors);
    }

    [Fact]
    public async Task Correction_AfterSomebodyElses_ShowsBothAndLosesNothing()
    {
        var one = await app.LoggedInAsAsync("administrator");
        var two = await app.LoggedInAsAsync("administrator");
        var person = await app.StaffAsync("caseManager");
        var first = await one.GetAsync($"/access/staff/{person.Id}/edit");
        var second = await two.GetAsync($"/access/staff/{person.Id}/edit");

        await first.SubmitAsync(new() { ["Surname"] = "Kalniņa" });
        var conflict = await second.SubmitAsync(new() { ["Surname"] = "Liepa" });
        var decided = await conflict.SubmitAsync(form: "form[method=post]:has([name=Surname])");

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("Kalniņa", conflict.Words, StringComparison.Ordinal);
        Assert.Equal("Liepa", conflict.Html.QuerySelector("[name=Surname]")!.GetAttribute("value"));
        Assert.Equal($"/access/staff/{person.Id}", decided.Path);
        Assert.Equal("Liepa", (await app.ReadAsync(db => db.Set<Staff>().SingleAsync(s => s.Id == person.Id))).Surname);
        Assert.Equal(2L, await CountAsync("access.staffCorrected", person.Id));
    }

    private static Dictionary<string, string?> LogIn(Staff person) =>
        new() { ["UserName"] = person.UserName, ["Password"] = PlusApp.Password };

    private static async Task<ReadPage> LeaveAsync(PageBrowser admin, StaffId id, string when, string? lastDay)
    {
        var page = await admin.GetAsync($"/access/staff/{id}/leave");
        return await page.SubmitAsync(
            new()
            {
                ["When"] = when,
                ["LastDay"] = lastDay ?? "",
                ["Reason"] = "aizgāja citā darbā",
            }
        );
    }

    private static async Task<ReadPage> GiveAsync(PageBrowser admin, StaffId id, string role, string from)
    {
        var page = await admin.GetAsync($"/access/staff/{id}/posts/new");
        var office = page.Html.QuerySelectorAll("[name=Office] option")[1].GetAttribute("value");
        return await page.SubmitAsync(
            new()
            {
                ["Role"] = role,
                ["Office"] = office,
                ["From"] = from,
            }
        );
    }

    private static async Task<Dictionary<string, string>> TokenAsync(PageBrowser browser)
    {
        var page = await browser.GetAsync("/profile/password");
        return new()
        {
            ["__RequestVerificationToken"] = page
                .Html.QuerySelector("[name=__RequestVerificationToken]")!
                .GetAttribute("value")!,
        };
    }

    private Task<long> CountAsync(string type, StaffId subject) =>
        app.ScalarAsync<long>($"SELECT count(*) FROM audit.process WHERE type = '{type}' AND subject_id = '{subject}'");

    private Task<string> ReasonAsync(string type, StaffId subject) =>
        app.ScalarAsync<string>($"SELECT reason FROM audit.process WHERE type = '{type}' AND subject_id = '{subject}'");
}

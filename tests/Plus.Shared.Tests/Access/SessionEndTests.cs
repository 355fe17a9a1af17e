using System.Net;
using Plus.Shared.Cases.Contract;
using Plus.Testing.Cases;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Access;

public sealed class SessionEndTests(PlusApp app) : IClassFixture<PlusApp>
{
    private static readonly TimeSpan IdleTime = Plus.Host.Serving.PlusWebApp.IdleTime;

    [Fact]
    public async Task Session_UsedWithinTheIdleTime_GoesOn()
    {
        var browser = await app.LoggedInAsAsync("caseManager");

        for (var i = 0; i < 3; i++)
        {
            app.Now += IdleTime - TimeSpan.FromMinutes(1);
            Assert.Equal("/", (await browser.GetAsync("/")).Path);
        }
    }

    [Fact]
    public async Task Session_IdleForLonger_EndsAndLeadsBackAfterTheLogIn()
    {
        var person = await app.StaffAsync("caseManager");
        var browser = await app.LoggedInAsAsync(person);

        app.Now += IdleTime + TimeSpan.FromMinutes(1);
        var login = await browser.GetAsync("/sections");

        Assert.Equal("/login?back=%2Fsections", login.Path);
        var back = await login.SubmitAsync(new() { ["UserName"] = person.UserName, ["Password"] = PlusApp.Password });
        Assert.Equal("/sections", back.Path);
    }

    [Fact]
    public async Task Form_SentAfterTheSessionEnded_WaitsAsADraftBehindTheLogIn()
    {
        var section = await app.SectionAsync(new MeasureTerms("parole") { Until = new DateOnly(2027, 4, 1) });
        var person = await app.StaffAsync("caseManager");
        var browser = await app.LoggedInAsAsync(person);
        var address = $"/sections/{section.Id}/suspend";
        var form = await browser.GetAsync(address);

        app.Now += IdleTime + TimeSpan.FromMinutes(1);
        var login = await form.SubmitAsync(new() { ["Input.Reason"] = "illness", ["Input.Note"] = "Slimnīcā no rīta" });

        Assert.StartsWith("/login?back=", login.Path, StringComparison.Ordinal);
        Assert.Contains("Ierakstītais nav zudis", login.Words, StringComparison.Ordinal);
        Assert.Equal(0, await app.ProcessesAsync(section.Id, "cases.suspended"));
        var again = await login.SubmitAsync(new() { ["UserName"] = person.UserName, ["Password"] = PlusApp.Password });
        Assert.Equal(address, again.Path);
        Assert.Equal("Slimnīcā no rīta", again.Html.QuerySelector("[name='Input.Note']")?.TextContent.Trim());
    }

    [Fact]
    public async Task Form_SentLongAfterTheSessionEnded_IsNotKept()
    {
        var section = await app.SectionAsync(new MeasureTerms("parole") { Until = new DateOnly(2027, 4, 1) });
        var person = await app.StaffAsync("caseManager");
        var browser = await app.LoggedInAsAsync(person);
        var form = await browser.GetAsync($"/sections/{section.Id}/suspend");

        app.Now += IdleTime + TimeSpan.FromHours(13);
        var login = await form.SubmitAsync(new() { ["Input.Reason"] = "illness" });

        Assert.DoesNotContain("Ierakstītais nav zudis", login.Words, StringComparison.Ordinal);
        Assert.Equal(0L, await DraftsAsync(person.Id.Value));
    }

    [Fact]
    public async Task Form_OfSomebodyWhoLeft_IsNotKept()
    {
        var section = await app.SectionAsync(new MeasureTerms("parole") { Until = new DateOnly(2027, 4, 1) });
        var person = await app.StaffAsync("caseManager");
        var browser = await app.LoggedInAsAsync(person);
        var form = await browser.GetAsync($"/sections/{section.Id}/suspend");

        app.Now += IdleTime + TimeSpan.FromMinutes(1);
        await app.ScalarAsync<Guid>(
            $"UPDATE access.staff SET security_stamp = 'other' WHERE id = '{person.Id}' RETURNING id"
        );
        await form.SubmitAsync(new() { ["Input.Reason"] = "illness" });

        Assert.Equal(0L, await DraftsAsync(person.Id.Value));
    }

    [Fact]
    public async Task Form_WithAForeignToken_IsNotKept()
    {
        var section = await app.SectionAsync(new MeasureTerms("parole") { Until = new DateOnly(2027, 4, 1) });
        var person = await app.StaffAsync("caseManager");
        var browser = await app.LoggedInAsAsync(person);
        var form = await browser.GetAsync($"/sections/{section.Id}/suspend");

        app.Now += IdleTime + TimeSpan.FromMinutes(1);
        var login = await form.SubmitAsync(
            new() { ["Input.Reason"] = "illness", ["__RequestVerificationToken"] = "CfDJ8-not-ours" }
        );

        Assert.Equal(HttpStatusCode.OK, login.Status);
        Assert.Equal(0L, await DraftsAsync(person.Id.Value));
    }

    private Task<long> DraftsAsync(Guid staff) =>
        app.ScalarAsync<long>($"SELECT count(*) FROM drafts.draft WHERE staff_id = '{staff}'");
}

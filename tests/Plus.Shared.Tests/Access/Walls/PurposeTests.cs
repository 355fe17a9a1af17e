using System.Net;
using Plus.Shared.Access.Records;
using Plus.Testing.Arranging;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Access.Walls;

/// <summary>For what a client outside the own caseload is opened: asked once a day, and written with each view.</summary>
public sealed class PurposeTests(PlusApp app) : IClassFixture<PlusApp>
{
    [Fact]
    public async Task InOnesOwnCaseload_NothingIsAsked_AndTheCaseIsThePurpose()
    {
        var manager = await app.StaffAsync("caseManager");
        var own = await app.PersonAsync("Aija", "Savējā", manager: manager.Id);
        var browser = await AskedAsync(manager);

        var page = await browser.GetAsync(own.Href);

        Assert.False(page.AsksForPurpose);
        Assert.Equal(["case"], await PurposesAsync(browser, own));
    }

    [Fact]
    public async Task OfAColleague_ItIsAskedOnce_LastOneFirst_AndLeadsBack()
    {
        var (first, second) = (
            await app.PersonAsync("Baiba", "Kolēģes"),
            await app.PersonAsync("Biruta", "Arīkolēģes")
        );
        var manager = await app.StaffAsync("caseManager");
        var browser = await AskedAsync(manager);

        var asked = await browser.GetAsync(first.Href + "/timeline?kind=contacts");
        Assert.True(asked.AsksForPurpose);
        Assert.Contains(first.Case.Number, asked.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Kolēģes", asked.Text, StringComparison.Ordinal);
        Assert.Empty(await PurposesAsync(browser, first));
        var shown = await asked.SubmitAsync(button: "Klients ieradās vai sazinājās");
        Assert.Equal(first.Href + "/timeline?kind=contacts", shown.Path);
        Assert.Contains("Kolēģes", shown.Text, StringComparison.Ordinal);
        Assert.Contains("Kolēģes", (await browser.GetAsync(first.Href + "/data")).Text, StringComparison.Ordinal);
        Assert.Equal(["clientCame", "clientCame"], await PurposesAsync(browser, first));
        Assert.Equal(
            1L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM audit.process WHERE type = 'access.purposeStated' AND actor_id = '{manager.Id}' AND client_id = '{first.Client.Id}' AND \"values\" ->> 'purpose' = 'clientCame'"
            )
        );

        var again = await browser.GetAsync(second.Href);
        Assert.Equal("Klients ieradās vai sazinājās", again.Html.QuerySelector("main button")!.TextContent.Trim());
        Assert.True(again.Html.QuerySelector("main button")!.HasAttribute("autofocus"));
    }

    [Fact]
    public async Task TheNextDay_ItIsAskedAgain()
    {
        var person = await app.PersonAsync("Cecīlija", "Rītdiena");
        var manager = await app.StaffAsync("caseManager");
        var browser = await AskedAsync(manager);
        await (await browser.GetAsync(person.Href)).SubmitAsync();
        Assert.False((await browser.GetAsync(person.Href)).AsksForPurpose);
        var now = app.Now;
        app.Now = now.AddDays(1);
        try
        {
            var later = await AskedAsync(manager);
            Assert.True((await later.GetAsync(person.Href)).AsksForPurpose);
        }
        finally
        {
            app.Now = now;
        }
    }

    [Fact]
    public async Task AFormSentWithoutAPurpose_ShowsNothing_AndAsks()
    {
        var person = await app.PersonAsync("Daina", "Formas");
        var manager = await app.StaffAsync("caseManager");
        var browser = await AskedAsync(manager);
        var token = (await browser.GetAsync("/profile")).Html.QuerySelector("input[name=__RequestVerificationToken]")!;

        var sent = await browser.PostAsync(
            person.Href + "/notes/new",
            [new("__RequestVerificationToken", token.GetAttribute("value")!), new("Text", "")]
        );

        Assert.True(sent.AsksForPurpose);
        Assert.DoesNotContain("Formas", sent.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("intakeClerk", "intake")]
    [InlineData("registryClerk", "registry")]
    public async Task WhoKeepsARegister_IsNotAsked(string role, string purpose)
    {
        var person = await app.PersonAsync("Elīna", "Reģistra");
        var clerk = await app.StaffAsync(role);
        var browser = await AskedAsync(clerk);

        Assert.Contains("Reģistra", (await browser.GetAsync(person.Href)).Text, StringComparison.Ordinal);
        Assert.Equal([purpose], await PurposesAsync(browser, person));
    }

    [Fact]
    public async Task Lists_AskNothing_AndProgramsGetAStatus()
    {
        var person = await app.PersonAsync("Fanija", "Saraksta");
        var manager = await app.StaffAsync("caseManager");
        var browser = await AskedAsync(manager);
        Assert.False((await browser.GetAsync("/sections?state=open")).AsksForPurpose);
        Assert.False((await browser.GetAsync("/tasks")).AsksForPurpose);

        using var program = new HttpRequestMessage(HttpMethod.Get, person.Href);
        program.Headers.Accept.ParseAdd("application/json");
        Assert.Equal((HttpStatusCode)428, (await browser.SendAsync(program)).Status);
    }

    [Fact]
    public async Task TheQuestion_GivesNothingAway_AndLeadsNowhereElse()
    {
        var foreign = await app.PersonAsync("Gita", "Citureģiona", await app.OfficeAsync(1));
        var near = await app.PersonAsync("Hilda", "Tuvējā");
        var manager = await app.StaffAsync("caseManager");
        var browser = await AskedAsync(manager);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(foreign.Href + "/purpose")).Status);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await browser.GetAsync($"/clients/{Guid.CreateVersion7()}/purpose")).Status
        );
        var ask = await browser.GetAsync(near.Href + "/purpose?back=https%3A%2F%2Felsewhere.example%2F");
        var led = await ask.SubmitAsync();
        Assert.Equal(near.Href, led.Path);
        var unknown = await browser.PostAsync(
            near.Href + "/purpose",
            [
                new(
                    "__RequestVerificationToken",
                    ask.Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!
                ),
                new("Purpose", "curiosity"),
            ]
        );
        Assert.NotEmpty(unknown.Errors);
    }

    private async Task<PageBrowser> AskedAsync(Staff person)
    {
        var browser = await app.LoggedInAsAsync(person);
        browser.StatesPurpose = false;
        return browser;
    }

    private Task<IReadOnlyList<string>> PurposesAsync(PageBrowser browser, People.Person person) =>
        app.ReadListAsync(
            $"SELECT coalesce(purpose, '-') FROM audit.view WHERE actor_id = '{browser.StaffId}' AND kind = 'consult' AND '{person.Client.Id}' = ANY (clients) ORDER BY id"
        );
}

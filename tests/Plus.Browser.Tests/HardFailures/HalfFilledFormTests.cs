using Microsoft.Playwright;
using Plus.Browser.Tests.Browsing;

namespace Plus.Browser.Tests.HardFailures;

/// <summary>What was typed and not yet sent survives a killed server and a lost session.</summary>
public sealed class HalfFilledFormTests(Chromium chromium, ServedFolder served) : IClassFixture<ServedFolder>
{
    private const string Typed = "Pusē teikuma pazuda strāva, bet";

    [Fact]
    public async Task HalfFilledNote_AfterAKilledServerAndANewLogIn_StandsInTheForm()
    {
        var client = await served.PersonAsync("Pārtraukta", "Saruna");
        var person = await served.StaffAsync("caseManager");
        await using var context = await (await chromium.BrowserAsync()).NewContextAsync(
            new() { BaseURL = served.Address.GetLeftPart(UriPartial.Authority) }
        );
        var page = await context.NewPageAsync();
        await page.LogInAsync(person.UserName);
        await page.OpenAsync(client.Href + "/notes/new");

        await page.RunAndWaitForResponseAsync(
            () => page.GetByLabel("Teksts").PressSequentiallyAsync(Typed),
            answer => answer.Url.Contains("/drafts/", StringComparison.Ordinal) && answer.Ok
        );
        await served.KillAsync();
        await served.StartAsync();
        await context.ClearCookiesAsync();
        await page.OpenAsync(client.Href + "/notes/new");
        Assert.StartsWith("/login", page.Path(), StringComparison.Ordinal);
        await page.LogInHereAsync(person.UserName);

        Assert.Equal(client.Href + "/notes/new", page.Path());
        Assert.StartsWith("Pusē teikuma", await page.GetByLabel("Teksts").InputValueAsync(), StringComparison.Ordinal);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Atjaunots nepabeigts ieraksts");
    }
}

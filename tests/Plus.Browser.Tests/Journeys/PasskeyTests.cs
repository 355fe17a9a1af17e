using Microsoft.Playwright;
using Plus.Browser.Tests.Browsing;
using Plus.Testing.Pages;

namespace Plus.Browser.Tests.Journeys;

public sealed class PasskeyTests(Chromium chromium, ServedPlus plus)
    : BrowserTest(chromium, plus),
        IClassFixture<ServedPlus>
{
    [Fact]
    public async Task Administrator_AddsAPasskey_AndLogsInWithItAlone()
    {
        var person = await App.StaffAsync("administrator");
        var page = await OpenAsync();
        await AddDeviceAsync(page);
        await GoAsync(page, "/login");
        await page.Locator("[name=UserName]").FillAsync(person.UserName);
        await page.Locator("[name=Password]").FillAsync(PlusApp.Password);
        await page.Locator("main button[type=submit]").First.ClickAsync();
        await page.WaitForURLAsync("**/profile/second-factor");

        // The role rests: a passkey is offered beside the code.
        await page.GetByRole(AriaRole.Link, new() { Name = "Koda vietā var pievienot piekļuves atslēgu" }).ClickAsync();
        await page.Locator("[name=Name]").FillAsync("Darba dators");
        await page.Locator("#add-passkey button").ClickAsync();
        await page.Locator(".govuk-notification-banner").WaitForAsync();
        Assert.Contains("Darba dators", await page.Locator("main table").InnerTextAsync(), StringComparison.Ordinal);
        await page.ScreenshotAsync("passkeys");
        await GoAsync(page, "/access/staff");
        Assert.Equal("/access/staff", page.Path());

        await page.Context.ClearCookiesAsync();
        await GoAsync(page, "/login?back=%2Faccess%2Fstaff");
        await page.Locator("#passkey button").ClickAsync();
        await page.WaitForURLAsync("**/access/staff");

        // After the password the passkey is the second step.
        await page.Context.ClearCookiesAsync();
        await GoAsync(page, "/login");
        await page.Locator("[name=UserName]").FillAsync(person.UserName);
        await page.Locator("[name=Password]").FillAsync(PlusApp.Password);
        await page.Locator("main button[type=submit]").First.ClickAsync();
        await page.WaitForURLAsync("**/login/code**");
        await page.Locator("#passkey button").ClickAsync();
        await page.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/");

        await GoAsync(page, "/profile/passkeys");
        await page.Locator("main table button").ClickAsync();
        await page.Locator(".govuk-inset-text").WaitForAsync();
        await page.Context.ClearCookiesAsync();
        await GoAsync(page, "/login");
        await page.Locator("#passkey button").ClickAsync();
        await page.WaitForURLAsync("**/login/passkey");

        Assert.Contains("nevar", Assert.Single(await page.ErrorsAsync()), StringComparison.Ordinal);
        Assert.Equal(
            ["access.loggedIn", "access.passkeyAdded", "access.loggedIn", "access.loggedIn", "access.passkeyRemoved"],
            await App.ReadListAsync(
                $"SELECT type FROM audit.process WHERE actor_id = '{person.Id}' AND type ~ 'loggedIn|passkey' ORDER BY at, id"
            )
        );
    }

    // A passkey belongs to a name; an address of numbers has none.
    private Task GoAsync(IPage page, string path) =>
        page.GotoAsync($"http://localhost:{new Uri(Plus.Address).Port}{path}");

    private static async Task AddDeviceAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new()
            {
                ["options"] = new Dictionary<string, object>
                {
                    ["protocol"] = "ctap2",
                    ["transport"] = "internal",
                    ["hasResidentKey"] = true,
                    ["hasUserVerification"] = true,
                    ["isUserVerified"] = true,
                    ["automaticPresenceSimulation"] = true,
                },
            }
        );
    }
}

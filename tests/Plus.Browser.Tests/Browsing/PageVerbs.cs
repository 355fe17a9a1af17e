using Microsoft.Playwright;
using Plus.Testing.Pages;

namespace Plus.Browser.Tests.Browsing;

/// <summary>What a person does on a page, in the words on the page.</summary>
public static class PageVerbs
{
    /// <summary>Logs in with the password of all test people and arrives at Home.</summary>
    public static async Task LogInAsync(
        this IPage page,
        string userName,
        string password = PlusApp.Password,
        DateTimeOffset? now = null
    )
    {
        await page.GotoAsync("/login");
        await page.LogInHereAsync(userName, password, now);
    }

    /// <summary>The same on the log-in page that is already shown.</summary>
    public static async Task LogInHereAsync(
        this IPage page,
        string userName,
        string password = PlusApp.Password,
        DateTimeOffset? now = null
    )
    {
        await page.Locator("[name=UserName]").FillAsync(userName);
        await page.Locator("[name=Password]").FillAsync(password);
        await page.Locator("main button[type=submit]").First.ClickAsync();
        await page.WaitForURLAsync(url => !new Uri(url).AbsolutePath.StartsWith("/login", StringComparison.Ordinal));
        if (page.Path() == "/profile/second-factor")
        {
            var secret = await page.Locator("#secret").InnerTextAsync();
            await page.Locator("[name=Code]").FillAsync(Authenticator.Code(secret, now ?? DateTimeOffset.UtcNow));
            await page.Locator("main button[type=submit]").First.ClickAsync();
            await page.Locator("#codes").WaitForAsync();
        }
    }

    /// <summary>Opens an address and answers, with what is offered first, when the page asks for what.</summary>
    public static async Task OpenAsync(this IPage page, string path)
    {
        await page.GotoAsync(path);
        if (new Uri(page.Url).AbsolutePath.EndsWith("/purpose", StringComparison.Ordinal))
        {
            await page.Locator("main button[name=Purpose]").First.ClickAsync();
        }
    }

    /// <summary>The words of the first heading.</summary>
    public static async Task<string> HeadingAsync(this IPage page) =>
        (await page.Locator("h1").First.InnerTextAsync()).Trim();

    /// <summary>The lines of the error summary.</summary>
    public static async Task<IReadOnlyList<string>> ErrorsAsync(this IPage page) =>
        await page.Locator(".govuk-error-summary__list li").AllInnerTextsAsync();

    /// <summary>Path and query of the page shown.</summary>
    public static string Path(this IPage page) => new Uri(page.Url).PathAndQuery;

    /// <summary>How many pixels the page is wider than its window; 0 is right.</summary>
    public static Task<int> OverflowAsync(this IPage page) =>
        page.EvaluateAsync<int>(
            "() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)"
        );

    /// <summary>Keeps the whole page as TestResults/screens/name-width.png.</summary>
    public static async Task ScreenshotAsync(this IPage page, string name) =>
        await page.ScreenshotAsync(
            new() { Path = ResultFiles.In("screens", $"{name}-{page.ViewportSize!.Width}.png"), FullPage = true }
        );
}

using Microsoft.Playwright;
using Plus.Shared.Access.Records;
using Plus.Testing.Arranging;
using Plus.Testing.Pages;

namespace Plus.Browser.Tests.Browsing;

/// <summary>
/// A test in a real browser: contexts of its own, each watched. When the test fails, a trace of every context is kept in
/// TestResults/traces.
/// </summary>
public abstract class BrowserTest(Chromium chromium, ServedPlus plus) : IAsyncLifetime
{
    private readonly List<(IBrowserContext Context, PageWatch Watch)> _contexts = [];

    protected ServedPlus Plus => plus;

    protected PlusApp App => plus.App;

    /// <summary>Traces cost time; tests that visit very many pages leave them out.</summary>
    protected virtual bool Traces => true;

    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>A browser of somebody's own, not logged in: cookies, window, language.</summary>
    protected async Task<IPage> OpenAsync(int width = 1280, string language = "lv", bool script = true)
    {
        var browser = await chromium.BrowserAsync();
        var context = await browser.NewContextAsync(
            new()
            {
                BaseURL = plus.Address,
                ViewportSize = new() { Width = width, Height = width < 600 ? 844 : 900 },
                Locale = language == "lv" ? "lv-LV" : "en-GB",
                TimezoneId = "Europe/Riga",
                JavaScriptEnabled = script,
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        context.SetDefaultTimeout(15_000);
        var watch = new PageWatch(context, plus.Address);
        _contexts.Add((context, watch));
        if (Traces)
        {
            await context.Tracing.StartAsync(new() { Snapshots = true, Screenshots = false });
        }

        if (language != "lv")
        {
            await context.AddCookiesAsync([
                new()
                {
                    Name = "plus-lang",
                    Value = language,
                    Url = plus.Address,
                },
            ]);
        }

        var page = await context.NewPageAsync();
        await page.Clock.SetSystemTimeAsync(plus.App.Now.UtcDateTime);
        return page;
    }

    /// <summary>A new person with a delivered role, logged in.</summary>
    protected async Task<IPage> LoggedInAsync(
        string role,
        int width = 1280,
        string language = "lv",
        bool script = true
    ) => await LoggedInAsync(await App.StaffAsync(role), width, language, script);

    /// <summary>This person, logged in.</summary>
    protected async Task<IPage> LoggedInAsync(
        Staff person,
        int width = 1280,
        string language = "lv",
        bool script = true
    )
    {
        var page = await OpenAsync(width, language, script);
        await page.LogInAsync(person.UserName, now: App.Now);
        await App.StatePurposesAsync();
        return page;
    }

    public virtual async ValueTask DisposeAsync()
    {
        var failed = TestContext.Current.TestState?.Result == TestResult.Failed;
        var name = TestContext.Current.TestCase?.TestCaseDisplayName ?? GetType().Name;
        var complaints = new List<string>();
        foreach (var (context, watch) in _contexts)
        {
            if (Traces)
            {
                var number = _contexts.FindIndex(c => c.Context == context) + 1;
                await context.Tracing.StopAsync(
                    new() { Path = failed ? ResultFiles.In("traces", $"{name}-{number}.zip") : null }
                );
            }

            await context.DisposeAsync();
            complaints.AddRange(watch.Complaints);
        }

        GC.SuppressFinalize(this);
        if (!failed)
        {
            Faults.None(complaints);
        }
    }
}

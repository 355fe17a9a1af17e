using Plus.Browser.Tests.Browsing;
using Plus.Host.Demo;

namespace Plus.Browser.Tests.Walking;

/// <summary>Every delivered role walks the whole site by its links, in both languages and at two widths.</summary>
public sealed class SiteWalkTests(Chromium chromium, WalkedSite site)
    : BrowserTest(chromium, site.Plus),
        IClassFixture<WalkedSite>
{
    // Routes that no link leads to, and why.
    private static readonly Dictionary<string, string> NotLinked = new(StringComparer.Ordinal)
    {
        ["/login"] = "shown to those not logged in",
        ["/error/{code:int}"] = "shown when something fails",
        ["/kit"] = "the kit's own show-case; it has tests of its own",
    };

    protected override bool Traces => false;

    [Fact]
    public void EveryLink_InEveryRoleAndLanguage_LeadsToAWholePage() => Faults.None(site.Faults);

    [Fact]
    public void EveryPage_IsReachedByALink() =>
        Faults.None(site.Unreached.Except(NotLinked.Keys).Where(r => !r.StartsWith("/kit/", StringComparison.Ordinal)));

    [Fact]
    public async Task EveryPage_IsAccessibleAndFitsAWideAndANarrowWindow()
    {
        var faults = new List<string>();
        foreach (var person in site.Routes.Where(r => r.Page.Page.Document is not null).GroupBy(r => r.By))
        {
            var page = await OpenAsync();
            await page.LogInAsync(person.Key, DemoOptions.Password);
            foreach (var reached in person)
            {
                foreach (var width in (int[])[1280, 390])
                {
                    await page.SetViewportSizeAsync(width, 900);
                    await page.GotoAsync(reached.Page.Path);
                    await page.ScreenshotAsync("walk" + reached.Page.Route.Replace('/', '-'));
                    var wrong = await page.AxeAsync();
                    var overflow = await page.OverflowAsync();
                    faults.AddRange(wrong.Select(w => $"{reached.Page.Path} at {width}: {w}"));
                    if (overflow > 0)
                    {
                        faults.Add($"{reached.Page.Path} at {width}: {overflow} px too wide");
                    }
                }
            }
        }

        Faults.None(faults);
    }

    [Fact]
    public async Task EveryPage_IsValidHtml()
    {
        Assert.SkipUnless(HtmlChecker.HasJava, "Java is not installed; it runs the HTML checker.");
        Assert.SkipWhen(HtmlChecker.Jar is null, "The HTML checker is not here; with npm, ./plus test installs it.");
        var pages = site
            .Routes.Where(r => r.Page.Page.Document is not null)
            .ToDictionary(r => r.Page.Route, r => r.Page.Page.Text);

        Faults.None(await HtmlChecker.CheckAsync(pages));
    }
}

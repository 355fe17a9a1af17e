using System.Net;
using AngleSharp.Html.Parser;
using Plus.Browser.Tests.Browsing;
using Plus.Testing.Pages;

namespace Plus.Browser.Tests.Walking;

/// <summary>Each check finds what it is there for.</summary>
public sealed class PlantedFaultTests(Chromium chromium)
{
    private const string Good =
        "<!DOCTYPE html><html lang=lv><head><meta charset=utf-8><title>Klienti – PLUS</title></head>"
        + "<body><main><h1>Klienti</h1><p>Nav ierakstu.</p></main></body></html>";

    [Theory]
    [InlineData("Nav ierakstu.", "[clients.list.empty]", "lacks the text [clients.list.empty]")]
    [InlineData("Nav ierakstu.", "Ierakstu the list nav.", "mixes in 'the' in 'Ierakstu the list nav.'")]
    [InlineData("lang=lv", "lang=en", "says lang=en")]
    [InlineData("<title>Klienti – PLUS</title>", "<title> – PLUS</title>", "has no title")]
    [InlineData("<title>Klienti", "<title>Bērziņš", "names 'Bērziņš' in its title")]
    [InlineData("<h1>Klienti</h1>", "<h2>Klienti</h2>", "has 0 main headings")]
    [InlineData("<p>", "<p style='color:red'>", "holds inline style on p")]
    [InlineData("<p>", "<script>let a;</script><p>", "holds inline script")]
    [InlineData("<p>", "<p onclick='a()'>", "holds inline onclick on p")]
    public void PageFaults_FindsThePlantedFault(string right, string wrong, string fault)
    {
        Assert.Empty(FaultsIn(Good));
        Assert.Contains(fault, FaultsIn(Good.Replace(right, wrong, StringComparison.Ordinal)));
    }

    [Fact]
    public void PageFaults_CodeWhoseLettersMakeAWord_FindsNothing() =>
        Assert.Empty(FaultsIn(Good.Replace("<p>", "<p><code>L2IR S6THE WITH</code> ", StringComparison.Ordinal)));

    [Fact]
    public async Task Axe_FindsThePlantedFault()
    {
        await using var context = await (await chromium.BrowserAsync()).NewContextAsync();
        var page = await context.NewPageAsync();
        await page.SetContentAsync(Good);
        Assert.Empty(await page.AxeAsync());

        await page.SetContentAsync(Good.Replace("<p>", "<input type=text><p>", StringComparison.Ordinal));

        Assert.StartsWith("label ", Assert.Single(await page.AxeAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HtmlChecker_FindsThePlantedFault()
    {
        Assert.SkipUnless(HtmlChecker.HasJava, "Java is not installed; it runs the HTML checker.");
        Assert.SkipWhen(HtmlChecker.Jar is null, "The HTML checker is not here; with npm, ./plus test installs it.");
        var errors = await HtmlChecker.CheckAsync(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["good"] = Good,
                ["bad"] = Good.Replace("<p>", "<p id=a><span id=a></span>", StringComparison.Ordinal),
            }
        );

        Assert.StartsWith("bad: Duplicate ID", Assert.Single(errors), StringComparison.Ordinal);
    }

    private static List<string> FaultsIn(string html)
    {
        var page = new ReadPage(
            null!,
            HttpStatusCode.OK,
            new Uri("http://localhost/"),
            html,
            new HtmlParser().ParseDocument(html),
            new HttpResponseMessage()
        );
        return [.. PageFaults.Of(new WalkedPage("/", "/", "/", page), "lv", ["Bērziņš"], ["the typed"])];
    }
}

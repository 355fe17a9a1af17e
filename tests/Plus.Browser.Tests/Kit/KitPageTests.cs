using Plus.Browser.Tests.Browsing;

namespace Plus.Browser.Tests.Kit;

/// <summary>Every component of the kit, as a browser shows it.</summary>
public sealed class KitPageTests(Chromium chromium, ServedPlus plus)
    : BrowserTest(chromium, plus),
        IClassFixture<ServedPlus>
{
    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Kit_EveryPart_IsAccessibleAndFits(int width)
    {
        var page = await LoggedInAsync("administrator", width);
        await page.GotoAsync("/kit");
        var parts = await page.Locator("a[href^='/kit?part=']")
            .EvaluateAllAsync<string[]>("links => [...new Set(links.map(a => a.getAttribute('href')))]");
        Assert.NotEmpty(parts);

        foreach (var part in parts)
        {
            await page.GotoAsync(part);
            await page.ScreenshotAsync("kit-" + part.Split('=')[1]);

            Faults.None(await page.AxeAsync());
            Assert.Equal(0, await page.OverflowAsync());
        }
    }
}

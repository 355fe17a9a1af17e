using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Plus.Browser.Tests.Browsing;
using Plus.Functions.Supervision.Monitoring.Intake;

namespace Plus.Browser.Tests.Journeys;

/// <summary>A new alarm stands on the screen of the centre without anybody asking for the page again.</summary>
public sealed class AlarmOnScreenTests(Chromium chromium, ServedPlus plus)
    : BrowserTest(chromium, plus),
        IClassFixture<ServedPlus>
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(2);

    [Fact]
    [Trait("Category", "Long")]
    public async Task NewAlarm_ComesUpWithinTwoSeconds_WithoutReload()
    {
        var page = await LoggedInAsync(await App.StaffAsync("monitoringOfficer"));
        await page.OpenAsync("/monitoring/alarms");
        var loads = 0;
        page.FrameNavigated += (_, _) => loads++;
        await using var scope = App.Scope();
        var watch = Stopwatch.StartNew();

        await scope
            .ServiceProvider.GetRequiredService<EventIntake>()
            .TakeAsync([new ReportedEvent("screen-1", "S-1", "strapTamper", App.Now)], CancellationToken.None);
        await Assertions
            .Expect(page.Locator("[data-alarms-queue]"))
            .ToContainTextAsync("Bojāta siksniņa", new() { Timeout = 10_000 });

        Assert.True(watch.Elapsed < Most, $"It took {watch.Elapsed.TotalSeconds:0.0} s.");
        Assert.Equal(0, loads);
    }
}

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

    private const string CountTones = """
        window.tones = 0;
        const start = OscillatorNode.prototype.start;
        OscillatorNode.prototype.start = function (...at) { window.tones++; return start.apply(this, at); };
        """;

    [Fact]
    [Trait("Category", "Long")]
    public async Task NewAlarm_ComesUpWithinTwoSeconds_WithASound_WithoutReload()
    {
        var page = await LoggedInAsync(await App.StaffAsync("monitoringOfficer"));
        await page.Context.AddInitScriptAsync(CountTones);
        await page.OpenAsync("/monitoring/alarms");
        // A browser is silent until somebody touches the page.
        await page.Locator("[data-alarms-sound]").ClickAsync();
        var tones = await page.EvaluateAsync<int>("window.tones");
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
        Assert.Equal(tones + 1, await page.EvaluateAsync<int>("window.tones"));
    }
}

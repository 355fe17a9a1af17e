using Microsoft.Extensions.DependencyInjection;
using Plus.Browser.Tests.Browsing;
using Plus.Shared.Exchange.Running;

namespace Plus.Browser.Tests.Exchange;

/// <summary>The intake clerk's pages with real-looking messages on them, on a wide screen and on a phone.</summary>
public sealed class IntakeScreensTests(Chromium chromium, ServedPlus plus)
    : BrowserTest(chromium, plus),
        IClassFixture<ServedPlus>
{
    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task EveryPage_IsAccessibleAndFits(int width)
    {
        App.Now = new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
        var run = await TakeInAsync();
        var page = await LoggedInAsync("intakeClerk", width);
        var paths = new Dictionary<string, string>
        {
            ["list"] = "/intake",
            ["quarantine"] = "/intake?view=rejected",
            ["runs"] = "/intake/runs",
            ["run"] = $"/intake/runs/{run}",
            ["upload"] = "/intake/upload",
            ["attention"] = "/intake/" + await IdAsync("'noDeclaredResidence' = ANY(reasons)"),
            ["withheld"] = "/intake/" + await IdAsync("'additionalSupervisionWithoutImprisonment' = ANY(reasons)"),
            ["longName"] = "/intake/" + await IdAsync("'nameTooLong' = ANY(reasons)"),
            ["rejected"] = "/intake/" + await IdAsync("state = 'rejected' AND message_id IS NULL"),
            ["match"] = "/intake/" + await IdAsync("state = 'matchToConfirm'") + "/match",
            ["mend"] = "/intake/" + await IdAsync("'notANumber' = ANY(reasons)") + "/mend",
        };

        foreach (var (name, path) in paths)
        {
            await page.GotoAsync(path);
            await page.ScreenshotAsync("intake-" + name);

            Assert.Equal(path, page.Path());
            Faults.None(await page.AxeAsync());
            Assert.Equal(0, await page.OverflowAsync());
        }
    }

    private async Task<Guid> TakeInAsync()
    {
        await using var scope = App.Scope();
        var file = Path.Combine(ResultFiles.SourceRoot, "tests", "data", "intake-2026-11.jsonl");
        // As a command does: the worker of the pages leaves such a run alone.
        var run = await scope
            .ServiceProvider.GetRequiredService<IntakeRuns>()
            .BeginAsync("command", file, CancellationToken.None);
        await App.Services.GetRequiredService<IntakeRunner>().RunAsync(run.Id, null, CancellationToken.None);
        return run.Id;
    }

    private async Task<Guid> IdAsync(string condition) =>
        await App.ScalarAsync<Guid>($"SELECT id FROM exchange.intake_message WHERE {condition} ORDER BY line LIMIT 1");
}

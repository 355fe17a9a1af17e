using System.Text.RegularExpressions;
using Plus.Browser.Tests.Browsing;
using Plus.Host.Demo;

namespace Plus.Browser.Tests.Readme;

/// <summary>
/// The pictures of README.md, taken from the demo. With PLUS_WRITE_DOCS=1 they are written to docs/images, else to
/// TestResults/screens.
/// </summary>
public sealed partial class ReadmePictureTests(Chromium chromium, ServedPlus plus)
    : BrowserTest(chromium, plus),
        IClassFixture<ServedPlus>
{
    private const int OneIn = 8;

    [Fact]
    public async Task Demo_Client_GivesThePicture()
    {
        var today = DateOnly.FromDateTime(App.Now.Date);
        await DemoBuilder.BuildAsync(
            App.Database.OwnerConnectionString,
            new DemoOptions(today) { OneIn = OneIn },
            new Progress<string>(),
            default
        );
        var client = await App.ScalarAsync<Guid>(
            """
            SELECT s.client_id FROM cases.section s JOIN access.staff m ON m.id = s.manager_id
            WHERE m.user_name = 'darbinieks' AND s.closed_on IS NULL
            ORDER BY s.measure = 'communityWork' DESC, s.state = 'active' DESC, s.id LIMIT 1
            """
        );
        var page = await OpenAsync();
        await page.LogInAsync("darbinieks", DemoOptions.Password);
        await page.OpenAsync($"/clients/{client}");
        await page.ScreenshotAsync(new() { Path = Picture("client.png") });

        Assert.Equal($"/clients/{client}", page.Path());
    }

    [Fact]
    public void Readme_ShowsOnlyPicturesThatAreThere()
    {
        var root = ResultFiles.SourceRoot;
        var shown = Shown()
            .Matches(File.ReadAllText(Path.Combine(root, "README.md")))
            .Select(m => m.Groups["path"].Value);

        Assert.All(shown, path => Assert.True(File.Exists(Path.Combine(root, path)), path));
    }

    private static string Picture(string name) =>
        Environment.GetEnvironmentVariable("PLUS_WRITE_DOCS") == "1"
            ? Path.Combine(ResultFiles.SourceRoot, "docs", "images", name)
            : ResultFiles.In("screens", name);

    [GeneratedRegex(
        @"!\[[^\]]*\]\((?<path>[^)]+)\)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Shown();
}

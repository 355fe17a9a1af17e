using System.Net;
using Plus.Host.Demo;
using Plus.Kernel.Ids;
using Plus.Testing.Pages;

namespace Plus.Functions.Tests.Figures;

/// <summary>The application on a small demo service.</summary>
public sealed class DemoApp : IAsyncLifetime
{
    public PlusApp App { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await App.InitializeAsync();
        await DemoBuilder.BuildAsync(
            App.Database.OwnerConnectionString,
            new DemoOptions(BuiltDemo.Today) { OneIn = 60 },
            new Progress<string>(),
            default
        );
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    public async Task<OfficeId> OfficeAsync(string code) =>
        new(await App.ScalarAsync<Guid>($"select id from organisation.office where code = '{code}'"));
}

public sealed class FiguresPageTests(DemoApp demo) : IClassFixture<DemoApp>
{
    [Fact]
    public async Task Analyst_SeesEveryFigureBesideThePublishedOne()
    {
        var browser = await demo.App.LoggedInAsAsync("analyst");

        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in await PartsAsync(browser))
        {
            Assert.DoesNotContain("[figure", part.Words, StringComparison.Ordinal);
            Assert.DoesNotContain("[law.", part.Words, StringComparison.Ordinal);
            keys.UnionWith(part.Html.QuerySelectorAll("table.plus-figures tbody tr").Select(r => r.Id!));
        }

        Assert.Equal(75, keys.Count);
        var page = await browser.GetAsync("/figures/2023");
        var worked = page.Html.GetElementById("clients.worked")!;
        Assert.Contains("16 052", worked.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains("atšķiras", worked.TextContent, StringComparison.Ordinal);
        Assert.Contains("sakrīt", page.Html.GetElementById("org.offices")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_AreSmall()
    {
        var browser = await demo.App.LoggedInAsAsync("analyst");

        foreach (var part in await PartsAsync(browser))
        {
            Assert.True(part.Bytes.Length <= 60 * 1024, $"{part.Heading}: {part.Bytes.Length / 1024} kB");
        }
    }

    [Fact]
    public async Task Regions_AreTheSumsOfTheirOfficesAndTheFileHoldsAllOffices()
    {
        var browser = await demo.App.LoggedInAsAsync("analyst");

        var regions = await browser.GetAsync("/figures/2023?part=places");
        var region = regions
            .Html.QuerySelectorAll("tbody th a")
            .First(a => a.GetAttribute("href")!.EndsWith("unit=RA", StringComparison.Ordinal));
        var offices = await browser.GetAsync(region.GetAttribute("href")!);
        var file = await browser.GetAsync("/figures/2023?handler=places&format=csv");

        var worked = Counts(offices.Html.QuerySelectorAll("tbody tr"));
        Assert.True(worked.Count > 3);
        Assert.Equal(Counts([region.Closest("tr")!]).Single(), worked.Sum());
        Assert.Equal(45, Lines(file));
        var office = offices.Html.QuerySelector("tbody td a")!;
        var rows = await browser.GetAsync(office.GetAttribute("href")!);
        Assert.Contains(office.TextContent.Trim(), rows.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Years_StandInOneTableAndEachFigureHasItsCurve()
    {
        var browser = await demo.App.LoggedInAsAsync("analyst");

        var years = await browser.GetAsync("/figures/2023?part=years");
        var curve = await browser.GetAsync(years.Html.QuerySelector("thead a")!.GetAttribute("href")!);
        var file = await browser.GetAsync("/figures/years/sd.hours?handler=export&format=csv");
        var order = await browser.GetAsync("/figures/years/sd.top_articles");

        var year2023 = years
            .Html.QuerySelectorAll("tbody tr")
            .Single(r => r.TextContent.Contains("2023", StringComparison.Ordinal));
        var worked = (await browser.GetAsync("/figures/2023"))
            .Html.GetElementById("clients.worked")!
            .QuerySelector("td")!;
        Assert.Equal(worked.TextContent.Trim(), year2023.QuerySelector("td")!.TextContent.Trim());
        Assert.Equal(HttpStatusCode.OK, curve.Status);
        Assert.NotNull(curve.Html.QuerySelector("svg"));
        Assert.Equal(23, Lines(file));
        Assert.Equal(HttpStatusCode.NotFound, order.Status);
    }

    [Fact]
    public async Task Number_LeadsToItsRowsAndTheListIsLogged()
    {
        var browser = await demo.App.LoggedInAsAsync("analyst");
        var figures = await browser.GetAsync("/figures/2023");
        var link = figures.Html.QuerySelector("[id='su.clients'] td a[href^='/figures/']")!;
        var logged = await LoggedAsync("list");

        var rows = await browser.GetAsync(link.GetAttribute("href")!);

        var shown = rows.Html.QuerySelectorAll("table.plus-table tbody tr").Length;
        Assert.Equal(
            Math.Min(50, int.Parse(link.TextContent.Trim(), System.Globalization.CultureInfo.InvariantCulture)),
            shown
        );
        Assert.Equal(logged + 1, await LoggedAsync("list"));
        Assert.Contains(link.TextContent.Trim(), rows.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("[law.", rows.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_HoldsWhatIsShownAndIsLoggedAsDisclosed()
    {
        var browser = await demo.App.LoggedInAsAsync("analyst");
        var logged = await LoggedAsync("disclose");

        var figures = await browser.GetAsync("/figures/2023?handler=export&format=csv");
        var rows = await browser.GetAsync("/figures/2023/iz.requests?handler=export&format=csv");
        var none = await browser.GetAsync("/figures/2023/iz.requests?handler=export&format=exe");

        Assert.Equal(76, Lines(figures));
        var requests = await demo.App.ScalarAsync<long>(
            "select count(*) from cases.section where function = 'assessment_reports' and opened_on between '2023-01-01' and '2023-12-31'"
        );
        Assert.Equal(requests + 1, Lines(rows));
        Assert.Equal(HttpStatusCode.NotFound, none.Status);
        Assert.True(await LoggedAsync("disclose") > logged);
    }

    [Fact]
    public async Task OfficeHead_SeesTheOwnOfficeOnly()
    {
        var here = await demo.OfficeAsync("RA-CEN");
        var browser = await demo.App.LoggedInAsAsync("officeHead", here);

        var all = await browser.GetAsync("/figures/2023/clients.worked");
        var own = await browser.GetAsync("/figures/2023/clients.worked?unit=RA-CEN");
        var other = await browser.GetAsync("/figures/2023?unit=KU-TAL");
        var region = await browser.GetAsync("/figures/2023?unit=KU");

        var expected = await demo.App.ScalarAsync<long>(
            $"""
            select count(*) from cases.section where office_id = '{here}' and annulled_on is null and function <> 'programmes'
              and opened_on <= '2023-12-31' and (closed_on is null or closed_on >= '2023-01-01')
              and (function <> 'assessment_reports' or opened_on >= '2023-01-01')
            """
        );
        Assert.True(expected > 0);
        Assert.Equal(Math.Min(50, expected), all.Html.QuerySelectorAll("table.plus-table tbody tr").Length);
        Assert.Equal(Math.Min(50, expected), own.Html.QuerySelectorAll("table.plus-table tbody tr").Length);
        Assert.Equal(HttpStatusCode.NotFound, other.Status);
        Assert.Equal(HttpStatusCode.NotFound, region.Status);
    }

    [Theory]
    [InlineData("administrator", "/figures/2023", HttpStatusCode.OK)]
    [InlineData("administrator", "/figures/2023/clients.worked", HttpStatusCode.Forbidden)]
    [InlineData("accountant", "/figures/2023/clients.worked", HttpStatusCode.Forbidden)]
    [InlineData("intakeClerk", "/figures/2023", HttpStatusCode.Forbidden)]
    [InlineData("analyst", "/figures/1999", HttpStatusCode.NotFound)]
    [InlineData("analyst", "/figures/2023/no.such", HttpStatusCode.NotFound)]
    [InlineData("analyst", "/figures/2019", HttpStatusCode.OK)]
    [InlineData("analyst", "/figures/2023?part=none", HttpStatusCode.NotFound)]
    [InlineData("analyst", "/figures/years/no.such", HttpStatusCode.NotFound)]
    [InlineData("intakeClerk", "/figures/years/su.clients", HttpStatusCode.Forbidden)]
    [InlineData("analyst", "/figures", HttpStatusCode.OK)]
    public async Task Access_IsByRole(string role, string path, HttpStatusCode status)
    {
        var browser = await demo.App.LoggedInAsAsync(role);

        Assert.Equal(status, (await browser.GetAsync(path)).Status);
    }

    [Fact]
    public async Task Administrator_SeesNumbersWithoutLinksToPeople()
    {
        var browser = await demo.App.LoggedInAsAsync("administrator");

        var page = await browser.GetAsync("/figures/2023");

        Assert.NotNull(page.Html.GetElementById("clients.worked"));
        Assert.Null(page.Html.QuerySelector("a[href^='/figures/2023/']"));
    }

    [Fact]
    public async Task EveryFigure_HasAPageOfRows()
    {
        var browser = await demo.App.LoggedInAsAsync("analyst");
        var links = (await PartsAsync(browser))
            .SelectMany(p => p.Html.QuerySelectorAll("table.plus-figures td a.govuk-link"))
            .Select(a => a.GetAttribute("href")!)
            .Distinct()
            .ToList();

        Assert.True(links.Count > 55);
        foreach (var link in links)
        {
            var rows = await browser.GetAsync(link);
            Assert.True(rows.Status == HttpStatusCode.OK, link);
            Assert.DoesNotContain("[", rows.Heading, StringComparison.Ordinal);
        }
    }

    /// <summary>Every page of the year that the overview leads to, the overview first.</summary>
    private static async Task<IReadOnlyList<ReadPage>> PartsAsync(PageBrowser browser)
    {
        var overview = await browser.GetAsync("/figures/2023");
        var parts = new List<ReadPage>();
        foreach (var link in overview.Html.QuerySelectorAll("nav.moj-sub-navigation a"))
        {
            parts.Add(await browser.GetAsync(link.GetAttribute("href")!));
            Assert.Equal(HttpStatusCode.OK, parts[^1].Status);
        }

        Assert.True(parts.Count > 8);
        return parts;
    }

    private static List<long> Counts(IEnumerable<AngleSharp.Dom.IElement> rows) =>
        [
            .. rows.Select(r =>
                long.Parse(
                    string.Concat(r.QuerySelector("td")!.TextContent.Where(char.IsAsciiDigit)),
                    System.Globalization.CultureInfo.InvariantCulture
                )
            ),
        ];

    private Task<long> LoggedAsync(string kind) =>
        demo.App.ScalarAsync<long>($"select count(*) from audit.view where part = 'figures.rows' and kind = '{kind}'");

    private static int Lines(ReadPage page) =>
        System.Text.Encoding.UTF8.GetString(page.Bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
}

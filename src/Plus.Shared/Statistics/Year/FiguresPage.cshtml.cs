using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Npgsql;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Rules;
using Plus.Shared.Rules.Current;
using Plus.Shared.Statistics.Contract;
using Plus.Shared.Statistics.Engine;
using Plus.Shared.Statistics.Published;
using Plus.Web.Charts;
using Plus.Web.Controls;
using Plus.Web.Language;
using Plus.Web.Lists;

namespace Plus.Shared.Statistics.Year;

/// <summary>
/// The year in figures, a page for each function: computed from the records, beside what was printed, each number
/// leading to its rows.
/// </summary>
[RequiresPermission(StatisticsModule.View)]
internal sealed class FiguresPage(
    NpgsqlDataSource source,
    FigureCatalog catalog,
    FigurePlaces places,
    CurrentRules rules,
    StaffAccessor staff,
    PlusClock clock,
    Texts texts
) : PageModel
{
    internal const int FirstYear = 2005;

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    /// <summary>Code of a region or an office; empty for all that may be seen.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Unit { get; set; }

    /// <summary>Which page of the year; the overview when none is named.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Part { get; set; }

    public int Shown { get; private set; }

    public string Group { get; private set; } = FigureGroups.Overview;

    public FigurePlaceList Places { get; private set; } = null!;

    public IReadOnlyList<FigureLine> Lines { get; private set; } = [];

    public IReadOnlyList<YearTotals> Years { get; private set; } = [];

    public IReadOnlyList<PlaceLine> Breakdown { get; private set; } = [];

    public IReadOnlyList<TrendYear> Trend { get; private set; } = [];

    public bool MayOpenRows => staff.Current.May(StatisticsModule.SeeRows);

    /// <summary>Tables of the page: the parts of the report, and on the overview the first figure of each function.</summary>
    public IEnumerable<(string Key, IReadOnlyList<FigureLine> Lines)> Tables
    {
        get
        {
            var own = Lines.Where(l => FigureGroups.Of(l.Definition.Part) == Group).GroupBy(l => l.Definition.Part);
            var tables = own.Select(g => (g.Key, (IReadOnlyList<FigureLine>)[.. g])).ToList();
            if (Group == FigureGroups.Overview)
            {
                tables.Insert(1, ("functions", [.. Lines.Where(l => FigureGroups.Of(l.Definition.Part) != Group)]));
            }

            return tables;
        }
    }

    public bool HasPublished => Lines.Any(l => l.Published is not null);

    /// <summary>The figures of the table by year.</summary>
    public IReadOnlyList<FigureDefinition> TrendFigures => [.. FigureOffices.Counters.Select(c => catalog.Find(c)!)];

    public IEnumerable<(string Text, string Href, bool Current)> Pages =>
        FigureGroups
            .All(catalog)
            .Select(g => (texts.Maybe("figures.group." + g) ?? texts["figures.part." + g], PageHref(g), g == Group));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is not (true, var offices))
        {
            return NotFound();
        }

        // Counts name nobody; the rows behind them are asked for as oneself.
        await using var reached = await ReachedConnection.OpenAsync(source, Reach.System("figures"), ct);
        var connection = reached.Connection;
        var parameters = (await rules.ReadAsync(ct)).Parameters;
        var period = Counted(FigurePeriod.OfYear(Shown, offices));
        switch (Group)
        {
            case FigureGroups.Places:
                Breakdown = await BreakdownAsync(connection, period, parameters, ct);
                break;
            case FigureGroups.Years:
                var span = new FigureSpan(FirstYear, clock.Today.Year, offices) { Closed = Closed };
                Trend = await new FigureTrend(catalog).ReadAsync(connection, TrendFigures, span, parameters, ct);
                break;
            default:
                var wanted = FigureGroups.Definitions(catalog, Group);
                Lines = await LinesAsync(connection, wanted, period, parameters, ct);
                if (Group == FigureGroups.Overview)
                {
                    var all = period with { End = new DateOnly(clock.Today.Year, 12, 31) };
                    Years = await new FigureYears(catalog).ReadAsync(connection, all, parameters, ct);
                }

                break;
        }

        return Page();
    }

    /// <summary>The whole year in one file, whichever page of it is open.</summary>
    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        if (await FindAsync(ct) is not (true, var offices))
        {
            return NotFound();
        }

        // Counts name nobody; the rows behind them are asked for as oneself.
        await using var reached = await ReachedConnection.OpenAsync(source, Reach.System("figures"), ct);
        var connection = reached.Connection;
        var parameters = (await rules.ReadAsync(ct)).Parameters;
        var lines = await LinesAsync(
            connection,
            catalog.All,
            Counted(FigurePeriod.OfYear(Shown, offices)),
            parameters,
            ct
        );
        return new TableExport<FigureLine>(format, FileName, FigureTable.Of(texts), lines.ToAsyncEnumerable(), texts);
    }

    // Whoever may open the rows behind a number gets the number of those rows: the difference would tell of a closed client.
    private IReadOnlyList<ClientId> Closed => MayOpenRows ? staff.Reach.Forbidden : [];

    private FigurePeriod Counted(FigurePeriod period) => period with { Closed = Closed };

    /// <summary>Every office within reach, whichever of them are shown.</summary>
    public async Task<IActionResult> OnGetPlacesAsync(string? format, CancellationToken ct)
    {
        if (await FindAsync(ct) is not (true, var offices))
        {
            return NotFound();
        }

        // Counts name nobody; the rows behind them are asked for as oneself.
        await using var reached = await ReachedConnection.OpenAsync(source, Reach.System("figures"), ct);
        var connection = reached.Connection;
        var parameters = (await rules.ReadAsync(ct)).Parameters;
        var period = Counted(FigurePeriod.OfYear(Shown, offices));
        var read = await new FigureOffices(catalog).ReadAsync(connection, period, parameters, ct);
        var lines = PlaceLines.OfOffices(Places, offices, read, texts).ToList();
        return new TableExport<PlaceLine>(
            format,
            FileName + "-nodalas",
            PlaceLines.Table(),
            lines.ToAsyncEnumerable(),
            texts
        );
    }

    /// <summary>A value with its unit, as it is printed.</summary>
    public string Words(FigureValue value, FigureDefinition definition) =>
        FigureTable.Printed(texts, value, definition);

    public string DifferenceWords(FigureLine line) =>
        line.Difference is { } difference
            ? texts[
                "figures.difference",
                ("difference", difference > 0 ? "+" + texts.Write(difference) : texts.Write(difference))
            ]
            : texts["figures.differs"];

    public string RowsHref(string key) => $"/figures/{Shown}/{key}" + Query(null, Unit);

    public string TrendHref(string key) => $"/figures/years/{key}" + Query(null, Unit);

    public string PageHref(string group) =>
        $"/figures/{Shown}" + Query(group == FigureGroups.Overview ? null : group, Unit);

    public string ExportHref(string format, string handler = "export") =>
        $"/figures/{Shown}?handler={handler}&format={format}" + (string.IsNullOrEmpty(Unit) ? "" : $"&unit={Unit}");

    internal static string Query(string? part, string? unit)
    {
        (string Name, string? Value)[] all = [("part", part), ("unit", unit)];
        var pieces = all.Where(p => !string.IsNullOrEmpty(p.Value));
        var query = string.Join('&', pieces.Select(p => $"{p.Name}={p.Value}"));
        return query.Length == 0 ? "" : "?" + query;
    }

    public IReadOnlyList<Choice> UnitChoices => Places.Choices(texts);

    public IReadOnlyList<Choice> YearChoices =>
        [
            .. Enumerable
                .Range(FirstYear, clock.Today.Year - FirstYear + 1)
                .Reverse()
                .Select(y => y.ToString(CultureInfo.InvariantCulture))
                .Select(y => new Choice(y, texts["figures.year", ("year", y)])),
        ];

    public Chart FunctionChart
    {
        get
        {
            // Programmes are no function records of the totals: their participants are supervised already.
            var shown = FigureGroups
                .Mains(catalog)
                .Where(d => d.Part != "pr")
                .Select(d => Lines.First(l => l.Key == d.Key))
                .OrderByDescending(l => l.Value?.Number)
                .ToList();
            return new Chart(
                texts["figures.chart.functions"],
                [.. shown.Select(l => texts["figures.part." + l.Definition.Part])],
                [
                    new ChartSeries(texts["figures.records"], [.. shown.Select(l => l.Value?.Number)])
                    {
                        Href = i => MayOpenRows ? RowsHref(shown[i].Key) : null,
                    },
                ]
            )
            {
                CategoryHead = texts["figures.column.name"],
            };
        }
    }

    public Chart YearChart => YearsChart.Of(Years, texts, y => $"/figures/{y}" + Query(null, Unit));

    private string FileName => $"gads-skaitlos-{Shown}" + (string.IsNullOrEmpty(Unit) ? "" : "-" + Unit);

    /// <summary>Not found when the year, the page or the place is none that may be seen.</summary>
    private async Task<(bool Found, IReadOnlyList<OfficeId>? Offices)> FindAsync(CancellationToken ct)
    {
        (Shown, Group) = (
            Year ?? PublishedFigures.LatestYear,
            string.IsNullOrEmpty(Part) ? FigureGroups.Overview : Part
        );
        Places = await places.ReadAsync(StatisticsModule.View, ct);
        var known = Shown >= FirstYear && Shown <= clock.Today.Year && FigureGroups.All(catalog).Contains(Group);
        return Places.TryFind(Unit, out var offices) && known ? (true, offices) : (false, null);
    }

    private async Task<IReadOnlyList<FigureLine>> LinesAsync(
        NpgsqlConnection connection,
        IReadOnlyList<FigureDefinition> wanted,
        FigurePeriod period,
        LegalParameters parameters,
        CancellationToken ct
    )
    {
        var figures = await new YearFigures(catalog).ComputeAsync(connection, wanted, period, parameters, ct);
        var published = period.Offices is null ? PublishedFigures.Of(Shown) : new Dictionary<string, PublishedFigure>();
        return
        [
            .. wanted.Select(d =>
                figures.Find(d.Key) is { } found
                    ? new FigureLine(d, found.Value, found.Records, found.Persons, published.GetValueOrDefault(d.Key))
                    : new FigureLine(d, null, null, null, published.GetValueOrDefault(d.Key))
            ),
        ];
    }

    private async Task<IReadOnlyList<PlaceLine>> BreakdownAsync(
        NpgsqlConnection connection,
        FigurePeriod period,
        LegalParameters parameters,
        CancellationToken ct
    )
    {
        var read = await new FigureOffices(catalog).ReadAsync(connection, period, parameters, ct);
        return
        [
            .. string.IsNullOrEmpty(Unit) && Places.Regions.Count > 1
                ? PlaceLines.OfRegions(Places, read, texts)
                : PlaceLines.OfOffices(Places, period.Offices, read, texts),
        ];
    }
}

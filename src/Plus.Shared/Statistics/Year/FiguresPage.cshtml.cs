using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Npgsql;
using Plus.Kernel.Access;
using Plus.Kernel.Time;
using Plus.Shared.Rules.Current;
using Plus.Shared.Statistics.Contract;
using Plus.Shared.Statistics.Engine;
using Plus.Shared.Statistics.Published;
using Plus.Web.Charts;
using Plus.Web.Controls;
using Plus.Web.Language;
using Plus.Web.Lists;

namespace Plus.Shared.Statistics.Year;

/// <summary>The year in figures: computed from the records, beside what was printed, each number leading to its rows.</summary>
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
    private const int FirstYear = 2005;

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    /// <summary>Code of a region or an office; empty for all that may be seen.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Unit { get; set; }

    public int Shown { get; private set; }

    public FigurePlaceList Places { get; private set; } = null!;

    public IReadOnlyList<FigureLine> Lines { get; private set; } = [];

    public IReadOnlyList<YearTotals> Years { get; private set; } = [];

    public IReadOnlyList<OfficeLine> Offices { get; private set; } = [];

    public bool MayOpenRows => staff.Current.May(StatisticsModule.SeeRows);

    public IEnumerable<IGrouping<string, FigureLine>> Parts => Lines.GroupBy(l => l.Definition.Part);

    public bool HasPublished => Lines.Any(l => l.Published is not null);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        var name = $"gads-skaitlos-{Shown}" + (string.IsNullOrEmpty(Unit) ? "" : "-" + Unit);
        return new TableExport<FigureLine>(format, name, FigureTable.Of(texts), Lines.ToAsyncEnumerable(), texts);
    }

    /// <summary>A value with its unit, as it is printed.</summary>
    public string Words(FigureValue value, FigureDefinition definition) =>
        value.List is { } list
            ? FigureTable.Words(texts, list)
            : texts["figures.value." + definition.Unit, ("value", value.Number)];

    public string DifferenceWords(FigureLine line) =>
        line.Difference is { } difference
            ? texts[
                "figures.difference",
                ("difference", difference > 0 ? "+" + texts.Write(difference) : texts.Write(difference))
            ]
            : texts["figures.differs"];

    public string RowsHref(string key) => $"/figures/{Shown}/{key}" + UnitQuery;

    public string YearHref(int year) => $"/figures/{year}" + UnitQuery;

    public string ExportHref(string format) =>
        $"/figures/{Shown}?handler=export&format={format}" + (string.IsNullOrEmpty(Unit) ? "" : $"&unit={Unit}");

    private string UnitQuery => string.IsNullOrEmpty(Unit) ? "" : $"?unit={Unit}";

    public IReadOnlyList<Choice> UnitChoices =>
        [
            .. Places.Regions.SelectMany(r =>
                r.Offices.Select(o => new Choice(o.Code, texts["figures.unit.office", ("office", o.Name)]))
                    .Prepend(new Choice(r.Code, r.Name))
            ),
        ];

    public IReadOnlyList<Choice> YearChoices =>
        [
            .. Enumerable
                .Range(FirstYear, clock.Today.Year - FirstYear + 1)
                .Reverse()
                .Select(y => new Choice(
                    y.ToString(CultureInfo.InvariantCulture),
                    texts["figures.year", ("year", y.ToString(CultureInfo.InvariantCulture))]
                )),
        ];

    public Chart FunctionChart
    {
        get
        {
            string[] keys =
            [
                "sd.clients",
                "su.clients",
                "me.processes",
                "iz.requests",
                "arpl_sd.clients",
                "po.clients",
            ];
            var shown = keys.Select(k => Lines.First(l => l.Key == k)).ToList();
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

    public Chart YearChart =>
        new(
            texts["figures.chart.years"],
            [.. Years.Select(y => y.Year.ToString(CultureInfo.InvariantCulture))],
            [
                new ChartSeries(texts["figure.clients.worked.name"], [.. Years.Select(y => (decimal?)y.Worked)])
                {
                    Href = i => YearHref(Years[i].Year),
                },
                new ChartSeries(texts["figure.clients.started.name"], [.. Years.Select(y => (decimal?)y.Started)]),
            ]
        )
        {
            CategoryHead = texts["figures.column.year"],
        };

    /// <summary>Computes everything; false when the year or the place is none that may be seen.</summary>
    private async Task<bool> FindAsync(CancellationToken ct)
    {
        Shown = Year ?? PublishedFigures.LatestYear;
        Places = await places.ReadAsync(StatisticsModule.View, ct);
        if (Shown < FirstYear || Shown > clock.Today.Year || !Places.TryFind(Unit, out var offices))
        {
            return false;
        }

        var parameters = (await rules.ReadAsync(ct)).Parameters;
        var period = FigurePeriod.OfYear(Shown, offices);
        await using var connection = await source.OpenConnectionAsync(ct);
        var figures = await new YearFigures(catalog).ComputeAsync(connection, period, parameters, ct);
        var published = offices is null ? PublishedFigures.Of(Shown) : new Dictionary<string, PublishedFigure>();
        Lines =
        [
            .. catalog.All.Select(d =>
                figures.Find(d.Key) is { } found
                    ? new FigureLine(d, found.Value, found.Records, found.Persons, published.GetValueOrDefault(d.Key))
                    : new FigureLine(d, null, null, null, published.GetValueOrDefault(d.Key))
            ),
        ];
        var all = period with { End = new DateOnly(clock.Today.Year, 12, 31) };
        Years = await new FigureYears(catalog).ReadAsync(connection, all, parameters, ct);
        var byOffice = await new FigureOffices(catalog).ReadAsync(connection, period, parameters, ct);
        Offices =
        [
            .. Places
                .Offices.Where(o => offices is null || offices.Contains(o.Id))
                .Select(o => new OfficeLine(
                    o.Code,
                    o.Name,
                    byOffice.FirstOrDefault(b => b.Office == o.Id).Counts ?? [.. FigureOffices.Counters.Select(_ => 0L)]
                )),
            .. byOffice
                .Where(b => b.Office is null)
                .Select(b => new OfficeLine("", texts["figures.noOffice"], b.Counts)),
        ];
        return true;
    }
}

/// <summary>One office of the breakdown.</summary>
internal sealed record OfficeLine(string Code, string Name, IReadOnlyList<long> Counts);

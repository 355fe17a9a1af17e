using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Npgsql;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Rules.Current;
using Plus.Shared.Statistics.Contract;
using Plus.Shared.Statistics.Engine;
using Plus.Shared.Statistics.Year;
using Plus.Web.Charts;
using Plus.Web.Controls;
using Plus.Web.Language;
using Plus.Web.Lists;

namespace Plus.Shared.Statistics.Trend;

/// <summary>One figure over all years, for the service, a region or an office; each year leads to its rows.</summary>
[RequiresPermission(StatisticsModule.View)]
internal sealed class FigureTrendPage(
    NpgsqlDataSource source,
    FigureCatalog catalog,
    FigurePlaces places,
    CurrentRules rules,
    StaffAccessor staff,
    PlusClock clock,
    Texts texts
) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? Unit { get; set; }

    public FigurePlaceList Places { get; private set; } = null!;

    public IReadOnlyList<TrendYear> Years { get; private set; } = [];

    public IReadOnlyList<Choice> UnitChoices => Places.Choices(texts);

    public string FiguresHref
    {
        get
        {
            var group = FigureGroups.Of(Definition.Part);
            return "/figures" + FiguresPage.Query(group == FigureGroups.Overview ? null : group, Unit);
        }
    }

    public Chart Chart =>
        new(
            texts[$"figure.{Key}.name"],
            [.. Years.Select(y => y.Year.ToString(CultureInfo.InvariantCulture))],
            [
                new ChartSeries(texts["figure.unit." + Definition.Unit], [.. Years.Select(y => y.Values[0]?.Number)])
                {
                    Href = i =>
                        staff.Current.May(StatisticsModule.SeeRows)
                            ? $"/figures/{Years[i].Year}/{Key}" + FiguresPage.Query(null, Unit)
                            : null,
                },
            ]
        )
        {
            CategoryHead = texts["figures.column.year"],
        };

    private FigureDefinition Definition => catalog.Find(Key)!;

    public string ExportHref(string format) =>
        $"/figures/years/{Key}?handler=export&format={format}" + (string.IsNullOrEmpty(Unit) ? "" : $"&unit={Unit}");

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ReadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        if (!await ReadAsync(ct))
        {
            return NotFound();
        }

        var table = new Table<TrendYear>($"figure.{Key}.name")
        {
            new("year", "figures.column.year", y => y.Year) { NamesRow = true },
            new("value", "figure.unit." + Definition.Unit, y => y.Values[0]?.Number) { Numeric = true },
        };
        var name = Key + (string.IsNullOrEmpty(Unit) ? "" : "-" + Unit);
        return new TableExport<TrendYear>(format, name, table, Years.ToAsyncEnumerable(), texts);
    }

    private async Task<bool> ReadAsync(CancellationToken ct)
    {
        if (catalog.Find(Key) is not { } definition || !FigureTrend.IsNumber(definition))
        {
            return false;
        }

        Places = await places.ReadAsync(StatisticsModule.View, ct);
        if (!Places.TryFind(Unit, out IReadOnlyList<OfficeId>? offices))
        {
            return false;
        }

        var span = new FigureSpan(FiguresPage.FirstYear, clock.Today.Year, offices)
        {
            // As on the page of the year: who may open the rows gets their number.
            Closed = staff.Current.May(StatisticsModule.SeeRows) ? staff.Reach.Forbidden : [],
        };
        var parameters = (await rules.ReadAsync(ct)).Parameters;
        // Counts name nobody; the rows behind them are asked for as oneself.
        await using var reached = await ReachedConnection.OpenAsync(source, Reach.System("figures"), ct);
        var connection = reached.Connection;
        Years = await new FigureTrend(catalog).ReadAsync(connection, [definition], span, parameters, ct);
        return true;
    }
}

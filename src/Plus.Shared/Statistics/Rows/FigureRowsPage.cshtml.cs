using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Npgsql;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Rules;
using Plus.Shared.Rules.Current;
using Plus.Shared.Statistics.Contract;
using Plus.Shared.Statistics.Engine;
using Plus.Shared.Statistics.Year;
using Plus.Web.Language;
using Plus.Web.Lists;

namespace Plus.Shared.Statistics.Rows;

/// <summary>Exactly the rows behind one number, within the person's reach; who is shown is logged.</summary>
[RequiresPermission(StatisticsModule.SeeRows)]
internal sealed class FigureRowsPage(
    NpgsqlDataSource source,
    FigureCatalog catalog,
    FigureRows behind,
    FigurePlaces places,
    CurrentRules rules,
    ViewLog views,
    StaffAccessor staff,
    PlusClock clock,
    Texts texts
) : PageModel
{
    private const int FirstYear = 2005;
    private const int MostOfFile = 50_000;
    private const int Chunk = 5_000;

    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? Unit { get; set; }

    public FigureDefinition Definition { get; private set; } = null!;

    public string? Place { get; private set; }

    public ListPage<FigureRow> List { get; private set; } = null!;

    public long? Minutes { get; private set; }

    /// <summary>
    /// Records that the figure of the whole service counts and that are not shown to this person. Figures of some offices
    /// leave them out, so that a small number tells nothing.
    /// </summary>
    public long Unseen { get; private set; }

    public bool HasTrend => FigureTrend.IsNumber(Definition);

    public bool IsSum => FigureCatalog.SumOf(Definition) is not null;

    public bool IsShare => Definition.Made is ShareOf;

    public bool IsSince => Definition.Made is CountSince or ValueSince;

    // Whoever may see figures' rows but no clients is shown who they are, not their pages.
    private bool OpensClients => staff.Current.May("clients.view");

    public TableView Table => FigureRowTable.Of(Definition, catalog, texts, OpensClients).View(List);

    private ListRules Rules => new($"/figures/{Year}/{Key}", "name") { Filters = ["unit"], PageSize = 50 };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } period)
        {
            return NotFound();
        }

        var query = await ListQuery.Read(HttpContext, Rules);
        var parameters = (await rules.ReadAsync(ct)).Parameters;
        var page = await ReadAsync(period, parameters, query.Skip, Rules.PageSize, ct);
        await views.ListAsync(StatisticsModule.SeeRows, Clients(page), ct);
        Unseen = await UnseenAsync(period, parameters, page.Total, ct);
        (List, Minutes) = (new ListPage<FigureRow>(query, page.Rows, page.Total), page.Minutes);
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } period)
        {
            return NotFound();
        }

        var parameters = (await rules.ReadAsync(ct)).Parameters;
        var rows = new List<FigureRow>();
        while (rows.Count < MostOfFile)
        {
            var page = await ReadAsync(period, parameters, rows.Count, Chunk, ct);
            rows.AddRange(page.Rows);
            if (page.Rows.Count < Chunk)
            {
                break;
            }
        }

        // What leaves as a file is written down before the first byte is sent.
        await views.DiscloseAsync(StatisticsModule.SeeRows, rows.Select(r => r.Client).OfType<ClientId>(), ct);
        var table = FigureRowTable.Of(Definition, catalog, texts, OpensClients);
        return new TableExport<FigureRow>(format, $"{Key}-{Year}", table, rows.ToAsyncEnumerable(), texts);
    }

    private async Task<FigurePeriod?> FindAsync(CancellationToken ct)
    {
        if (catalog.Find(Key) is not { } definition || Year < FirstYear || Year > clock.Today.Year)
        {
            return null;
        }

        var list = await places.ReadAsync(StatisticsModule.SeeRows, ct);
        if (!list.TryFind(Unit, out var offices))
        {
            return null;
        }

        (Definition, Place) = (definition, list.NameOf(Unit));
        return FigurePeriod.OfYear(Year, offices) with { Closed = staff.Reach.Forbidden };
    }

    private async Task<FigureRowPage> ReadAsync(
        FigurePeriod period,
        LegalParameters parameters,
        int skip,
        int take,
        CancellationToken ct
    )
    {
        var amounts = await AmountsAsync(period, parameters, ct);
        await using var reached = await ReachedConnection.OpenAsync(source, staff.Reach, ct);
        return await behind.ReadAsync(reached.Connection, Definition, period, parameters, (skip, take), amounts, ct);
    }

    private async Task<SectionMinutes?> AmountsAsync(
        FigurePeriod period,
        LegalParameters parameters,
        CancellationToken ct
    )
    {
        if (!IsSum)
        {
            return null;
        }

        await using var reached = await ReachedConnection.OpenAsync(source, Reach.System("figures"), ct);
        return await behind.AmountsAsync(reached.Connection, Definition, period, parameters, ct);
    }

    private async Task<long> UnseenAsync(
        FigurePeriod period,
        LegalParameters parameters,
        long seen,
        CancellationToken ct
    )
    {
        if (period.Offices is not null || staff.Reach.Words.Contains(Reach.All))
        {
            return 0;
        }

        await using var reached = await ReachedConnection.OpenAsync(source, Reach.System("figures"), ct);
        var all = await behind.CountAsync(reached.Connection, Definition, period, parameters, ct);
        return Math.Max(0, (all ?? seen) - seen);
    }

    private static IEnumerable<ClientId> Clients(FigureRowPage page) =>
        page.Rows.Select(r => r.Client).OfType<ClientId>();
}

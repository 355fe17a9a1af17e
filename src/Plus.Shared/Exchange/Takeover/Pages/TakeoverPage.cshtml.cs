using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Shared.Exchange.Takeover.Contract;
using Plus.Shared.Exchange.Takeover.Reconciling;
using Plus.Shared.Exchange.Takeover.Records;
using Plus.Web.Controls;
using Plus.Web.Display;
using Plus.Web.Language;
using Plus.Web.Layout;
using Plus.Web.Lists;

namespace Plus.Shared.Exchange.Takeover.Pages;

/// <summary>One takeover: counts per table and year, sections by outcome, marks. Numbers only, nobody's data.</summary>
[RequiresPermission(TakeoverPermissions.View)]
internal sealed class TakeoverPage(PlusDb db, PageHead head, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public TakeoverRun Run { get; private set; } = null!;

    public Reconciliation Reconciliation { get; private set; } = null!;

    public IReadOnlyList<SummaryLine> Facts { get; private set; } = [];

    public ListPage<ReconciledCount> Rows { get; private set; } = null!;

    private CountTables Lines => new(texts);

    public TableView Years => Lines.ByYear.View(Rows);

    public TableView Totals => Lines.Totals.View(CountTables.TotalsOf(Reconciliation.Counts));

    public TableView Sections => Lines.Sections.View(Reconciliation.Sections);

    public TableView Marks => Lines.Marks.View(Reconciliation.Marks);

    public IReadOnlyList<Choice> Tables =>
        [.. TakeoverContract.Tables.Select(t => new Choice(t.Code, texts["takeover.table." + t.Code]))];

    public IEnumerable<FilterChip> Chips =>
        Rows.Query.Filters.SelectMany(f =>
            f.Value.Select(code => new FilterChip(
                texts.Maybe("takeover.table." + code) ?? code,
                Rows.Query.WithoutHref(f.Key, code)
            ))
        );

    private ListRules Rules => new($"/takeover/{Id}", "table") { Filters = ["table"], PageSize = 50 };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await db.Set<TakeoverRun>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == Id, ct) is not { } run)
        {
            return NotFound();
        }

        Run = run;
        Reconciliation = await Reconciliation.ReadAsync(db, Id, ct);
        var query = await ListQuery.Read(HttpContext, Rules);
        var lines = Narrow(query).ToList();
        Rows = new ListPage<ReconciledCount>(query, [.. lines.Skip(query.Skip).Take(Rules.PageSize)], lines.Count);
        Facts =
        [
            new SummaryLine(texts["takeover.runs.source"], $"{run.Source} {run.SourceVersion}"),
            new SummaryLine(texts["takeover.runs.exported"], run.ExportedAt),
            new SummaryLine(texts["takeover.runs.started"], run.StartedAt),
            new SummaryLine(texts["takeover.run.ended"], run.EndedAt),
            new SummaryLine(texts["takeover.runs.state"], texts[TakeoverTones.KeyOf(run.State)]),
            new SummaryLine(
                texts["takeover.runs.verdict"],
                run.Verdict is { } verdict ? texts[TakeoverTones.KeyOf(verdict)] : null
            ),
            .. await IgnoredAsync(ct),
        ];
        head.Title = texts["takeover.run.title"];
        head.Wide = true;
        head.Crumb(texts["takeover.runs.title"], "/takeover");
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        if (!await db.Set<TakeoverRun>().AnyAsync(r => r.Id == Id, ct))
        {
            return NotFound();
        }

        Reconciliation = await Reconciliation.ReadAsync(db, Id, ct);
        var rows = Narrow(await ListQuery.Read(HttpContext, Rules));
        return new TableExport<ReconciledCount>(format, "takeover", Lines.ByYear, rows.ToAsyncEnumerable(), texts);
    }

    private IEnumerable<ReconciledCount> Narrow(ListQuery query) =>
        Reconciliation.Counts.Where(c => query.Code("table") is not { } table || c.Count.TableCode == table);

    private async Task<IReadOnlyList<SummaryLine>> IgnoredAsync(CancellationToken ct)
    {
        var files = await db.Set<TakeoverFileMark>().AsNoTracking().Where(f => f.RunId == Id).ToListAsync(ct);
        var fields = files.SelectMany(f => f.Ignored.Select(i => $"{f.FileName}: {i}")).Order(StringComparer.Ordinal);
        var text = string.Join("; ", fields);
        return text.Length == 0 ? [] : [new SummaryLine(texts["takeover.run.ignored"], text)];
    }
}

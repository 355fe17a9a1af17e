using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Shared.Exchange.Messages;
using Plus.Shared.Exchange.Takeover.Contract;
using Plus.Shared.Exchange.Takeover.Reconciling;
using Plus.Shared.Exchange.Takeover.Records;
using Plus.Web.Controls;
using Plus.Web.Language;
using Plus.Web.Layout;
using Plus.Web.Lists;

namespace Plus.Shared.Exchange.Takeover.Pages;

/// <summary>The rows of a takeover that were not taken: where they stand and why; never what they hold.</summary>
[RequiresPermission(TakeoverPermissions.View)]
internal sealed class TakeoverQuarantinePage(PlusDb db, PageHead head, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public ListPage<QuarantinedRow> Rows { get; private set; } = null!;

    public TableView View => Table.View(Rows);

    public IReadOnlyList<Choice> Tables =>
        [.. TakeoverContract.Tables.Select(t => new Choice(t.Code, texts["takeover.table." + t.Code]))];

    public IReadOnlyList<Choice> Reasons =>
        [
            .. TakeoverReasons
                .All.Select(c => new Choice(c, texts["takeover.short." + c]))
                .OrderBy(c => c.Text, StringComparer.Create(texts.Language.Culture, ignoreCase: true)),
        ];

    public IEnumerable<FilterChip> Chips =>
        Rows.Query.Filters.SelectMany(f =>
            f.Value.Select(code => new FilterChip(
                texts.Maybe((f.Key == "table" ? "takeover.table." : "takeover.short.") + code) ?? code,
                Rows.Query.WithoutHref(f.Key, code)
            ))
        );

    private ListRules Rules =>
        new($"/takeover/{Id}/quarantine", "line") { Filters = ["table", "reason"], PageSize = 50 };

    private Table<QuarantinedRow> Table =>
        new("takeover.quarantine.title")
        {
            new("table", "takeover.count.table", r => texts["takeover.table." + r.TableCode]) { NamesRow = true },
            new("line", "takeover.quarantine.line", r => r.Line) { Numeric = true },
            new("id", "takeover.quarantine.id", r => r.SourceId),
            new("reasons", "takeover.quarantine.reasons", Words),
            new(
                "state",
                "takeover.quarantine.state",
                r => texts[r.TakenByRun is null ? "takeover.quarantine.open" : "takeover.quarantine.taken"]
            )
            {
                Tag = r => r.TakenByRun is null ? "yellow" : "green",
            },
        };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await db.Set<TakeoverRun>().AnyAsync(r => r.Id == Id, ct))
        {
            return NotFound();
        }

        var query = await ListQuery.Read(HttpContext, Rules);
        var rows = Narrow(query);
        Rows = new ListPage<QuarantinedRow>(
            query,
            await rows.Skip(query.Skip).Take(Rules.PageSize).ToListAsync(ct),
            await rows.CountAsync(ct)
        );
        head.Title = texts["takeover.quarantine.title"];
        head.Crumb(texts["takeover.runs.title"], "/takeover");
        head.Crumb(texts["takeover.run.title"], $"/takeover/{Id}");
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        if (!await db.Set<TakeoverRun>().AnyAsync(r => r.Id == Id, ct))
        {
            return NotFound();
        }

        var rows = Narrow(await ListQuery.Read(HttpContext, Rules)).AsAsyncEnumerable();
        return new TableExport<QuarantinedRow>(format, "takeover-quarantine", Table, rows, texts);
    }

    private IQueryable<QuarantinedRow> Narrow(ListQuery query)
    {
        var rows = db.Set<QuarantinedRow>().AsNoTracking().Where(q => q.RunId == Id);
        if (query.Code("table") is { } table)
        {
            rows = rows.Where(q => q.TableCode == table);
        }

        if (query.Code("reason") is { } reason)
        {
            rows = rows.Where(q => q.Reasons.Contains(reason));
        }

        return rows.OrderBy(q => q.TableCode).ThenBy(q => q.Line).ThenBy(q => q.Id);
    }

    private string Words(QuarantinedRow row) =>
        string.Join("; ", IntakeReason.Read(row.ReasonValues).Select(r => TakeoverWords.Of(r, texts)));
}

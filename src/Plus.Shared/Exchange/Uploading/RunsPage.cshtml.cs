using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Shared.Exchange.Records;
using Plus.Shared.Exchange.Worklist;
using Plus.Web.Language;
using Plus.Web.Layout;
using Plus.Web.Lists;

namespace Plus.Shared.Exchange.Uploading;

/// <summary>Every file taken in, newest first, with what its lines came to.</summary>
[RequiresPermission(IntakePermissions.View)]
internal sealed class RunsPage(PlusDb db, PageHead head, Texts texts) : PageModel
{
    private static readonly ListRules Rules = new("/intake/runs", "started") { FallsByDefault = true };

    public ListPage<IntakeRun> Rows { get; private set; } = null!;

    public TableView View => Table.View(Rows);

    private Table<IntakeRun> Table =>
        new("exchange.runs.title")
        {
            new("started", "exchange.runs.started", r => r.StartedAt)
            {
                NamesRow = true,
                Href = r => $"/intake/runs/{r.Id}",
            },
            new("channel", "exchange.runs.channel", r => texts["exchange.channel." + r.Channel]),
            new("state", "exchange.runs.state", r => texts["exchange.run." + CodeConversion.CodeOf(r.State)]),
            new("lines", "exchange.runs.lines", r => r.LinesDone) { Numeric = true },
            new("accepted", "exchange.runs.accepted", r => r.Accepted) { Numeric = true },
            new("attention", "exchange.runs.attention", r => r.Attention + r.MatchToConfirm) { Numeric = true },
            new("rejected", "exchange.runs.rejected", r => r.Rejected) { Numeric = true },
            new("repeated", "exchange.runs.repeated", r => r.Repeated) { Numeric = true },
        };

    public async Task OnGetAsync(CancellationToken ct)
    {
        var query = await ListQuery.Read(HttpContext, Rules);
        var runs = db.Set<IntakeRun>().AsNoTracking().OrderByDescending(r => r.StartedAt).ThenByDescending(r => r.Id);
        var rows = await runs.Skip(query.Skip).Take(Rules.PageSize).ToListAsync(ct);
        Rows = new ListPage<IntakeRun>(query, rows, await runs.CountAsync(ct));
        IntakeMenu.Show(head, texts, texts["exchange.runs.title"], "runs");
    }
}

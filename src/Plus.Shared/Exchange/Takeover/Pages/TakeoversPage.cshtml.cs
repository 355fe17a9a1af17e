using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Shared.Exchange.Takeover.Records;
using Plus.Web.Language;
using Plus.Web.Layout;
using Plus.Web.Lists;

namespace Plus.Shared.Exchange.Takeover.Pages;

/// <summary>Every takeover, newest first, with what it came to.</summary>
[RequiresPermission(TakeoverPermissions.View)]
internal sealed class TakeoversPage(PlusDb db, PageHead head, Texts texts) : PageModel
{
    private static readonly ListRules Rules = new("/takeover", "started") { FallsByDefault = true };

    public ListPage<RunLine> Rows { get; private set; } = null!;

    public TableView View => Table.View(Rows);

    private Table<RunLine> Table =>
        new("takeover.runs.title")
        {
            new("started", "takeover.runs.started", r => r.Run.StartedAt)
            {
                NamesRow = true,
                Href = r => $"/takeover/{r.Run.Id}",
            },
            new("source", "takeover.runs.source", r => r.Run.Source),
            new("version", "takeover.runs.version", r => r.Run.SourceVersion),
            new("state", "takeover.runs.state", r => texts[TakeoverTones.KeyOf(r.Run.State)])
            {
                Tag = r => TakeoverTones.Of(r.Run.State),
            },
            new(
                "verdict",
                "takeover.runs.verdict",
                r => r.Run.Verdict is { } verdict ? texts[TakeoverTones.KeyOf(verdict)] : null
            )
            {
                Tag = r => TakeoverTones.Of(r.Run.Verdict),
            },
            new("quarantined", "takeover.runs.quarantined", r => r.Waiting) { Numeric = true },
        };

    public async Task OnGetAsync(CancellationToken ct)
    {
        var query = await ListQuery.Read(HttpContext, Rules);
        var runs = db.Set<TakeoverRun>().AsNoTracking().OrderByDescending(r => r.StartedAt).ThenByDescending(r => r.Id);
        var rows = await runs.Skip(query.Skip)
            .Take(Rules.PageSize)
            .Select(r => new RunLine(r, db.Set<QuarantinedRow>().Count(q => q.RunId == r.Id && q.TakenByRun == null)))
            .ToListAsync(ct);
        Rows = new ListPage<RunLine>(query, rows, await runs.CountAsync(ct));
        head.Title = texts["takeover.runs.title"];
    }
}

/// <summary>A run and how many of its rows still wait in quarantine.</summary>
internal sealed record RunLine(TakeoverRun Run, int Waiting);

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Shared.Obligations.Records;
using Plus.Web.Controls;
using Plus.Web.Language;
using Plus.Web.Lists;

namespace Plus.Shared.Obligations.Conflicts;

/// <summary>Places that conflict with a ban: whose, what they are, whom to ask. Never which ban and which address.</summary>
[RequiresPermission(ObligationsModule.View)]
internal sealed class ConflictsPage(ConflictReader reader, ViewLog views, Texts texts) : PageModel
{
    private static readonly string[] Of = ["mine", "ask", "settled"];

    private static readonly ListRules Rules = new("/bans", "found") { Filters = ["of"] };

    public ListPage<ConflictRow> Rows { get; private set; } = null!;

    public IReadOnlyList<Choice> Choices => [.. Of.Select(o => new Choice(o, texts["obligations.conflicts.of." + o]))];

    public Table<ConflictRow> Columns =>
        new(
            "obligations.conflicts.title",
            [
                new("client", "obligations.conflicts.client", r => r.ClientName)
                {
                    NamesRow = true,
                    Href = r => $"/bans/{r.Id}",
                },
                new("place", "obligations.conflicts.place", r => texts["obligations.conflicts.place." + r.Place]),
                new("found", "obligations.conflicts.found", r => r.FoundAt),
                new("ask", "obligations.conflicts.ask", r => r.Ask ?? texts["obligations.conflicts.head"]),
                new(
                    "state",
                    "obligations.conflicts.state",
                    r => texts["obligations.conflicts.verdict." + (r.Verdict ?? "waits")]
                ),
            ]
        )
        {
            CaptionHidden = true,
        };

    public async Task OnGetAsync(CancellationToken ct)
    {
        var query = await ListQuery.Read(HttpContext, Rules);
        var found = Filtered(query);
        var total = await found.CountAsync(ct);
        var rows = await reader.Rows(found).Skip(query.Skip).Take(Rules.PageSize).ToListAsync(ct);
        Rows = new ListPage<ConflictRow>(query, rows, total);
        await views.ListAsync(ObligationsModule.View, rows.Select(r => r.Client), ct);
    }

    public async Task<IActionResult> OnPostFilterAsync() => LocalRedirect(await ListQuery.Send(HttpContext, Rules));

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        var query = await ListQuery.Read(HttpContext, Rules);
        var rows = await reader.Rows(Filtered(query)).ToListAsync(ct);
        await views.DiscloseAsync(ObligationsModule.View, rows.Select(r => r.Client), ct);
        return new TableExport<ConflictRow>(format, "ban-conflicts", Columns, rows.ToAsyncEnumerable(), texts);
    }

    private IQueryable<BanConflict> Filtered(ListQuery query) =>
        (
            query.Code("of") switch
            {
                "mine" => reader.OfMine(),
                "ask" => reader.OfOthers(),
                "settled" => reader.Within().Where(c => c.SettledAt != null),
                _ => reader.Within().Where(c => c.SettledAt == null),
            }
        ).AsNoTracking();
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Shared.Audit.Looking;
using Plus.Web.Language;
using Plus.Web.Lists;

namespace Plus.Shared.Audit.Outside;

/// <summary>Changes of the database that did not come through PLUS, newest first, each with its row before and after.</summary>
[RequiresPermission(AuditModule.View)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class OutsidePage(AuditTrail trail, OutsideWatch watch, Processes processes, ViewLog views, Texts texts)
    : PageModel
{
    private static readonly DateOnly Beginning = new(2000, 1, 1);
    private static readonly DateOnly End = new(9000, 1, 1);

    public TableView View { get; private set; } = null!;

    public string? NextHref { get; private set; }

    /// <summary>Tables whose triggers are gone or switched off, and functions of the watch that were touched.</summary>
    public IReadOnlyList<string> Unwatched { get; private set; } = [];

    private Table<AuditEvent> Table =>
        new("audit.outside.title")
        {
            new("at", "audit.at", e => new DateTimeOffset(e.At, TimeSpan.Zero))
            {
                NamesRow = true,
                Href = e => $"/audit/event/outside/{e.Id}",
            },
            new("what", "audit.what", e => texts["audit.outside." + e.What]),
            new("table", "audit.outside.table", e => e.Part),
            new("role", "audit.outside.role", e => e.Reason),
            new("source", "audit.source", e => e.Source),
        };

    public async Task OnGetAsync([FromQuery] string? before, CancellationToken ct)
    {
        var asked = new AuditQuestion(Beginning, End) { Kind = AuditSql.Outside };
        var mark = AuditPage.MarkOf(before);
        var events = await trail.ReadAsync(asked, null, null, mark, AuditPage.PageSize, ct);
        Unwatched = await watch.StandingFaultsAsync(ct);
        await processes.NoteAsync(
            new ProcessStart(AuditPage.Looked)
            {
                Values = new Dictionary<string, object?> { ["kind"] = AuditSql.Outside },
            },
            ct
        );
        await views.SearchAsync(AuditModule.View, events.SelectMany(e => e.Clients).Select(ClientId.From), ct);
        View = Table.View(events);
        NextHref = events.Count == AuditPage.PageSize ? $"/audit/outside?before={events[^1].Mark}" : null;
    }
}

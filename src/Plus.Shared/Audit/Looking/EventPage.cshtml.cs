using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Web.Display;
using Plus.Web.Language;
using Plus.Web.Lists;

namespace Plus.Shared.Audit.Looking;

/// <summary>One event: who, when, whose data, why, and what was changed from what to what.</summary>
[RequiresPermission(AuditModule.View)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class EventPage(EventDetails details, AuditTable table, AuditTrail trail, ViewLog views, Texts texts)
    : PageModel
{
    public IReadOnlyList<SummaryLine> Lines { get; private set; } = [];

    public TableView? Changes { get; private set; }

    public async Task<IActionResult> OnGetAsync(string table, Guid id, CancellationToken ct)
    {
        if (await details.FindAsync(table, id, ct) is not { } found)
        {
            return NotFound();
        }

        var (one, changes) = found;
        await views.ListAsync(AuditModule.View, one.Clients.Select(ClientId.From), ct);
        Lines = await LinesAsync(one, ct);
        Changes = changes.Count == 0 ? null : Columns.View(changes);
        return Page();
    }

    private static readonly Table<FieldChange> Columns = new("audit.event.changes")
    {
        new("record", "audit.event.record", c => c.Record),
        new("field", "audit.event.field", c => c.Field) { NamesRow = true },
        new("before", "audit.event.before", c => c.Before),
        new("after", "audit.event.after", c => c.After),
    };

    private async Task<IReadOnlyList<SummaryLine>> LinesAsync(AuditEvent one, CancellationToken ct)
    {
        var numbers = await trail.CaseNumbersAsync(one.Clients.Take(200), ct);
        var lines = new (string Key, object? Value)[]
        {
            ("audit.at", new DateTimeOffset(one.At, TimeSpan.Zero)),
            ("audit.actor", table.Who(one)),
            ("audit.kindOf", texts["audit.eventKind." + table.KindOf(one)]),
            ("audit.what", table.What(one)),
            ("audit.part", table.Part(one)),
            ("audit.people", one.Clients.Length),
            ("audit.event.cases", numbers.Count == 0 ? null : string.Join(", ", numbers)),
            ("audit.reason", one.Table == "outside" ? null : one.Reason),
            ("audit.purpose", one.Purpose is null ? null : texts.Maybe("purpose." + one.Purpose) ?? one.Purpose),
            ("audit.event.legalBasis", one.LegalBasis),
            ("audit.source", one.Source),
        };
        return [.. lines.Where(l => l.Value is not null).Select(l => new SummaryLine(texts[l.Key], l.Value))];
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Incidents.Records;
using Plus.Web.Controls;
using Plus.Web.Language;
using Plus.Web.Lists;

namespace Plus.Shared.Incidents.Listing;

/// <summary>Incidents of the office, the region or the Service, for who leads there.</summary>
[RequiresPermission(IncidentsModule.Lead)]
internal sealed class IncidentsPage(
    PlusDb db,
    IncidentReader reader,
    StaffAccessor staff,
    ViewLog views,
    PlusClock clock,
    Texts texts
) : PageModel
{
    private static readonly string[] StateCodes = ["unseen", "late", "closed", "all"];

    private static readonly ListRules Rules = new("/incidents", "day") { Filters = ["state", "kind"] };

    public ListPage<IncidentRow> Rows { get; private set; } = null!;

    public bool MaySetKinds => staff.Current.May(IncidentsModule.ChangeKinds);

    public IReadOnlyList<Choice> States => [.. StateCodes.Select(s => new Choice(s, texts["incidents.state." + s]))];

    public IReadOnlyList<Choice> Kinds =>
        [.. IncidentKind.Codes.Select(k => new Choice(k, texts["incidents.kind." + k]))];

    public Table<IncidentRow> Columns =>
        new(
            "incidents.menu",
            [
                new("kind", "incidents.record.kind", r => texts["incidents.kind." + r.Kind])
                {
                    NamesRow = true,
                    Href = r => $"/incidents/{r.Id}",
                },
                new("day", "incidents.record.day", r => r.OccurredOn),
                new("client", "incidents.list.client", r => r.ClientName),
                new("office", "incidents.list.office", r => r.Office),
                new("state", "incidents.list.state", r => texts["incidents.state." + StateOf(r)]),
                new("due", "incidents.list.due", r => r.NextDueOn),
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
        Rows = new ListPage<IncidentRow>(query, rows, total);
        await views.ListAsync(IncidentsModule.View, rows.Select(r => r.Client), ct);
    }

    public async Task<IActionResult> OnPostFilterAsync() => LocalRedirect(await ListQuery.Send(HttpContext, Rules));

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        var query = await ListQuery.Read(HttpContext, Rules);
        var rows = await reader.Rows(Filtered(query)).ToListAsync(ct);
        await views.DiscloseAsync(IncidentsModule.View, rows.Select(r => r.Client), ct);
        return new TableExport<IncidentRow>(format, "incidents", Columns, rows.ToAsyncEnumerable(), texts);
    }

    private string StateOf(IncidentRow row) =>
        row.ClosedOn is not null ? "closed"
        : row.Unseen ? "unseen"
        : row.NextDueOn < clock.Today ? "late"
        : "open";

    private IQueryable<Incident> Filtered(ListQuery query)
    {
        var level = IncidentLevels.Of(staff.Current);
        var today = clock.Today;
        var found = reader.Within(IncidentsModule.Lead).AsNoTracking();
        found = query.Code("state") switch
        {
            "closed" => found.Where(i => i.ClosedOn != null),
            "all" => found,
            "unseen" => found.Where(i =>
                i.ClosedOn == null
                && db.Set<IncidentNotice>().Any(n => n.IncidentId == i.Id && n.Level == level && n.SeenAt == null)
            ),
            "late" => found.Where(i =>
                i.ClosedOn == null
                && (
                    i.Measures.Any(m => m.EndedOn == null && m.DueOn < today)
                    || (!i.Measures.Any() && i.ReviewDueOn < today)
                )
            ),
            _ => found.Where(i => i.ClosedOn == null),
        };
        return query.Code("kind") is { } kind ? found.Where(i => i.Kind == kind) : found;
    }
}

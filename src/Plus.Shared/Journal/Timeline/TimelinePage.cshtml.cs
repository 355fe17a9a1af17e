using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Law.Identity;
using Plus.Shared.Clients;
using Plus.Shared.Clients.Head;
using Plus.Shared.Drafts.Keeping;
using Plus.Web.Language;

namespace Plus.Shared.Journal.Timeline;

/// <summary>Everything that happened with the client, over all functions: filter by kind, search with marks, print.</summary>
[RequiresPermission(ClientPermissions.View)]
internal sealed class TimelinePage(
    ClientHead head,
    TimelineReader timeline,
    StoredQueries queries,
    ViewLog views,
    StaffAccessor staff,
    Texts texts
) : PageModel
{
    private const string List = "/clients/timeline";

    public ClientFacts Client { get; private set; } = null!;

    public IReadOnlyList<TimelineWords> Lines { get; private set; } = [];

    public IReadOnlyDictionary<string, int> Kinds { get; private set; } = new Dictionary<string, int>();

    public string? Kind { get; private set; }

    public string? Typed { get; private set; }

    public string? TypedId { get; private set; }

    public int Number { get; private set; } = 1;

    public bool More { get; private set; }

    /// <summary>Everything open, for paper.</summary>
    public bool Printed { get; private set; }

    public bool MayWrite => staff.Current.May(JournalPermissions.Write);

    public async Task<IActionResult> OnGetAsync(
        Guid id,
        [FromQuery] string? kind,
        [FromQuery] string? typed,
        [FromQuery(Name = "page")] int? number,
        [FromQuery] bool print,
        CancellationToken ct
    )
    {
        if (await head.ShowAsync(new ClientId(id), ClientPermissions.View, "timeline", ct) is not { } client)
        {
            return NotFound();
        }

        (Client, Printed, Number) = (client, print, Math.Clamp(number ?? 1, 1, 10_000));
        Kinds = await timeline.KindsAsync(client.Id, ct);
        Kind = kind is not null && Kinds.ContainsKey(kind) ? kind : null;
        TypedId = typed is { Length: > 0 and <= 20 } ? typed : null;
        Typed = TypedId is null
            ? null
            : (await queries.Find(staff.Current.Id!.Value, List, TypedId, ct))?.GetValueOrDefault("q");
        await ReadAsync(ct);
        await (
            print
                ? views.HandOutAsync("clients.timelinePrint", client.Id, ct: ct)
                : views.ConsultAsync("clients.timeline", client.Id, ct: ct)
        );
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(
        Guid id,
        [FromForm] string? q,
        [FromForm] string? kind,
        CancellationToken ct
    )
    {
        var typed = string.IsNullOrWhiteSpace(q)
            ? null
            : await queries.Keep(staff.Current.Id!.Value, List, new Dictionary<string, string> { ["q"] = q }, ct);
        return LocalRedirect(Href(id, string.IsNullOrEmpty(kind) ? null : kind, typed, 1));
    }

    /// <summary>This timeline on another page or with another filter.</summary>
    public string Href(string? kind, int page) => Href(Client.Id.Value, kind, TypedId, page);

    public string PrintHref
    {
        get
        {
            var href = Href(Kind, 1);
            return href + (href.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "print=true";
        }
    }

    private async Task ReadAsync(CancellationToken ct)
    {
        var whole = Typed is not null || Printed;
        var rows = whole
            ? await timeline.ReadAsync(Client.Id, Kind, 0, TimelineReader.MostRows, ct)
            : await timeline.ReadAsync(
                Client.Id,
                Kind,
                (Number - 1) * TimelineReader.PageSize,
                TimelineReader.PageSize + 1,
                ct
            );
        IEnumerable<TimelineWords> lines = rows.Select(r => TimelineWords.Of(r, texts));
        if (Typed is not null)
        {
            var words = NameFolding.Fold(Typed).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            lines = lines.Where(l => l.Holds(words));
        }

        if (Typed is not null && !Printed)
        {
            lines = lines.Skip((Number - 1) * TimelineReader.PageSize).Take(TimelineReader.PageSize + 1);
        }

        var shown = lines.ToList();
        More = !Printed && shown.Count > TimelineReader.PageSize;
        Lines = More ? shown[..TimelineReader.PageSize] : shown;
    }

    private static string Href(Guid id, string? kind, string? typed, int page)
    {
        var parts = new List<string>();
        if (kind is not null)
        {
            parts.Add("kind=" + Uri.EscapeDataString(kind));
        }

        if (typed is not null)
        {
            parts.Add("typed=" + Uri.EscapeDataString(typed));
        }

        if (page > 1)
        {
            parts.Add($"page={page}");
        }

        return $"/clients/{id}/timeline" + (parts.Count == 0 ? "" : "?" + string.Join('&', parts));
    }
}

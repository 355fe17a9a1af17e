using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Records;
using Plus.Shared.Cases.Scope;
using Plus.Shared.Clients;
using Plus.Shared.Clients.Records;
using Plus.Shared.Statistics;
using Plus.Shared.Support.Records;
using Plus.Web.Language;
using Plus.Web.Lists;

namespace Plus.Shared.Support.Counts;

/// <summary>A row behind a number: a client with the sessions, or one session.</summary>
internal sealed record CountRow(ClientId Client, string Name, DateOnly? Day, int Sessions);

/// <summary>The clients or sessions behind one number, within the person's reach; who is shown is logged.</summary>
[RequiresPermission(StatisticsModule.SeeRows)]
internal sealed class CountRowsPage(
    PlusDb db,
    ConsultationCounts counts,
    StaffAccessor staff,
    ViewLog views,
    Texts texts
) : PageModel
{
    public const string Clients = "clients";
    public const string Sessions = "sessions";
    public const string Missed = "missed";

    private static readonly string[] Whats = [Clients, Sessions, Missed];

    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Kind { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Funding { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string What { get; set; } = "";

    public ListPage<CountRow> Rows { get; private set; } = null!;

    /// <summary>Rows of the number that lie outside the person's reach.</summary>
    public int Unseen { get; private set; }

    public string Source =>
        texts[Funding == ConsultationCounts.All ? "support.counts.all" : "support.funding." + Funding];

    public Table<CountRow> Table =>
        new(
            "support.counts.rows." + What,
            [
                NameColumn,
                What == Clients
                    ? new("count", "support.counts.sessions", r => r.Sessions) { Numeric = true }
                    : new("day", "support.session.day", r => r.Day),
            ]
        )
        {
            CaptionHidden = true,
        };

    private Column<CountRow> NameColumn =>
        new("name", "cases.list.client", r => r.Name)
        {
            NamesRow = true,
            Href = r => staff.Current.May(ClientPermissions.View) ? $"/clients/{r.Client}" : null,
        };

    private ListRules Rules =>
        new(string.Create(CultureInfo.InvariantCulture, $"/support/counts/{Year}/{Kind}/{Funding}/{What}"), "name");

    private bool IsKnown =>
        SupportKinds.Consultations.Contains(Kind)
        && (Funding == ConsultationCounts.All || SupportKinds.Fundings.Contains(Funding))
        && Whats.Contains(What)
        && Year is >= 2005 and <= 9000;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!IsKnown)
        {
            return NotFound();
        }

        var query = await ListQuery.Read(HttpContext, Rules);
        var rows = await ReadAsync(ct);
        var page = rows.Skip(query.Skip).Take(query.Rules.PageSize).ToList();
        await views.ListAsync(StatisticsModule.SeeRows, page.Select(r => r.Client).Distinct(), ct);
        Unseen = await TotalAsync(ct) - rows.Count;
        Rows = new ListPage<CountRow>(query, page, rows.Count);
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        if (!IsKnown)
        {
            return NotFound();
        }

        var rows = await ReadAsync(ct);
        await views.DiscloseAsync(StatisticsModule.SeeRows, rows.Select(r => r.Client).Distinct(), ct);
        var name = string.Create(CultureInfo.InvariantCulture, $"konsultacijas-{Year}-{Kind}-{Funding}-{What}");
        return new TableExport<CountRow>(format, name, Table, rows.ToAsyncEnumerable(), texts);
    }

    private async Task<List<CountRow>> ReadAsync(CancellationToken ct)
    {
        var (first, last) = (new DateOnly(Year, 1, 1), new DateOnly(Year, 12, 31));
        var attended = What != Missed;
        var sessions = await (
            from h in db.Set<ConsultationSession>().AsNoTracking()
            join s in db.Set<Section>().Within(staff.Current, StatisticsModule.SeeRows) on h.SectionId equals s.Id
            join k in db.Set<Client>() on s.ClientId equals k.Id
            where h.Kind == Kind && h.Attended == attended && h.HeldOn >= first && h.HeldOn <= last
            where Funding == ConsultationCounts.All || h.Funding == Funding
            orderby k.Surname, k.GivenName, h.HeldOn, h.Id
            select new
            {
                k.Id,
                Name = k.Surname + " " + k.GivenName,
                h.HeldOn,
            }
        ).ToListAsync(ct);
        return What == Clients
            ? [.. sessions.GroupBy(s => s.Id).Select(g => new CountRow(g.Key, g.First().Name, null, g.Count()))]
            : sessions.ConvertAll(s => new CountRow(s.Id, s.Name, s.HeldOn, 1));
    }

    private async Task<int> TotalAsync(CancellationToken ct)
    {
        var lines = (await counts.ReadAsync(Year, ct)).Where(l => l.Kind == Kind).ToList();
        var line = lines.Find(l => l.Funding == Funding);
        return What switch
        {
            _ when line is null => 0,
            Clients => line.Clients,
            Sessions => line.Sessions,
            _ => line.Missed,
        };
    }
}

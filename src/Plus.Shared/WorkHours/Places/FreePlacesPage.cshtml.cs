using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Organisation.Records;
using Plus.Shared.Partners;
using Plus.Shared.Partners.Editing;
using Plus.Shared.Partners.Records;
using Plus.Web.Controls;
using Plus.Web.Language;
using Plus.Web.Lists;

namespace Plus.Shared.WorkHours.Places;

/// <summary>Sites of hosts with a contract today, with the places free on each weekday.</summary>
[RequiresPermission(PartnersModule.View)]
internal sealed class FreePlacesPage(
    PlusDb db,
    SitePlaces places,
    TerritoryChoices territories,
    PlusClock clock,
    Texts texts
) : PageModel
{
    private static readonly ListRules Rules = new("/partners/places", "host")
    {
        Filters = ["office", "territory", "weekday"],
        PageSize = 50,
    };

    public ListPage<FreePlacesRow> Rows { get; private set; } = null!;

    public IReadOnlyList<Choice> Offices { get; private set; } = [];

    public IReadOnlyList<Choice> Territories { get; private set; } = [];

    public IReadOnlyList<Choice> Weekdays =>
        [.. Enumerable.Range(1, 7).Select(i => new Choice($"{i}", texts["partners.weekday." + i]))];

    public Table<FreePlacesRow> Columns =>
        new(
            "workHours.places.title",
            [
                new("host", "partners.host.name", r => r.Host)
                {
                    NamesRow = true,
                    Sortable = true,
                    Href = r => $"/partners/{r.Id}",
                },
                new("site", "workHours.places.site", r => r.Site),
                new("territory", "partners.host.territory", r => r.Territory),
                .. Enumerable
                    .Range(1, 7)
                    .Select(i => new Column<FreePlacesRow>($"d{i}", "partners.weekdayShort." + i, r => r.Free[i - 1])
                    {
                        Numeric = true,
                    }),
            ]
        )
        {
            CaptionHidden = true,
        };

    public async Task OnGetAsync(CancellationToken ct)
    {
        var query = await ListQuery.Read(HttpContext, Rules);
        var rows = await ReadAsync(query, ct);
        Rows = new ListPage<FreePlacesRow>(query, [.. rows.Skip(query.Skip).Take(Rules.PageSize)], rows.Count);
        Territories = await territories.ReadAsync(ct);
        Offices =
        [
            .. (await db.Set<Office>().OrderBy(o => o.Name).Select(o => new { o.Id, o.Name }).ToListAsync(ct)).Select(
                o => new Choice(o.Id.ToString(), o.Name)
            ),
        ];
    }

    public async Task<IActionResult> OnPostFilterAsync() => LocalRedirect(await ListQuery.Send(HttpContext, Rules));

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        var query = await ListQuery.Read(HttpContext, Rules);
        return new TableExport<FreePlacesRow>(
            format,
            "partners-places",
            Columns,
            (await ReadAsync(query, ct)).ToAsyncEnumerable(),
            texts
        );
    }

    private async Task<List<FreePlacesRow>> ReadAsync(ListQuery query, CancellationToken ct)
    {
        var today = clock.Today;
        var found = db.Set<HostSite>()
            .AsNoTracking()
            .Where(s => s.To == null || s.To >= today)
            .Join(db.Set<HostEmployer>(), s => s.HostEmployerId, h => h.Id, (s, h) => new { Site = s, Host = h })
            .Where(x =>
                db.Set<HostContract>()
                    .Any(c => c.HostEmployerId == x.Host.Id && c.From <= today && (c.To == null || c.To >= today))
            );
        if (OfficeId.TryParse(query.Code("office"), out var office))
        {
            found = found.Where(x => x.Host.OfficeId == office);
        }

        if (query.Code("territory") is { } territory)
        {
            found = found.Where(x => x.Site.TerritoryCode == territory);
        }

        var sites = await (
            query.Falls ? found.OrderByDescending(x => x.Host.Name) : found.OrderBy(x => x.Host.Name)
        ).ToListAsync(ct);
        var names = await db.Set<Territory>().AsNoTracking().ToDictionaryAsync(t => t.Code, t => t.Name, ct);
        var taken = await places.TakenByWeekdayAsync(today, null, ct);
        var weekday = int.TryParse(query.Code("weekday"), out var day) && day is >= 1 and <= 7 ? day - 1 : (int?)null;
        return
        [
            .. sites
                .Select(x => new FreePlacesRow(
                    x.Host.Id,
                    x.Host.Name,
                    x.Site.Name,
                    names.GetValueOrDefault(x.Site.TerritoryCode ?? ""),
                    [
                        .. Enumerable
                            .Range(0, 7)
                            .Select(d => Math.Max(0, x.Site.Places[d] - (taken.GetValueOrDefault(x.Site.Id)?[d] ?? 0))),
                    ]
                ))
                .Where(r => weekday is { } d ? r.Free[d] > 0 : r.Free.Any(f => f > 0)),
        ];
    }
}

/// <summary>A site and what is free there, Monday first.</summary>
internal sealed record FreePlacesRow(
    HostEmployerId Id,
    string Host,
    string Site,
    string? Territory,
    IReadOnlyList<int> Free
);

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Organisation.Records;
using Plus.Shared.Partners.Records;
using Plus.Web.Language;
using Plus.Web.Lists;

namespace Plus.Shared.Partners.Municipalities;

/// <summary>Host employers counted by municipality: with a contract today, sites, places in a week.</summary>
[RequiresPermission(PartnersModule.View)]
internal sealed class MunicipalitiesPage(PlusDb db, PlusClock clock, Texts texts) : PageModel
{
    public IReadOnlyList<MunicipalityRow> Rows { get; private set; } = [];

    public Table<MunicipalityRow> Columns =>
        new(
            "partners.municipalities",
            [
                new("name", "partners.host.territory", r => r.Name ?? texts["partners.municipality.unknown"])
                {
                    NamesRow = true,
                    Href = r => r.Code is null ? null : "/partners?territory=" + r.Code,
                },
                new("hosts", "partners.municipality.hosts", r => r.Hosts) { Numeric = true },
                new("inForce", "partners.municipality.inForce", r => r.InForce) { Numeric = true },
                new("sites", "partners.municipality.sites", r => r.Sites) { Numeric = true },
                new("places", "partners.municipality.places", r => r.Places) { Numeric = true },
            ]
        )
        {
            CaptionHidden = true,
        };

    public async Task OnGetAsync(CancellationToken ct) => Rows = await ReadAsync(ct);

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct) =>
        new TableExport<MunicipalityRow>(
            format,
            "partners-municipalities",
            Columns,
            (await ReadAsync(ct)).ToAsyncEnumerable(),
            texts
        );

    private async Task<IReadOnlyList<MunicipalityRow>> ReadAsync(CancellationToken ct)
    {
        var today = clock.Today;
        var hosts = await db.Set<HostEmployer>()
            .AsNoTracking()
            .GroupBy(h => h.TerritoryCode)
            .Select(g => new
            {
                Code = g.Key,
                Hosts = g.Count(),
                InForce = g.Count(h =>
                    db.Set<HostContract>()
                        .Any(c => c.HostEmployerId == h.Id && c.From <= today && (c.To == null || c.To >= today))
                ),
            })
            .ToListAsync(ct);
        var sites = await db.Set<HostSite>()
            .AsNoTracking()
            .Where(s => s.To == null || s.To >= today)
            .Where(s =>
                db.Set<HostContract>()
                    .Any(c =>
                        c.HostEmployerId == s.HostEmployerId && c.From <= today && (c.To == null || c.To >= today)
                    )
            )
            .Select(s => new { s.TerritoryCode, s.Places })
            .ToListAsync(ct);
        var names = await db.Set<Territory>().AsNoTracking().ToDictionaryAsync(t => t.Code, t => t.Name, ct);
        var placed = sites.ToLookup(s => s.TerritoryCode ?? "");
        var counted = hosts.ToDictionary(h => h.Code ?? "");
        var order = StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("lv-LV"), false);
        return
        [
            .. counted
                .Keys.Union(placed.Select(p => p.Key))
                .Select(code => new MunicipalityRow(
                    code.Length == 0 ? null : code,
                    names.GetValueOrDefault(code),
                    counted.GetValueOrDefault(code)?.Hosts ?? 0,
                    counted.GetValueOrDefault(code)?.InForce ?? 0,
                    placed[code].Count(),
                    placed[code].Sum(s => s.Places.Sum())
                ))
                .OrderBy(r => r.Name is null)
                .ThenBy(r => r.Name, order),
        ];
    }
}

/// <summary>A municipality and its host employers.</summary>
/// <param name="Places">Places in a week, of sites whose host has a contract today.</param>
internal sealed record MunicipalityRow(string? Code, string? Name, int Hosts, int InForce, int Sites, int Places);

using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Organisation.Records;
using Plus.Web.Language;
using Plus.Web.Lists;

namespace Plus.Shared.Organisation.Offices;

/// <summary>The regions and their offices, closed ones too.</summary>
[RequiresPermission(OrganisationModule.View)]
internal sealed class OfficesPage(PlusDb db, StaffAccessor staff, Texts texts, PlusClock clock) : PageModel
{
    public IReadOnlyList<RegionWithOffices> Regions { get; private set; } = [];

    public bool MayChange => staff.Current.May(OrganisationModule.Change);

    private Table<Office> Table =>
        new(
            "organisation.offices",
            [
                new Column<Office>("name", "organisation.office.name", o => o.Name)
                {
                    NamesRow = true,
                    Href = o => MayChange ? $"/organisation/offices/{o.Id}" : null,
                },
                new Column<Office>("code", "organisation.office.code", o => o.Code),
                new Column<Office>(
                    "kind",
                    "organisation.office.kind",
                    o => texts["organisation.kind." + CodeConversion.CodeOf(o.Kind)]
                ),
                new Column<Office>("from", "organisation.from", o => o.From),
                new Column<Office>("to", "organisation.to", o => o.To),
            ]
        )
        {
            CaptionHidden = true,
        };

    public async Task OnGetAsync(CancellationToken ct)
    {
        var regions = await db.Set<Region>().AsNoTracking().OrderBy(r => r.Name).ToListAsync(ct);
        var offices = await db.Set<Office>().AsNoTracking().OrderBy(o => o.Name).ToListAsync(ct);
        var table = Table;
        Regions =
        [
            .. regions.Select(r => new RegionWithOffices(
                r.Name,
                table.View([.. offices.Where(o => o.RegionId == r.Id)])
            )
            {
                Id = r.Id,
                Exists = ExistsOf(r),
            }),
            new RegionWithOffices(
                texts["organisation.central"],
                table.View([.. offices.Where(o => o.RegionId is null)])
            ),
        ];
    }

    private string? ExistsOf(Region region) =>
        region.To is { } to ? texts["organisation.region.closed", ("day", to)]
        : region.From > clock.Today ? texts["organisation.region.begins", ("day", region.From)]
        : null;
}

/// <summary>A regional unit, or the central administration, with its offices.</summary>
internal sealed record RegionWithOffices(string Name, TableView Table)
{
    /// <summary>Null for the central administration.</summary>
    public RegionId? Id { get; init; }

    /// <summary>When it begins or ends, where that is worth saying; null otherwise.</summary>
    public string? Exists { get; init; }
}

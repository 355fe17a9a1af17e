using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Organisation.Records;
using Plus.Web.Controls;
using Plus.Web.Language;

namespace Plus.Shared.Statistics.Year;

/// <summary>Regions and offices that a person may see figures of, and what a chosen code stands for.</summary>
internal sealed class FigurePlaces(PlusDb db, StaffAccessor staff)
{
    /// <summary>The places within the permission's reach. The whole service is among them only for those who see it.</summary>
    public async Task<FigurePlaceList> ReadAsync(string permission, CancellationToken ct)
    {
        var offices = await db.Set<Office>()
            .AsNoTracking()
            .Where(o => o.RegionId != null)
            .OrderBy(o => o.Code)
            .ToListAsync(ct);
        var regions = await db.Set<Region>().AsNoTracking().OrderBy(r => r.Name).ToListAsync(ct);
        var reach = staff.Current.ScopeOf(permission) switch
        {
            AccessScope.Service => null,
            AccessScope.Region => staff.Current.RegionOffices,
            AccessScope.Office => staff.Current.Offices,
            // Figures are of offices: who sees own sections only has none.
            _ => (IReadOnlyList<OfficeId>)[],
        };
        var seen = reach is null ? offices : [.. offices.Where(o => reach.Contains(o.Id))];
        return new FigurePlaceList(
            reach,
            [
                .. regions
                    .Select(r => new FigurePlace(
                        r.Code,
                        r.Name,
                        [.. seen.Where(o => o.RegionId == r.Id).Select(o => (o.Id, o.Code, o.Name))]
                    ))
                    .Where(r => r.Offices.Count > 0),
            ]
        );
    }
}

/// <summary>A region with its offices.</summary>
internal sealed record FigurePlace(
    string Code,
    string Name,
    IReadOnlyList<(OfficeId Id, string Code, string Name)> Offices
);

/// <param name="Reach">Offices within reach; null for the whole service.</param>
internal sealed record FigurePlaceList(IReadOnlyList<OfficeId>? Reach, IReadOnlyList<FigurePlace> Regions)
{
    public IEnumerable<(OfficeId Id, string Code, string Name)> Offices => Regions.SelectMany(r => r.Offices);

    /// <summary>The offices that a code stands for; null for the whole service. A code out of reach is unknown.</summary>
    public bool TryFind(string? code, out IReadOnlyList<OfficeId>? offices)
    {
        offices = Reach;
        if (string.IsNullOrEmpty(code))
        {
            return true;
        }

        var region = Regions.FirstOrDefault(r => r.Code == code);
        var found = region?.Offices ?? [.. Offices.Where(o => o.Code == code)];
        offices = [.. found.Select(o => o.Id)];
        return offices.Count > 0;
    }

    /// <summary>Regions with their offices under them, to choose from.</summary>
    public IReadOnlyList<Choice> Choices(Texts texts) =>
        [
            .. Regions.SelectMany(r =>
                r.Offices.Select(o => new Choice(o.Code, texts["figures.unit.office", ("office", o.Name)]))
                    .Prepend(new Choice(r.Code, r.Name))
            ),
        ];

    public string? NameOf(string? code) =>
        Regions.FirstOrDefault(r => r.Code == code)?.Name ?? Offices.FirstOrDefault(o => o.Code == code).Name;
}

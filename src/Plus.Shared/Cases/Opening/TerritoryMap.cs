using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Organisation.Records;

namespace Plus.Shared.Cases.Opening;

/// <summary>The known territories and which office is competent for each, as they stand now; small enough to hold.</summary>
public sealed class TerritoryMap
{
    private readonly Dictionary<string, Territory> _territories;
    private readonly ILookup<string, OfficeTerritory> _offices;

    private TerritoryMap(IEnumerable<Territory> territories, IEnumerable<OfficeTerritory> offices)
    {
        _territories = territories.ToDictionary(t => t.Code, StringComparer.Ordinal);
        _offices = offices.OrderBy(o => o.Id).ToLookup(o => o.TerritoryCode, StringComparer.Ordinal);
    }

    public static async Task<TerritoryMap> LoadAsync(PlusDb db, CancellationToken ct) =>
        new(
            await db.Set<Territory>().AsNoTracking().ToListAsync(ct),
            await db.Set<OfficeTerritory>().AsNoTracking().ToListAsync(ct)
        );

    /// <summary>Whether the code, or the municipality it lies in, is in the classifier on that day.</summary>
    public bool Knows(string code, DateOnly on) =>
        (_territories.TryGetValue(code, out var territory) || _territories.TryGetValue(WholeOf(code), out territory))
        && territory.From <= on
        && (territory.To is null || territory.To >= on);

    /// <summary>The office competent for a territory, or for the municipality it lies in.</summary>
    public OfficeId? OfficeOf(string code, DateOnly on) =>
        _offices[code]
            .Concat(_offices[WholeOf(code)])
            .Where(o => o.From <= on && (o.To is null || o.To >= on))
            .Select(o => (OfficeId?)o.OfficeId)
            .FirstOrDefault();

    private static string WholeOf(string code) => code.Length == 7 ? code[..4] + "000" : code;
}

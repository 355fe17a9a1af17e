using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Records;

namespace Plus.Shared.Cases.Opening;

/// <summary>
/// Suggests the competent office: where another section of the client is carried out (two sections, one unit), else by
/// declared residence, else by actual residence. Where none is known, nothing is guessed: a human chooses.
/// </summary>
public sealed class TerritorialCompetence(PlusDb db)
{
    public async Task<SuggestedOffice> SuggestAsync(ClientId client, DateOnly today, CancellationToken ct)
    {
        var tracked = db
            .ChangeTracker.Entries<Section>()
            .Select(e => e.Entity)
            .FirstOrDefault(s => s.ClientId == client && s.IsOpen && s.OfficeId is not null);
        var elsewhere =
            tracked?.OfficeId
            ?? await db.Set<Section>()
                .Where(s => s.ClientId == client && s.OfficeId != null && s.ClosedOn == null && s.AnnulledOn == null)
                .OrderBy(s => s.OpenedOn)
                .Select(s => s.OfficeId)
                .FirstOrDefaultAsync(ct);
        if (elsewhere is { } other)
        {
            return new SuggestedOffice(other, "otherSection");
        }

        var stored = await db.Set<ClientAddress>().Where(a => a.ClientId == client && a.To == null).ToListAsync(ct);
        var added = db.ChangeTracker.Entries<ClientAddress>().Select(e => e.Entity).Where(a => a.ClientId == client);
        return Choose(null, [.. stored.Union(added)], await TerritoryMap.LoadAsync(db, ct), today);
    }

    /// <summary>The rule itself.</summary>
    /// <param name="elsewhere">The office of another open section of the client.</param>
    /// <param name="addresses">The client's addresses.</param>
    /// <param name="map">Which office is competent where.</param>
    /// <param name="today">The day on which the map is asked.</param>
    public static SuggestedOffice Choose(
        OfficeId? elsewhere,
        IReadOnlyCollection<ClientAddress> addresses,
        TerritoryMap map,
        DateOnly today
    )
    {
        if (elsewhere is { } other)
        {
            return new SuggestedOffice(other, "otherSection");
        }

        foreach (var kind in (AddressKind[])[AddressKind.Declared, AddressKind.Actual])
        {
            var latest = addresses.Where(a => a.Kind == kind && a.To is null).MaxBy(a => a.AsOf);
            if (latest?.TerritoryCode is { } code && map.OfficeOf(code, today) is { } office)
            {
                return new SuggestedOffice(
                    office,
                    kind == AddressKind.Declared ? "declaredResidence" : "actualResidence"
                );
            }
        }

        return new SuggestedOffice(null, null);
    }
}

/// <summary>An office and the reason code why it is competent; both null when a human must choose.</summary>
public sealed record SuggestedOffice(OfficeId? Office, string? Reason);

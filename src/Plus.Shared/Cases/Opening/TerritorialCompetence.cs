using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Records;
using Plus.Shared.Organisation.Records;

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
        var added = db
            .ChangeTracker.Entries<ClientAddress>()
            .Select(e => e.Entity)
            .Where(a => a.ClientId == client && a.To is null);
        var addresses = stored.Union(added).ToList();
        foreach (
            var (kind, reason) in new[]
            {
                (AddressKind.Declared, "declaredResidence"),
                (AddressKind.Actual, "actualResidence"),
            }
        )
        {
            var latest = addresses.Where(a => a.Kind == kind).MaxBy(a => a.AsOf);
            if (latest?.TerritoryCode is { } code && await OfficeOfAsync(code, today, ct) is { } office)
            {
                return new SuggestedOffice(office, reason);
            }
        }

        return new SuggestedOffice(null, null);
    }

    /// <summary>The office competent for a territory, or for the municipality it lies in.</summary>
    private async Task<OfficeId?> OfficeOfAsync(string code, DateOnly on, CancellationToken ct)
    {
        var municipality = code.Length == 7 ? code[..4] + "000" : code;
        var found = await db.Set<OfficeTerritory>()
            .Where(t =>
                (t.TerritoryCode == code || t.TerritoryCode == municipality)
                && t.From <= on
                && (t.To == null || t.To >= on)
            )
            .OrderByDescending(t => t.TerritoryCode == code)
            .ThenBy(t => t.Id)
            .Select(t => (OfficeId?)t.OfficeId)
            .FirstOrDefaultAsync(ct);
        return found;
    }
}

/// <summary>An office and the reason code why it is competent; both null when a human must choose.</summary>
public sealed record SuggestedOffice(OfficeId? Office, string? Reason);

using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Applications;
using Plus.Shared.Applications.Records;
using Plus.Shared.Cases.Opening;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Records;
using Plus.Web.Language;

namespace Plus.Shared.Applications.Deciding;

/// <summary>
/// What a change that took place does: the new address or employment goes into the client's record, and where another
/// office is competent from then on its transfer is proposed. Adds to the context; the caller commits.
/// </summary>
internal sealed class RequestEffects(PlusDb db, PlusClock clock, Texts texts)
{
    public async Task ApplyAsync(ClientRequest request, Section section, DateOnly on, CancellationToken ct)
    {
        switch (request.Kind)
        {
            case ApplicationKinds.ResidenceChange:
                await MoveAsync(request, section, on, ct);
                break;
            case ApplicationKinds.WorkChange or ApplicationKinds.StudyChange:
                var client = await db.Set<Client>().SingleAsync(c => c.Id == section.ClientId, ct);
                client.LivesWith(client.Education, request.Employment, client.Dependants);
                break;
        }
    }

    private async Task MoveAsync(ClientRequest request, Section section, DateOnly on, CancellationToken ct)
    {
        var kind = request.Address ?? AddressKind.Actual;
        var addresses = await db.Set<ClientAddress>()
            .Where(a => a.ClientId == section.ClientId && a.To == null)
            .ToListAsync(ct);
        var added = new ClientAddress(
            section.ClientId,
            kind,
            request.TerritoryCode,
            request.Place,
            on,
            texts["applications.addressSource", ("day", request.ReceivedOn)]
        );
        var later = addresses.Where(a => a.Kind == kind && a.AsOf > on).ToList();
        if (later.Count > 0)
        {
            added.End(later.Min(a => a.AsOf).AddDays(-1));
        }

        foreach (var earlier in addresses.Where(a => a.Kind == kind && a.AsOf <= on))
        {
            earlier.End(on > earlier.AsOf ? on.AddDays(-1) : on);
        }

        db.Add(added);
        var competent = TerritorialCompetence.Choose(
            null,
            [.. addresses, added],
            await TerritoryMap.LoadAsync(db, ct),
            clock.Today
        );
        request.Propose(competent.Office == section.OfficeId ? null : competent.Office);
    }
}

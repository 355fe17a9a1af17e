using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Law.Identity;
using Plus.Shared.Clients.Records;
using Plus.Shared.Exchange.Takeover.Reading;

namespace Plus.Shared.Exchange.Takeover.Taking;

/// <summary>
/// A client whose row changed in the old system since it was taken. What is dated gets a new row as of the day of the
/// export; what stood before stays in history.
/// </summary>
internal sealed class ClientCorrection(PlusDb db, TakeoverGround ground)
{
    /// <returns>The client; null when the row was refused.</returns>
    public async Task<ClientId?> CorrectAsync(PendingRow row, IncomingPerson person, CancellationToken ct)
    {
        var id = new ClientId(row.Known!.PlusId);
        if (await WorkedSince.RefusesAsync(db, row, id, id.Value, ct))
        {
            return null;
        }

        var client = await db.Set<Client>().SingleAsync(c => c.Id == id, ct);
        if (client.GivenName != person.Name.GivenName || client.Surname != person.Name.Surname)
        {
            client.Name(person.Name.GivenName, person.Name.Surname);
            db.Add(new ClientName(id, client.GivenName, client.Surname, ground.ExportedOn, ground.Source));
        }

        client.Correct(person.BirthDate!.Value, row.Row.Text("sex"));
        client.Describe(row.Row.Text("citizenship"), client.Languages, client.NeedsInterpreter);
        client.Died(row.Row.Day("diedOn"));
        await CorrectCodeAsync(row, id, person.Code, ct);
        await CorrectAddressAsync(row, id, ct);
        await CorrectReachAsync(id, ReachKind.Phone, row.Row.Text("phone"), ct);
        await CorrectReachAsync(id, ReachKind.Email, row.Row.Text("email"), ct);
        row.Become(RowOutcome.Corrected, id.Value);
        return id;
    }

    private async Task CorrectCodeAsync(PendingRow row, ClientId id, PersonalCode? code, CancellationToken ct)
    {
        var value = code?.Digits ?? row.Row.Text("personalCode");
        var known = await db.Set<ClientIdentifier>().Where(i => i.ClientId == id).ToListAsync(ct);
        if (value is null || known.Exists(i => i.Value == value && i.To is null))
        {
            return;
        }

        foreach (var old in known.Where(i => i.Kind == IdentifierKind.PersonalCode && i.To is null))
        {
            old.End(ground.ExportedOn);
        }

        PersonFacts.AddCode(db, ground, row, id, code, ground.ExportedOn);
    }

    private async Task CorrectAddressAsync(PendingRow row, ClientId id, CancellationToken ct)
    {
        var (text, territory) = (row.Row.Text("declaredAddress"), row.Row.Text("declaredTerritory"));
        var known = await db.Set<ClientAddress>()
            .Where(a => a.ClientId == id && a.Kind == AddressKind.Declared && a.To == null)
            .ToListAsync(ct);
        if (known.Exists(a => a.Text == text && a.TerritoryCode == territory))
        {
            return;
        }

        foreach (var old in known)
        {
            old.End(ground.ExportedOn);
        }

        if (text is not null)
        {
            var kept = PersonFacts.Territory(ground, row, territory);
            db.Add(new ClientAddress(id, AddressKind.Declared, kept, text, ground.ExportedOn, ground.Source));
        }
    }

    private async Task CorrectReachAsync(ClientId id, ReachKind kind, string? value, CancellationToken ct)
    {
        var known = await db.Set<ClientReach>()
            .Where(r => r.ClientId == id && r.Kind == kind && r.To == null)
            .ToListAsync(ct);
        if (known.Exists(r => r.Value == value))
        {
            return;
        }

        foreach (var old in known)
        {
            old.End(ground.ExportedOn);
        }

        if (value is not null)
        {
            db.Add(new ClientReach(id, kind, value, ground.ExportedOn, ground.Source));
        }
    }
}

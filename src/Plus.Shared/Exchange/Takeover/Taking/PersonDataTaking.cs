using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Law.Identity;
using Plus.Shared.Clients.Records;
using Plus.Shared.Exchange.Takeover.Contract;
using Plus.Shared.Exchange.Takeover.Reading;

namespace Plus.Shared.Exchange.Takeover.Taking;

/// <summary>Identifiers, earlier names and addresses of clients: rows of their own in PLUS as well.</summary>
internal sealed class PersonDataTaking(PlusDb db, TakeoverGround ground) : RowTaking(db, ground)
{
    public override async Task TakeAsync(IReadOnlyList<PendingRow> rows, BulkProcesses bulk, CancellationToken ct)
    {
        var clients = await References.ClientsAsync(rows, ct);
        foreach (var row in rows)
        {
            if (row.Row.Day("recordedOn") is { } day && row.Row.Table.PlaceOf("validTo") >= 0)
            {
                if (row.Row.Day("validTo") < day)
                {
                    row.Refuse(TakeoverReasons.EndBeforeBegin, "validTo");
                }
            }

            if (row.IsRefused)
            {
                continue;
            }

            var client = clients[row.Row.Text("clientId")!].Id;
            if (row.Known is { } known)
            {
                await CorrectAsync(row, client, known.PlusId, bulk, ct);
                continue;
            }

            var (record, id) = Make(row, client);
            Db.Add(record);
            bulk.Complete(
                Story(
                    TakeoverProcesses.PersonDataTaken,
                    client,
                    null,
                    id,
                    row.Row.Day("recordedOn")!.Value,
                    ("table", row.Row.Table.Code)
                )
            );
            row.Become(RowOutcome.Taken, id);
        }
    }

    // A row of history that was wrong: the wrong one is taken back with the audit's before and after.
    private async Task CorrectAsync(PendingRow row, ClientId client, Guid id, BulkProcesses bulk, CancellationToken ct)
    {
        if (await WorkedSince.RefusesAsync(Db, row, client, id, ct))
        {
            return;
        }

        object? old = row.Row.Table.Code switch
        {
            "identifiers" => await Db.Set<ClientIdentifier>().SingleOrDefaultAsync(i => i.Id == id, ct),
            "names" => await Db.Set<ClientName>().SingleOrDefaultAsync(n => n.Id == id, ct),
            _ => await Db.Set<ClientAddress>().SingleOrDefaultAsync(a => a.Id == id, ct),
        };
        if (old is not null)
        {
            Db.Remove(old);
        }

        var (record, made) = Make(row, client);
        Db.Add(record);
        bulk.Complete(Corrected(row.Row.Table.Code, client, null, made), old is null ? [] : [old]);
        row.Become(RowOutcome.Corrected, made);
    }

    private (object Record, Guid Id) Make(PendingRow row, ClientId client)
    {
        var day = row.Row.Day("recordedOn")!.Value;
        var source = row.Row.Text("source") ?? Ground.Source;
        switch (row.Row.Table.Code)
        {
            case "identifiers":
                var identifier = Identifier(row, client, day, source);
                return (identifier, identifier.Id);
            case "names":
                var name = new ClientName(client, row.Row.Text("givenName")!, row.Row.Text("surname")!, day, source);
                return (name, name.Id);
            default:
                var address = new ClientAddress(
                    client,
                    CodeConversion.Parse<AddressKind>(row.Row.Text("kind")!),
                    PersonFacts.Territory(Ground, row, row.Row.Text("territory")),
                    row.Row.Text("text")!,
                    day,
                    source
                );
                if (row.Row.Day("validTo") is { } last)
                {
                    address.End(last);
                }

                return (address, address.Id);
        }
    }

    private static ClientIdentifier Identifier(PendingRow row, ClientId client, DateOnly day, string source)
    {
        var kind = CodeConversion.Parse<IdentifierKind>(row.Row.Text("kind")!);
        var value = row.Row.Text("value")!;
        if (kind == IdentifierKind.PersonalCode)
        {
            if (PersonalCode.TryParse(value, out var code))
            {
                value = code.Digits;
                foreach (var warning in code.Warnings())
                {
                    row.Mark(warning);
                }
            }
            else
            {
                row.Mark(TakeoverMarks.CodeMalformed);
                kind = IdentifierKind.Foreign;
            }
        }

        var identifier = new ClientIdentifier(client, kind, value, day, source);
        if (row.Row.Day("validTo") is { } last)
        {
            identifier.End(last);
        }

        return identifier;
    }
}

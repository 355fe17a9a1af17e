using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Law.Identity;
using Plus.Shared.Clients.Records;
using Plus.Shared.Exchange.Takeover.Contract;
using Plus.Shared.Exchange.Takeover.Reading;

namespace Plus.Shared.Exchange.Takeover.Taking;

/// <summary>The dated rows that a client's own row of the contract becomes.</summary>
internal static class PersonFacts
{
    /// <summary>The personal code; what is none is kept as an identifier without form, so that it is found.</summary>
    public static void AddCode(
        PlusDb db,
        TakeoverGround ground,
        PendingRow row,
        ClientId client,
        PersonalCode? code,
        DateOnly day
    )
    {
        if (row.Row.Text("personalCode") is not { } text)
        {
            return;
        }

        var kind = code is null ? IdentifierKind.Foreign : IdentifierKind.PersonalCode;
        db.Add(new ClientIdentifier(client, kind, code?.Digits ?? text, day, ground.Source));
    }

    /// <summary>Declared residence, phone and e-mail.</summary>
    public static void AddReach(PlusDb db, TakeoverGround ground, PendingRow row, ClientId client, DateOnly day)
    {
        if (row.Row.Text("declaredAddress") is { } address)
        {
            db.Add(
                new ClientAddress(
                    client,
                    AddressKind.Declared,
                    Territory(ground, row, row.Row.Text("declaredTerritory")),
                    address,
                    day,
                    ground.Source
                )
            );
        }

        if (row.Row.Text("phone") is { } phone)
        {
            db.Add(new ClientReach(client, ReachKind.Phone, phone, day, ground.Source));
        }

        if (row.Row.Text("email") is { } email)
        {
            db.Add(new ClientReach(client, ReachKind.Email, email, day, ground.Source));
        }
    }

    /// <summary>A territory code as given; marked when the classifier does not have it.</summary>
    public static string? Territory(TakeoverGround ground, PendingRow row, string? code)
    {
        if (code is not null && !ground.Territories.Contains(code))
        {
            row.Mark(TakeoverMarks.UnknownTerritory);
        }

        return code;
    }
}

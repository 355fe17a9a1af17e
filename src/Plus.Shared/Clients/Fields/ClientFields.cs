using Microsoft.EntityFrameworkCore;
using Plus.Law.Identity;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Records;
using Plus.Shared.Documents.Fields;
using Plus.Shared.Documents.Records;

namespace Plus.Shared.Clients.Fields;

/// <summary>What documents say of the client and the case.</summary>
internal static class ClientFields
{
    private static readonly DateOnly Day = new(2026, 4, 1);

    public static IReadOnlyList<DocumentField> All { get; } =
    [
        new("client.name", FieldType.Name) { Sample = new NameValue("Jānis", "Paraugs", "M") },
        new("client.code", FieldType.Text) { Sample = "010190-00000" },
        new("client.birthDate", FieldType.Date) { Sample = new DateOnly(1990, 1, 1) },
        new("client.address", FieldType.Text) { Sample = "Parauga iela 1-2, Cēsis, Cēsu novads, LV-4101" },
        new("client.phone", FieldType.Text) { Sample = "+371 20000000" },
        new("client.minor", FieldType.Flag) { Sample = true },
        new("client.female", FieldType.Flag) { Sample = false },
        new("case.number", FieldType.Text) { Sample = "2026-000001" },
        new("client.addresses", FieldType.Rows)
        {
            Sample = null,
            Columns =
            [
                new("address.kind", FieldType.Text) { Sample = "deklarētā dzīvesvieta" },
                new("address.text", FieldType.Text) { Sample = "Parauga iela 1-2, Cēsis" },
                new("address.asOf", FieldType.Date) { Sample = Day },
            ],
        },
    ];

    public static async Task FillAsync(FieldReading reading, CancellationToken ct)
    {
        var db = reading.Db;
        var id = reading.Client;
        var read = await db.Set<Client>()
            .AsNoTracking()
            .Where(c => c.Id == id)
            .Select(c => new
            {
                Client = c,
                Number = db.Set<Case>().Where(k => k.ClientId == id).Select(k => k.Number).FirstOrDefault(),
                Code = db.Set<ClientIdentifier>()
                    .Where(i => i.ClientId == id && i.Kind == IdentifierKind.PersonalCode && i.To == null)
                    .OrderByDescending(i => i.Id)
                    .Select(i => i.Value)
                    .FirstOrDefault(),
                Addresses = db.Set<ClientAddress>()
                    .Where(a => a.ClientId == id && a.To == null)
                    .OrderByDescending(a => a.AsOf)
                    .ToList(),
                Phone = db.Set<ClientReach>()
                    .Where(r => r.ClientId == id && r.Kind == ReachKind.Phone && r.To == null)
                    .OrderByDescending(r => r.AsOf)
                    .Select(r => r.Value)
                    .FirstOrDefault(),
                Forms = db.Set<NameForm>().Where(f => f.ClientId == id).ToList(),
            })
            .SingleAsync(ct);
        var client = read.Client;
        reading.Set(
            "client.name",
            new NameValue(client.GivenName, client.Surname, client.Sex)
            {
                Overrides = read.Forms.ToDictionary(f => f.Form, f => f.Text),
            }
        );
        reading.Set("client.code", PersonalCode.TryParse(read.Code, out var code) ? code.Format() : read.Code);
        reading.Set("client.birthDate", client.BirthDate);
        reading.Set("client.address", Current(read.Addresses)?.Text);
        reading.Set("client.phone", read.Phone);
        reading.Set("client.minor", PersonAge.AgeOrNull(client.BirthDate, reading.Today) < 18);
        reading.Set("client.female", client.Sex == "F");
        reading.Set("case.number", read.Number);
        reading.SetRows(
            "client.addresses",
            read.Addresses.Select(a => new Dictionary<string, object?>
            {
                ["address.kind"] = Kind(a.Kind),
                ["address.text"] = a.Text,
                ["address.asOf"] = a.AsOf,
            })
        );
    }

    /// <summary>Where letters go: the address for letters, else the declared, else the actual one.</summary>
    internal static ClientAddress? Current(IReadOnlyList<ClientAddress> addresses) =>
        addresses.FirstOrDefault(a => a.Kind == AddressKind.Correspondence)
        ?? addresses.FirstOrDefault(a => a.Kind == AddressKind.Declared)
        ?? addresses.FirstOrDefault(a => a.Kind == AddressKind.Actual);

    // Words of a Latvian document, not of a page: they stand in the language of the template.
    private static string Kind(AddressKind kind) =>
        kind switch
        {
            AddressKind.Declared => "deklarētā dzīvesvieta",
            AddressKind.Actual => "faktiskā dzīvesvieta",
            _ => "adrese saziņai",
        };
}

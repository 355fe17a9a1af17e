using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Shared.Access.Records;
using Plus.Shared.Cases.Records;
using Plus.Shared.Organisation.Records;

namespace Plus.Shared.Documents.Fields;

/// <summary>What documents say of themselves: number and day, office, author, signer, recipient.</summary>
internal static class DocumentFields
{
    public static IReadOnlyList<DocumentField> All { get; } =
    [
        new("document.number", FieldType.Text) { Sample = "5-1/12" },
        new("document.date", FieldType.Date) { Sample = new DateOnly(2026, 4, 1) },
        new("today", FieldType.Date) { Sample = new DateOnly(2026, 4, 1) },
        new("office.name", FieldType.Text) { Sample = "Cēsu nodaļa" },
        new("office.place", FieldType.Text) { Sample = "Cēsīs" },
        new("author.name", FieldType.Name) { Sample = new NameValue("Anna", "Parauga", "F") },
        new("author.email", FieldType.Text) { Sample = "anna.parauga@example.lv" },
        new("signer.name", FieldType.Name) { Sample = new NameValue("Anna", "Parauga", "F") },
        new("signer.position", FieldType.Text) { Sample = "Probācijas speciālists" },
        new("recipient.name", FieldType.Text) { Sample = "Vidzemes rajona tiesai" },
        new("recipient.address", FieldType.Text) { Sample = "Parauga iela 5, Valmiera, LV-4201" },
    ];

    /// <summary>Number and day wait for the registration; the recipient is typed or chosen.</summary>
    public static async Task FillAsync(FieldReading reading, CancellationToken ct)
    {
        var staff = reading.Staff;
        var db = reading.Db;
        reading.Set("today", reading.Today);
        var office = await db.Set<Section>()
            .Where(s => s.Id == reading.Section)
            .Select(s => s.OfficeId)
            .FirstOrDefaultAsync(ct);
        var mine = staff.Offices;
        var id = office ?? (mine.Count > 0 ? (OfficeId?)mine[0] : null);
        var name = id is null
            ? null
            : await db.Set<Office>().Where(o => o.Id == id).Select(o => o.Name).FirstOrDefaultAsync(ct);
        reading.Set("office.name", name);
        reading.Set("office.place", name is null ? null : PlaceOf(name));
        if (await db.Set<Staff>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == staff.Id, ct) is { } author)
        {
            var value = new NameValue(author.GivenName, author.Surname, null);
            reading.Set("author.name", value);
            reading.Set("author.email", author.Email);
            reading.Set("signer.name", value);
        }

        reading.Set("signer.position", Position(staff));
    }

    // An office is called by the genitive of its town: Jūrmalas nodaļa lies in Jūrmala. Where that cannot be told, the
    // place stays open in the document, to be written by hand.
    private static string? PlaceOf(string office)
    {
        var town = office.Split(' ')[0];
        return town switch
        {
            "Cēsu" => "Cēsīs",
            "Centrālais" => "Rīgā",
            _ when town.EndsWith("as", StringComparison.Ordinal) => town[..^2] + "ā",
            _ when town.EndsWith("es", StringComparison.Ordinal) => town[..^2] + "ē",
            _ when town.EndsWith("pils", StringComparison.Ordinal) => town[..^1] + "ī",
            _ => null,
        };
    }

    private static string Position(CurrentStaff staff) =>
        staff.Roles.Contains("regionHead") ? "Teritoriālās struktūrvienības vadītājs"
        : staff.Roles.Contains("officeHead") ? "Vadošais probācijas speciālists – nodaļas vadītājs"
        : staff.Roles.Contains("mediator") ? "Izlīguma starpnieks"
        : "Probācijas speciālists";
}

using Microsoft.EntityFrameworkCore;
using Plus.Shared.Documents.Fields;
using Plus.Shared.Obligations.Records;

namespace Plus.Shared.Obligations.Fields;

/// <summary>What documents say of the obligation of a section that was decided last. Whom a ban protects and where is no
/// field: a letter to the client must not name an address that is kept from the client.</summary>
internal static class ObligationFields
{
    private static readonly DateOnly Day = new(2026, 4, 1);

    public static IReadOnlyList<DocumentField> All { get; } =
    [
        new("obligation.wording", FieldType.Text) { Sample = "no plkst. 22.00 līdz 6.00 atrasties dzīvesvietā" },
        new("obligation.from", FieldType.Date) { Sample = Day },
        new("obligation.to", FieldType.Date) { Sample = Day.AddDays(90) },
        new("obligation.hours", FieldType.Text) { Sample = "22:00–06:00" },
        new("obligation.places", FieldType.Text) { Sample = "Rīgas autoosta" },
        new("obligation.specialist", FieldType.Text) { Sample = "atkarību speciālists" },
    ];

    public static async Task FillAsync(FieldReading reading, CancellationToken ct)
    {
        if (reading.Section is not { } section)
        {
            return;
        }

        var latest = await reading
            .Db.Set<Obligation>()
            .AsNoTracking()
            .Where(o => o.SectionId == section && o.EndReason == null)
            .OrderByDescending(o => o.DecidedOn)
            .ThenByDescending(o => o.Id)
            .FirstOrDefaultAsync(ct);
        if (latest is null)
        {
            return;
        }

        reading.Set("obligation.wording", latest.Wording.TrimEnd('.', ' '));
        reading.Set("obligation.from", latest.From);
        reading.Set("obligation.to", latest.To);
        reading.Set(
            "obligation.hours",
            latest is { HoursFrom: { } from, HoursTo: { } to }
                ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{from:HH\\:mm}–{to:HH\\:mm}")
                : null
        );
        reading.Set("obligation.places", latest.Places);
        reading.Set("obligation.specialist", latest.Specialist);
    }
}

using Microsoft.EntityFrameworkCore;
using Plus.Shared.Applications.Records;
using Plus.Shared.Documents.Fields;

namespace Plus.Shared.Applications.Fields;

/// <summary>What documents say of the latest application of a section.</summary>
internal static class RequestFields
{
    private static readonly DateOnly Day = new(2026, 4, 1);

    public static IReadOnlyList<DocumentField> All { get; } =
    [
        new("request.kind", FieldType.Text) { Sample = "dzīvesvietas atstāšana" },
        new("request.received", FieldType.Date) { Sample = Day },
        new("request.from", FieldType.Date) { Sample = Day.AddDays(10) },
        new("request.to", FieldType.Date) { Sample = Day.AddDays(30) },
        new("request.absence", FieldType.Flag) { Sample = true },
        new("request.place", FieldType.Text) { Sample = "Parauga iela 5, Ventspils" },
        new("request.reason", FieldType.Text) { Sample = "sezonas darbs" },
        new("request.outcome", FieldType.Text) { Sample = "atļauts" },
        new("request.grounds", FieldType.Text) { Sample = "Klients pilda pienākumus" },
        new("request.conditions", FieldType.Text) { Sample = "reizi nedēļā zvanīt lietas vadītājam" },
    ];

    public static async Task FillAsync(FieldReading reading, CancellationToken ct)
    {
        if (reading.Section is not { } section)
        {
            return;
        }

        var latest = await reading
            .Db.Set<ClientRequest>()
            .AsNoTracking()
            .Where(r => r.SectionId == section)
            .OrderByDescending(r => r.DecidedOn ?? r.ReceivedOn)
            .ThenByDescending(r => r.Id)
            .FirstOrDefaultAsync(ct);
        if (latest is null)
        {
            return;
        }

        reading.Set("request.kind", Lower(reading.Words.Maybe("law.application." + latest.Kind)));
        reading.Set("request.received", latest.ReceivedOn);
        reading.Set("request.from", latest.From);
        reading.Set("request.to", latest.To);
        reading.Set("request.absence", latest.IsAbsence);
        reading.Set("request.place", latest.Place);
        reading.Set("request.reason", latest.Reason);
        reading.Set(
            "request.outcome",
            latest.Outcome is null ? null : Lower(reading.Words.Maybe("law.application_outcome." + latest.Outcome))
        );
        reading.Set("request.grounds", latest.Grounds);
        reading.Set("request.conditions", latest.Conditions);
    }

    // Within a sentence it begins small.
    private static string? Lower(string? text) =>
        string.IsNullOrEmpty(text) ? text : char.ToLowerInvariant(text[0]) + text[1..];
}

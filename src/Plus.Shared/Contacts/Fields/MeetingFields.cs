using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Time;
using Plus.Shared.Contacts.Records;
using Plus.Shared.Documents.Fields;

namespace Plus.Shared.Contacts.Fields;

/// <summary>What documents say of the next meeting of a section.</summary>
internal static class MeetingFields
{
    public static IReadOnlyList<DocumentField> All { get; } =
    [
        new("meeting.date", FieldType.Date) { Sample = new DateOnly(2026, 4, 17) },
        new("meeting.time", FieldType.Text) { Sample = "10:30" },
        new("meeting.place", FieldType.Text) { Sample = "Parauga iela 3, 2. kabinets" },
        new("meeting.atPlace", FieldType.Flag) { Sample = true },
    ];

    public static async Task FillAsync(FieldReading reading, CancellationToken ct)
    {
        if (reading.Section is not { } section)
        {
            return;
        }

        var since = PlusClock.InstantOf(reading.Today, TimeOnly.MinValue);
        var next = await reading
            .Db.Set<Contact>()
            .AsNoTracking()
            .Where(c => c.SectionId == section && c.State == ContactState.Planned && c.PlannedAt >= since)
            .OrderBy(c => c.PlannedAt)
            .FirstOrDefaultAsync(ct);
        if (next is null)
        {
            return;
        }

        var place =
            next.Place
            ?? await reading.Db.Set<Room>().Where(r => r.Id == next.RoomId).Select(r => r.Name).FirstOrDefaultAsync(ct);
        reading.Set("meeting.date", PlusClock.DayOf(next.PlannedAt));
        reading.Set(
            "meeting.time",
            PlusClock.LocalOf(next.PlannedAt).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)
        );
        reading.Set("meeting.place", place);
        reading.Set("meeting.atPlace", !string.IsNullOrEmpty(place));
    }
}

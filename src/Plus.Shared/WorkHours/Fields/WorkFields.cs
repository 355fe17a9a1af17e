using Microsoft.EntityFrameworkCore;
using Plus.Shared.Documents.Fields;
using Plus.Shared.Partners.Records;
using Plus.Shared.WorkHours.Contract;

namespace Plus.Shared.WorkHours.Fields;

/// <summary>What documents say of work imposed in hours and of the host employer.</summary>
internal static class WorkFields
{
    public static IReadOnlyList<DocumentField> All { get; } =
    [
        new("work.hours", FieldType.Hours) { Sample = TimeSpan.FromHours(120) },
        new("work.done", FieldType.Hours) { Sample = TimeSpan.FromHours(41) },
        new("work.left", FieldType.Hours) { Sample = TimeSpan.FromHours(79) },
        new("host.name", FieldType.Text) { Sample = "Biedrība “Paraugs”" },
        new("host.address", FieldType.Text) { Sample = "Parauga iela 3, Cēsis" },
        new("host.contract", FieldType.Text) { Sample = "L-12/2026" },
        new("work.days", FieldType.Rows)
        {
            Sample = null,
            Columns =
            [
                new("day.date", FieldType.Date) { Sample = new DateOnly(2026, 4, 8) },
                new("day.hours", FieldType.Hours) { Sample = TimeSpan.FromHours(4) },
            ],
        },
    ];

    public static async Task FillAsync(FieldReading reading, CancellationToken ct)
    {
        if (reading.Section is not { } section)
        {
            return;
        }

        foreach (var door in reading.Doors.All.OfType<WorkDoor>())
        {
            if (await door.MeasureAsync(reading.Db, section, ct) is not { } measure)
            {
                continue;
            }

            var days = await door.DaysAsync(reading.Db, section, tracked: false, ct);
            var credited = days.Where(d => d.WithdrawnAt is null).OrderBy(d => d.WorkedOn).ToList();
            var done = credited.Sum(d => d.CreditedMinutes);
            reading.Set("work.hours", TimeSpan.FromMinutes(measure.ImposedMinutes));
            reading.Set("work.done", TimeSpan.FromMinutes(done));
            reading.Set("work.left", TimeSpan.FromMinutes(Math.Max(0, measure.ImposedMinutes - done)));
            reading.SetRows(
                "work.days",
                credited.Select(d => new Dictionary<string, object?>
                {
                    ["day.date"] = d.WorkedOn,
                    ["day.hours"] = TimeSpan.FromMinutes(d.CreditedMinutes),
                })
            );
            var host = await reading
                .Db.Set<HostEmployer>()
                .AsNoTracking()
                .SingleOrDefaultAsync(h => h.Id == measure.HostEmployerId, ct);
            reading.Set("host.name", host?.Name);
            reading.Set("host.address", host?.Address);
            reading.Set(
                "host.contract",
                await reading
                    .Db.Set<HostContract>()
                    .Where(c =>
                        c.HostEmployerId == measure.HostEmployerId
                        && c.From <= reading.Today
                        && (c.To == null || c.To >= reading.Today)
                    )
                    .Select(c => c.Number)
                    .FirstOrDefaultAsync(ct)
            );
            return;
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Law.CommunityWork;
using Plus.Shared.Cases.Records;
using Plus.Shared.Documents.Fields;
using Plus.Shared.Partners.Records;
using Plus.Shared.WorkHours.Contract;
using Plus.Shared.WorkHours.Records;
using Plus.Shared.WorkHours.Reporting;

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
        new("attendance.from", FieldType.Date) { Sample = new DateOnly(2026, 4, 1) },
        new("attendance.to", FieldType.Date) { Sample = new DateOnly(2026, 4, 30) },
        new("attendance.planned", FieldType.Number) { Sample = 9 },
        new("attendance.came", FieldType.Number) { Sample = 7 },
        new("attendance.missed", FieldType.Number) { Sample = 2 },
        new("attendance.justified", FieldType.Number) { Sample = 1 },
        new("plan.place", FieldType.Text) { Sample = "Centra parks, Parauga iela 3, Cēsis" },
        new("plan.ends", FieldType.Date) { Sample = new DateOnly(2026, 6, 30) },
        new("plan.days", FieldType.Rows)
        {
            Sample = null,
            Columns =
            [
                new("plan.date", FieldType.Date) { Sample = new DateOnly(2026, 4, 20) },
                new("plan.from", FieldType.Text) { Sample = "09:00" },
                new("plan.to", FieldType.Text) { Sample = "11:00" },
                new("plan.hours", FieldType.Hours) { Sample = TimeSpan.FromHours(2) },
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
            var registered = await reading
                .Db.Set<Section>()
                .Where(s => s.Id == section)
                .Select(s => s.RegisteredOn)
                .SingleAsync(ct);
            var told = await WorkProgress.ReadAsync(
                reading.Db,
                door,
                measure,
                registered,
                reading.Today,
                reading.Today,
                ct
            );
            reading.Set("work.hours", TimeSpan.FromMinutes(measure.ImposedMinutes));
            reading.Set("work.done", TimeSpan.FromMinutes(told.DoneMinutes));
            reading.Set("work.left", TimeSpan.FromMinutes(told.LeftMinutes));
            reading.Set("attendance.from", told.From);
            reading.Set("attendance.to", told.To);
            reading.Set("attendance.planned", told.PlannedDays);
            reading.Set("attendance.came", told.CameDays);
            reading.Set("attendance.missed", told.MissedDays);
            reading.Set("attendance.justified", told.JustifiedDays);
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
            await FillPlanAsync(reading, section, host?.Address, ct);
            return;
        }
    }

    /// <summary>What is planned from today on, and where it is worked.</summary>
    private static async Task FillPlanAsync(
        FieldReading reading,
        SectionId section,
        string? hostAddress,
        CancellationToken ct
    )
    {
        var today = reading.Today;
        var days = await reading
            .Db.Set<PlannedDay>()
            .AsNoTracking()
            .Where(d => d.SectionId == section && d.Day >= today)
            .OrderBy(d => d.Day)
            .ToListAsync(ct);
        var site = days.Find(d => d.SiteId is not null)?.SiteId;
        var at = await reading.Db.Set<HostSite>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == site, ct);
        reading.Set("plan.place", at is null ? hostAddress : $"{at.Name}, {at.Address}");
        reading.Set("plan.ends", days.Count == 0 ? null : days[^1].Day);
        reading.SetRows(
            "plan.days",
            days.Select(d => new Dictionary<string, object?>
            {
                ["plan.date"] = d.Day,
                ["plan.from"] = FreeHours.WriteTime(d.Start),
                ["plan.to"] = FreeHours.WriteTime(d.Start + d.Minutes),
                ["plan.hours"] = TimeSpan.FromMinutes(d.Minutes),
            })
        );
    }
}

using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Breaches;
using Plus.Shared.Breaches.Records;
using Plus.Shared.WorkHours.Contract;
using Plus.Shared.WorkHours.Records;

namespace Plus.Shared.WorkHours.Reporting;

/// <summary>How work goes: hours served by a day, and who came in the time since the last report. Both days count.</summary>
/// <param name="DoneMinutes">Credited and adjusted since the beginning.</param>
/// <param name="MissedDays">Planned days that are over and on which nothing was worked.</param>
/// <param name="JustifiedDays">Of these, days whose reason was found justified.</param>
public sealed record WorkProgress(
    DateOnly From,
    DateOnly To,
    int DoneMinutes,
    int LeftMinutes,
    int PlannedDays,
    int CameDays,
    int MissedDays,
    int JustifiedDays
)
{
    /// <param name="to">Last day that is told.</param>
    /// <param name="today">What is planned for today may still be worked: it is not missed yet.</param>
    public static async Task<WorkProgress> ReadAsync(
        PlusDb db,
        WorkDoor door,
        WorkMeasure measure,
        DateOnly? registeredOn,
        DateOnly to,
        DateOnly today,
        CancellationToken ct
    )
    {
        var id = measure.SectionId;
        var last = await db.Set<WorkReport>().Where(r => r.SectionId == id).MaxAsync(r => (DateOnly?)r.To, ct);
        var from = last?.AddDays(1) ?? registeredOn ?? to;
        from = from > to ? to : from;
        var days = (await door.DaysAsync(db, id, tracked: false, ct))
            .Where(d => d.WithdrawnAt is null && d.WorkedOn <= to)
            .ToList();
        var adjusted = await db.Set<HoursAdjustment>()
            .Where(a => a.SectionId == id && a.OnDay <= to)
            .SumAsync(a => a.Minutes, ct);
        var done = days.Sum(d => d.CreditedMinutes) + adjusted;
        var came = days.Where(d => d.WorkedOn >= from).Select(d => d.WorkedOn).ToHashSet();
        var planned = await db.Set<PlannedDay>()
            .Where(d => d.SectionId == id && d.Day >= from && d.Day <= to)
            .Select(d => d.Day)
            .ToListAsync(ct);
        var missed = planned.Where(d => d < today && !came.Contains(d)).ToHashSet();
        var justified = await db.Set<Breach>()
            .Where(b => b.SectionId == id && b.Kind == BreachKinds.Work && b.Justified == true)
            .Where(b => b.WithdrawnOn == null && b.OccurredOn >= from && b.OccurredOn <= to)
            .Select(b => b.OccurredOn)
            .ToListAsync(ct);
        return new WorkProgress(
            from,
            to,
            done,
            Math.Max(0, measure.ImposedMinutes - done),
            planned.Union(came).Count(),
            came.Count,
            missed.Count,
            justified.Distinct().Count(missed.Contains)
        );
    }
}

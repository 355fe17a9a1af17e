using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Law.CommunityWork;
using Plus.Shared.Breaches;
using Plus.Shared.Breaches.Records;
using Plus.Shared.Cases.Records;
using Plus.Shared.WorkHours.Records;

namespace Plus.Shared.WorkHours.Contract;

/// <summary>What the hours say to a closing, and what a closing does to places and plans.</summary>
internal static class WorkClosing
{
    private const string FullyServed = "fully_served";

    public static async Task<Refusal?> AgainstAsync(
        WorkDoor door,
        PlusDb db,
        Section section,
        string outcome,
        DateOnly day,
        CancellationToken ct
    )
    {
        var work = (await door.ReadAsync(db, section.Id, ct))!;
        var days = work.Days.Where(d => d.WithdrawnAt is null).ToList();
        if (days.Count > 0 && days.Max(d => d.WorkedOn) is var last && last > day)
        {
            return new WorkedAfterClosing(last);
        }

        var adjusted = await db.Set<HoursAdjustment>()
            .Where(a => a.SectionId == section.Id)
            .SumAsync(a => a.Minutes, ct);
        var balance = HoursBalance.Of(
            work.Measure.ImposedMinutes,
            days.Select(d => new HoursEntry(d.WorkedOn, d.CreditedMinutes, d.RefusedMinutes)),
            adjusted
        );
        if (outcome == FullyServed && !balance.IsServed)
        {
            return new WorkIsNotServed(balance.RemainingMinutes);
        }

        return
            outcome == door.OutcomeWhenReplaced(section.Measure)
            && !await db.Set<BreachStep>()
                .AnyAsync(s => s.SectionId == section.Id && s.Decision == BreachKinds.Replaced, ct)
            ? new ReplacementIsNotDecided()
            : null;
    }

    /// <summary>The client works nowhere any more, and nothing is planned after the last day.</summary>
    public static async Task EndAsync(PlusDb db, Section section, DateOnly day, CancellationToken ct)
    {
        foreach (
            var placement in await db.Set<Placement>()
                .Where(p => p.SectionId == section.Id && (p.To == null || p.To > day))
                .ToListAsync(ct)
        )
        {
            placement.End(placement.From > day ? placement.From : day, "sectionClosed");
        }

        db.RemoveRange(await db.Set<PlannedDay>().Where(d => d.SectionId == section.Id && d.Day > day).ToListAsync(ct));
    }
}

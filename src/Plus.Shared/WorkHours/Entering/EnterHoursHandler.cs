using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Editing;
using Plus.Shared.WorkHours.Contract;
using Plus.Shared.WorkHours.Records;
using Plus.Web.Language;

namespace Plus.Shared.WorkHours.Entering;

/// <summary>The days that cannot be entered, each with its reason; nothing was saved.</summary>
public sealed record SomeDaysAreRefused(IReadOnlyList<JudgedDay> Days) : Refusal("workHours.refusal.someDays");

/// <summary>What was entered.</summary>
public sealed record EnteredHours(int Days, int CreditedMinutes, int RefusedMinutes, int RemainingMinutes);

/// <summary>Enters worked hours of several days: all, or none with the law's reason at each day it refuses.</summary>
internal sealed class EnterHoursHandler(PlusDb db, SectionEditing editing, HoursJudge judge, StaffAccessor staff)
{
    public async Task<Outcome<EnteredHours>> HandleAsync(
        WorkDoor door,
        SectionId id,
        IReadOnlyList<DayWorked> lines,
        bool keepExcess,
        CancellationToken ct
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await door.LockAsync(db, id, ct);
        var section = await editing.FindAsync(id, WorkHoursModule.Enter, null, ct);
        if (section is null || await door.MeasureAsync(db, id, ct) is not { } measure)
        {
            return new NoSuchRecord();
        }

        var days = await door.DaysAsync(db, id, tracked: false, ct);
        var standing = days.Where(d => d.WithdrawnAt is null).ToList();
        var judged = await judge.JudgeAsync(door, section, measure, standing, lines, keepExcess, staff.Current.Id, ct);
        if (judged.Any(j => j.Entry is null))
        {
            return new SomeDaysAreRefused([.. judged.Where(j => j.Entry is null)]);
        }

        var credited = judged.Sum(j => j.Entry!.CreditedMinutes);
        var refused = judged.Sum(j => j.Entry!.RefusedMinutes);
        db.AddRange(judged.Select(j => j.Entry!));
        var done = await editing.CommitAsync(
            section,
            new ProcessStart(WorkHoursModule.Entered)
            {
                OnDay = lines.Max(l => l.Day),
                Values = new Dictionary<string, object?>
                {
                    ["from"] = lines.Min(l => l.Day),
                    ["to"] = lines.Max(l => l.Day),
                    ["credited"] = TextValues.Hours(credited),
                    ["refused"] = TextValues.Hours(refused),
                },
            },
            ct
        );
        if (!done.Done)
        {
            return done.Refusal;
        }

        await transaction.CommitAsync(ct);
        var adjusted = await db.Set<HoursAdjustment>().Where(a => a.SectionId == id).SumAsync(a => a.Minutes, ct);
        var all = standing.Sum(d => d.CreditedMinutes) + credited + adjusted;
        return new EnteredHours(judged.Count, credited, refused, Math.Max(0, measure.ImposedMinutes - all));
    }
}

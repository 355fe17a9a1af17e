using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Editing;
using Plus.Shared.WorkHours.Contract;
using Plus.Shared.WorkHours.Entering;
using Plus.Web.Language;

namespace Plus.Shared.WorkHours.Correcting;

/// <summary>
/// Corrects an entry: the old one is withdrawn and stays to be read, a new one takes its place when minutes are given.
/// </summary>
internal sealed class CorrectHoursHandler(
    PlusDb db,
    SectionEditing editing,
    HoursJudge judge,
    StaffAccessor staff,
    PlusClock clock
)
{
    /// <param name="minutes">Worked minutes as they should be; null withdraws the entry.</param>
    public async Task<Outcome<Unit>> HandleAsync(
        WorkDoor door,
        SectionId id,
        Guid entryId,
        int? minutes,
        bool keepExcess,
        string reason,
        CancellationToken ct
    )
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            return new ReasonIsMissing("Reason");
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await door.LockAsync(db, id, ct);
        var section = await editing.FindAsync(id, WorkHoursModule.Enter, null, ct);
        if (section is null || await door.MeasureAsync(db, id, ct) is not { } measure)
        {
            return new NoSuchRecord();
        }

        var days = await door.DaysAsync(db, id, tracked: true, ct);
        var entry = days.SingleOrDefault(d => d.Id == entryId);
        if (entry is null || entry.WithdrawnAt is not null)
        {
            return new NoSuchRecord();
        }

        if (!section.IsOpen)
        {
            return new SectionIsClosed();
        }

        entry.Withdraw(clock.Now);
        if (minutes is { } worked)
        {
            var standing = days.Where(d => d.WithdrawnAt is null).ToList();
            var lines = new[] { new DayWorked(entry.WorkedOn, worked) };
            var judged = (
                await judge.JudgeAsync(door, section, measure, standing, lines, keepExcess, staff.Current.Id, ct)
            )[0];
            if (judged.Entry is null)
            {
                return judged.Refusal!;
            }

            db.Add(judged.Entry);
        }

        var done = await editing.CommitAsync(
            section,
            new ProcessStart(WorkHoursModule.Corrected)
            {
                OnDay = entry.WorkedOn,
                Reason = reason.Trim(),
                Values = new Dictionary<string, object?>
                {
                    ["day"] = entry.WorkedOn,
                    ["was"] = TextValues.Hours(entry.CreditedMinutes + entry.RefusedMinutes),
                    ["is"] = TextValues.Hours(minutes ?? 0),
                },
            },
            ct
        );
        if (done.Done)
        {
            await transaction.CommitAsync(ct);
        }

        return done;
    }
}

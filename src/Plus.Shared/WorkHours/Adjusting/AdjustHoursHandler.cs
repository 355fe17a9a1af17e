using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law;
using Plus.Law.CommunityWork;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Rules.Current;
using Plus.Shared.WorkHours.Contract;
using Plus.Shared.WorkHours.Entering;
using Plus.Shared.WorkHours.Records;
using Plus.Web.Language;

namespace Plus.Shared.WorkHours.Adjusting;

/// <summary>Credits minutes without a day of work, or takes some back, with a reason and within the cap.</summary>
internal sealed class AdjustHoursHandler(
    PlusDb db,
    SectionEditing editing,
    HoursJudge judge,
    CurrentRules rules,
    StaffAccessor staff,
    PlusClock clock
)
{
    public async Task<Outcome<Unit>> HandleAsync(
        WorkDoor door,
        SectionId id,
        int minutes,
        string reason,
        string note,
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

        if (!section.IsOpen)
        {
            return new SectionIsClosed();
        }

        if (!AdjustmentRules.Reasons.Contains(reason))
        {
            throw new ArgumentOutOfRangeException(nameof(reason), reason, "Unknown reason.");
        }

        var days = await door.DaysAsync(db, id, tracked: false, ct);
        var facts = await judge.FactsAsync(section, measure, days, ct);
        var parameters = (await rules.ReadAsync(ct)).Parameters;
        if (AdjustmentRules.Judge(facts, minutes, clock.Today, parameters) is Verdict.Refused refused)
        {
            return new LawRefuses(refused, "Minutes");
        }

        db.Add(new HoursAdjustment(id, minutes, reason, note.Trim(), clock.Today, staff.Current.Id));
        var done = await editing.CommitAsync(
            section,
            new ProcessStart(minutes > 0 ? WorkHoursModule.Adjusted : WorkHoursModule.TakenBack)
            {
                Reason = note.Trim(),
                Values = new Dictionary<string, object?> { ["minutes"] = TextValues.Hours(Math.Abs(minutes)) },
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

using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law;
using Plus.Law.CommunityWork;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Records;
using Plus.Shared.WorkHours.Contract;
using Plus.Shared.WorkHours.Entering;
using Plus.Shared.WorkHours.Records;
using Plus.Web.Language;

namespace Plus.Shared.WorkHours.Amounts;

/// <summary>The later ruling as typed.</summary>
internal sealed record LaterRuling(
    string Kind,
    int Minutes,
    string Number,
    DateOnly DecidedOn,
    DateOnly? InForceOn,
    string Issuer,
    string? Note
);

/// <summary>Changes the imposed amount by a later ruling; the ruling becomes a document of the case beside the first.</summary>
internal sealed class ChangeAmountHandler(
    PlusDb db,
    SectionEditing editing,
    HoursJudge judge,
    StaffAccessor staff,
    PlusClock clock
)
{
    public async Task<Outcome<Unit>> ChangeAsync(
        WorkDoor door,
        SectionId id,
        LaterRuling later,
        uint version,
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

        db.Entry(measure).Property(m => m.Version).OriginalValue = version;
        var days = await door.DaysAsync(db, id, tracked: false, ct);
        var facts = await judge.FactsAsync(section, measure, days, ct);
        var balance = HoursBalance.Of(measure.ImposedMinutes, facts.Entries, facts.AdjustedMinutes);
        var imposedOn = await db.Set<Basis>()
            .Where(b => b.Id == section.BasisId)
            .Select(b => b.IssuedOn)
            .SingleAsync(ct);
        if (
            AmountRules.Judge(balance, later.Minutes, later.DecidedOn, imposedOn, clock.Today)
            is Verdict.Refused refused
        )
        {
            return new LawRefuses(
                refused,
                refused.ReasonCode is ReasonCodes.DecisionInFuture or ReasonCodes.LaterRulingIsEarlier
                    ? "DecidedOn"
                    : "Minutes"
            );
        }

        if (later.InForceOn < later.DecidedOn)
        {
            return new DayIsTooEarly("InForceOn", later.DecidedOn);
        }

        var ruling = new Basis(BasisId.New(), section.ClientId, "courtRuling", later.Number.Trim(), later.DecidedOn);
        ruling.Issue("court", later.Issuer.Trim(), later.InForceOn, null, null);
        var was = measure.ImposedMinutes;
        db.AddRange(
            ruling,
            new AmountChange(
                id,
                later.Kind,
                was,
                later.Minutes,
                ruling.Id,
                later.Note?.Trim(),
                clock.Today,
                staff.Current.Id
            )
        );
        measure.Impose(later.Minutes);
        var done = await editing.CommitAsync(
            section,
            new ProcessStart(WorkHoursModule.AmountChanged)
            {
                OnDay = later.DecidedOn,
                Reason = later.Note,
                LegalBasis = later.Number.Trim(),
                Values = new Dictionary<string, object?>
                {
                    ["kind"] = later.Kind,
                    ["was"] = TextValues.Hours(was),
                    ["is"] = TextValues.Hours(later.Minutes),
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

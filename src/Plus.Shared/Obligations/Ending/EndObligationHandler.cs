using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Obligations.Listing;

namespace Plus.Shared.Obligations.Ending;

/// <summary>Ends an obligation: fulfilled, cancelled by a decision, or entered in error.</summary>
internal sealed class EndObligationHandler(PlusDb db, ObligationReader reader, SectionEditing editing, PlusClock clock)
{
    public static readonly ProcessType Ended = new("obligations.ended", OnTimeline: true);

    public async Task<Outcome<Unit>> HandleAsync(
        Guid id,
        DateOnly on,
        string reason,
        string? note,
        uint version,
        CancellationToken ct
    )
    {
        if (
            await reader.FindAsync(id, ObligationsModule.Set, ct) is not { EndReason: null } obligation
            || await editing.FindAsync(obligation.SectionId, ObligationsModule.Set, null, ct)
                is not { IsOpen: true } section
        )
        {
            return new NoSuchRecord();
        }

        db.Entry(obligation).Property(o => o.Version).OriginalValue = version;
        if (on > clock.Today)
        {
            return new DayIsInFuture("EndedOn");
        }

        if (on < obligation.From)
        {
            return new DayIsTooEarly("EndedOn", obligation.From);
        }

        if (reason != "fulfilled" && string.IsNullOrWhiteSpace(note))
        {
            return new ReasonIsMissing("Note");
        }

        obligation.End(on, reason, string.IsNullOrWhiteSpace(note) ? null : note.Trim());
        return await editing.CommitAsync(
            section,
            new ProcessStart(Ended)
            {
                Subject = id,
                Reason = obligation.EndNote,
                OnDay = on,
                Values = new Dictionary<string, object?> { ["obligation"] = obligation.Kind, ["reason"] = reason },
            },
            ct
        );
    }
}

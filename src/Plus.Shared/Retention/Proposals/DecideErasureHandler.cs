using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Retention.Due;
using Plus.Shared.Retention.Records;

namespace Plus.Shared.Retention.Proposals;

/// <summary>The second of two people, never the one who proposed it.</summary>
internal sealed class DecideErasureHandler(PlusDb db, Processes processes, StaffAccessor staff, PlusClock clock)
{
    public static readonly ProcessType Agreed = new("retention.erasureAgreed");

    public static readonly ProcessType Declined = new("retention.erasureDeclined");

    public async Task<Outcome<bool>> DecideAsync(
        Guid id,
        bool agree,
        string? reason,
        uint version,
        CancellationToken ct
    )
    {
        var erasure = await db.Set<Erasure>()
            .SingleOrDefaultAsync(e => e.Id == id && e.State == ErasureState.Proposed, ct);
        if (erasure is null)
        {
            return new NoSuchRecord();
        }

        var me = staff.Current.Id!.Value;
        if (me == erasure.ProposedBy)
        {
            return new ErasureIsDecidedByAnother();
        }

        if (!agree && string.IsNullOrWhiteSpace(reason))
        {
            return new ReasonForKeepingMissing();
        }

        db.Entry(erasure).Property(e => e.Version).OriginalValue = version;
        var why = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
        erasure.Decide(agree, why, me, clock.Now);
        var done = await processes.CommitAsync(
            new ProcessStart(agree ? Agreed : Declined)
            {
                Subject = id,
                Reason = why,
                LegalBasis = DueRecords.ParameterOf(erasure.ClassCode),
                Values = new Dictionary<string, object?> { ["class"] = erasure.ClassCode },
            },
            ct
        );
        return done.Done ? agree : done.Refusal;
    }
}

internal sealed record ErasureIsDecidedByAnother() : Refusal("retention.byAnother");

internal sealed record ReasonForKeepingMissing() : Refusal("retention.declineReasonMissing")
{
    public override string Field => "Reason";
}

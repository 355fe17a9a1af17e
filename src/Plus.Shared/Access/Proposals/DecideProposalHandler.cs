using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access.Records;

namespace Plus.Shared.Access.Proposals;

/// <summary>The second person says yes or no; neither who proposed it nor whom it concerns may.</summary>
internal sealed class DecideProposalHandler(PlusDb db, Processes processes, StaffAccessor staff, PlusClock clock)
{
    public static readonly ProcessType Proposed = new("access.postProposed");

    public static readonly ProcessType Approved = new("access.postApproved");

    public static readonly ProcessType Declined = new("access.postDeclined");

    public async Task<Outcome<bool>> DecideAsync(
        Guid id,
        bool approve,
        string? reason,
        uint version,
        CancellationToken ct
    )
    {
        var proposal = await db.Set<PostProposal>().SingleOrDefaultAsync(p => p.Id == id && p.Approved == null, ct);
        if (proposal is null)
        {
            return new NoSuchRecord();
        }

        var me = staff.Current.Id!.Value;
        if (me == proposal.ProposedBy || me == proposal.StaffId)
        {
            return new ProposalIsDecidedByAnother();
        }

        if (!approve && string.IsNullOrWhiteSpace(reason))
        {
            return new ReasonForDecliningMissing();
        }

        db.Entry(proposal).Property(p => p.Version).OriginalValue = version;
        proposal.Decide(approve, me, clock.Now);
        if (approve)
        {
            var post = new StaffPost(proposal.StaffId, proposal.OfficeId, proposal.RoleCode, proposal.From, proposal.To)
            {
                ByClaims = proposal.ByClaims,
            }.Confirm(me, clock.Today);
            db.Add(post);
        }

        var done = await processes.CommitAsync(
            new ProcessStart(approve ? Approved : Declined)
            {
                Subject = proposal.StaffId.Value,
                Reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(),
                Values = new Dictionary<string, object?> { ["role"] = proposal.RoleCode },
            },
            ct
        );
        return done.Done ? approve : done.Refusal;
    }
}

internal sealed record ProposalIsDecidedByAnother() : Refusal("access.proposal.byAnother");

internal sealed record ReasonForDecliningMissing() : Refusal("access.proposal.reasonMissing")
{
    public override string Field => "Reason";
}

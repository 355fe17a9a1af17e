using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Access.Records;
using Plus.Shared.Home;
using Plus.Shared.Organisation.Records;

namespace Plus.Shared.Access.Proposals;

/// <summary>The proposals that wait; those who decide see them all.</summary>
internal sealed class ProposalList(PlusDb db)
{
    public Task<List<ProposalLine>> ReadAsync(CancellationToken ct) =>
        (
            from proposal in db.Set<PostProposal>().AsNoTracking()
            join person in db.Set<Staff>() on proposal.StaffId equals person.Id
            join proposer in db.Set<Staff>() on proposal.ProposedBy equals proposer.Id
            join office in db.Set<Office>() on proposal.OfficeId equals office.Id
            where proposal.Approved == null
            orderby proposal.ProposedAt
            select new ProposalLine(
                proposal.Id,
                person.Id,
                person.GivenName + " " + person.Surname,
                proposal.RoleCode,
                office.Name,
                proposal.From,
                proposal.To,
                proposer.Id,
                proposer.GivenName + " " + proposer.Surname,
                proposal.ProposedAt,
                proposal.Version
            )
        ).ToListAsync(ct);
}

/// <summary>A proposal that waits.</summary>
internal sealed record ProposalLine(
    Guid Id,
    StaffId Person,
    string Name,
    string Role,
    string Office,
    DateOnly From,
    DateOnly? To,
    StaffId Proposer,
    string ProposerName,
    DateTimeOffset At,
    uint Version
)
{
    /// <summary>Whether this person may say yes or no.</summary>
    public bool IsDecidedBy(StaffId? me) => me != Person && me != Proposer;
}

/// <summary>Tells those who decide that something waits for them.</summary>
internal sealed class ProposalsToDecide(PlusDb db, StaffAccessor staff) : HomeNotice
{
    public override async Task<IReadOnlyList<HomeLine>> ReadAsync(CancellationToken ct)
    {
        if (!staff.Current.May(AccessPermissions.Decide))
        {
            return [];
        }

        var me = staff.Current.Id;
        var count = await db.Set<PostProposal>()
            .CountAsync(p => p.Approved == null && p.ProposedBy != me && p.StaffId != me, ct);
        return count == 0 ? [] : [new("access.proposal.waiting", "/access/proposals", false, ("count", count))];
    }
}

using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Shared.Access.Proposals;
using Plus.Shared.Access.Records;
using Plus.Shared.Access.StaffDirectory;

namespace Plus.Shared.Access.Posts;

/// <summary>A further post: a role in an office from a day, with or without an end.</summary>
internal sealed class GivePostHandler(
    PlusDb db,
    Processes processes,
    PostGiving giving,
    StaffScope scope,
    PostRules rules
)
{
    public static readonly ProcessType Given = new("access.postGiven");

    /// <returns>True when the post was given, false when it was proposed and a second person decides.</returns>
    public async Task<Outcome<bool>> GiveAsync(
        StaffId id,
        OfficeId office,
        string role,
        DateOnly from,
        DateOnly? to,
        CancellationToken ct
    )
    {
        var person = await scope
            .Visible(AccessPermissions.StaffManage)
            .AsNoTracking()
            .SingleOrDefaultAsync(s => s.Id == id, ct);
        if (person is null)
        {
            return new NoSuchRecord();
        }

        if (to < from)
        {
            return new PostEndsBeforeItBegins();
        }

        if (person.ActiveTo is { } last && (from > last || to is null || to > last))
        {
            return new PostOutlivesAccess();
        }

        if (await rules.CheckAsync(id, office, role, from, ct) is { } refusal)
        {
            return refusal;
        }

        var overlaps = await db.Set<StaffPost>()
            .AnyAsync(
                p =>
                    p.StaffId == id
                    && p.OfficeId == office
                    && p.RoleCode == role
                    && (to == null || p.From <= to)
                    && (p.To == null || p.To >= from),
                ct
            );
        if (overlaps)
        {
            return new PostHeldAlready();
        }

        if (
            await db.Set<PostProposal>()
                .AnyAsync(p => p.StaffId == id && p.OfficeId == office && p.RoleCode == role && p.Approved == null, ct)
        )
        {
            return new PostProposedAlready();
        }

        var proposed = await giving.AddAsync(id, office, role, from, to, ct);
        var done = await processes.CommitAsync(
            new ProcessStart(proposed ? DecideProposalHandler.Proposed : Given)
            {
                Subject = id.Value,
                OnDay = from,
                Values = new Dictionary<string, object?> { ["role"] = role },
            },
            ct
        );
        return done.Done ? !proposed : done.Refusal;
    }
}

internal sealed record PostEndsBeforeItBegins() : Refusal("access.post.endsBeforeItBegins")
{
    public override string Field => "To";
}

/// <summary>The person's access ends earlier than the post would.</summary>
internal sealed record PostOutlivesAccess() : Refusal("access.post.outlivesAccess")
{
    public override string Field => "From";
}

internal sealed record PostHeldAlready() : Refusal("access.post.heldAlready")
{
    public override string Field => "Role";
}

/// <summary>The same proposal waits for the second person.</summary>
internal sealed record PostProposedAlready() : Refusal("access.post.proposedAlready")
{
    public override string Field => "Role";
}

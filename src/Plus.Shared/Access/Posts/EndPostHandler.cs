using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access.Leaving;
using Plus.Shared.Access.Records;
using Plus.Shared.Access.StaffDirectory;

namespace Plus.Shared.Access.Posts;

/// <summary>A post ends; the last day counts. A post that has not begun yet is taken back whole.</summary>
internal sealed class EndPostHandler(
    PlusDb db,
    Processes processes,
    PlusClock clock,
    StaffScope scope,
    LastAdministrator administrators
)
{
    public static readonly ProcessType Ended = new("access.postEnded");

    public async Task<Outcome<Unit>> EndAsync(
        StaffId id,
        Guid postId,
        DateOnly lastDay,
        string? reason,
        uint version,
        CancellationToken ct
    )
    {
        var post = await db.Set<StaffPost>().SingleOrDefaultAsync(p => p.Id == postId && p.StaffId == id, ct);
        if (
            post is null
            || !scope.Reaches(AccessPermissions.StaffManage, post.OfficeId)
            || !await scope.Visible(AccessPermissions.StaffManage).AnyAsync(s => s.Id == id, ct)
        )
        {
            return new NoSuchRecord();
        }

        if (lastDay < clock.Today.AddDays(-1))
        {
            return new PostEndsInThePast();
        }

        if (await administrators.WouldBeGoneAsync(withoutPost: postId, ct: ct))
        {
            return new LastAdministratorWouldLeave();
        }

        db.Entry(post).Property(p => p.Version).OriginalValue = version;
        if (lastDay < post.From)
        {
            db.Remove(post);
        }
        else
        {
            post.End(lastDay);
        }

        return await processes.CommitAsync(
            new ProcessStart(Ended)
            {
                Subject = id.Value,
                OnDay = lastDay,
                Reason = reason,
                Values = new Dictionary<string, object?> { ["role"] = post.RoleCode },
            },
            ct
        );
    }
}

/// <summary>Access cannot be taken away for days that are over; yesterday ends it now.</summary>
internal sealed record PostEndsInThePast() : Refusal("access.post.endsInThePast")
{
    public override string Field => "LastDay";
}

using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access.Passwords;
using Plus.Shared.Access.Records;
using Plus.Shared.Access.StaffDirectory;

namespace Plus.Shared.Access.Leaving;

/// <summary>
/// A person leaves: posts end with the last day, links become worthless, and when it is to be at once the very next
/// click of theirs is refused. Their sections stay where they are until they are handed over.
/// </summary>
internal sealed class LeaveHandler(
    PlusDb db,
    Processes processes,
    PlusClock clock,
    PasswordLinks links,
    StaffScope scope,
    LastAdministrator administrators
)
{
    public static readonly ProcessType Left = new("access.staffLeft");

    public async Task<Outcome<Unit>> LeaveAsync(
        StaffId id,
        DateOnly? lastDay,
        TimeOnly? at,
        string reason,
        uint version,
        CancellationToken ct
    )
    {
        var person = await scope.Visible(AccessPermissions.StaffManage).SingleOrDefaultAsync(s => s.Id == id, ct);
        if (person is null)
        {
            return new NoSuchRecord();
        }

        if (lastDay < clock.Today)
        {
            return new LastDayIsOver();
        }

        var last = lastDay ?? clock.Today;
        // Without an hour the last day counts whole.
        var ends =
            lastDay is null ? clock.Now
            : at is { } hour ? PlusClock.InstantOf(last, hour)
            : PlusClock.InstantOf(last.AddDays(1), TimeOnly.MinValue);
        if (lastDay is not null && ends <= clock.Now)
        {
            return new LastDayIsOver();
        }

        if (await administrators.WouldBeGoneAsync(withoutPerson: id, ct: ct))
        {
            return new LastAdministratorWouldLeave();
        }

        db.Entry(person).Property(s => s.Version).OriginalValue = version;
        person.Leave(last, ends, atOnce: lastDay is null);
        await links.WithdrawAllAsync(person, ct);
        foreach (var post in await db.Set<StaffPost>().Where(p => p.StaffId == id).ToListAsync(ct))
        {
            if (post.From > last)
            {
                db.Remove(post);
            }
            else if (post.To is null || post.To > last)
            {
                post.End(last);
            }
        }

        return await processes.CommitAsync(
            new ProcessStart(Left)
            {
                Subject = id.Value,
                OnDay = last,
                Reason = reason,
            },
            ct
        );
    }
}

/// <summary>A last day lies today or later; for what is over, access ends at once.</summary>
internal sealed record LastDayIsOver() : Refusal("access.leave.lastDayIsOver")
{
    public override string Field => "LastDay";
}

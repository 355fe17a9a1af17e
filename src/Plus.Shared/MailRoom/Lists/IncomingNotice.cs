using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Home;
using Plus.Shared.MailRoom.Records;

namespace Plus.Shared.MailRoom.Lists;

/// <summary>Tells a person what of theirs waits for an answer, and who registers, what nobody has yet.</summary>
internal sealed class IncomingNotice(PlusDb db, StaffAccessor staff, PlusClock clock) : HomeNotice
{
    public override async Task<IReadOnlyList<HomeLine>> ReadAsync(CancellationToken ct)
    {
        if (!staff.Current.May(MailRoomPermissions.View))
        {
            return [];
        }

        var (me, today) = (staff.Current.Id, clock.Today);
        var registers = staff.Current.May(MailRoomPermissions.Register);
        var counts = await db.Set<IncomingItem>()
            .Within(staff.Current, MailRoomPermissions.View)
            .Where(i => i.ClosedOn == null && (i.AssignedTo == me || (registers && i.AssignedTo == null)))
            .GroupBy(i => 1)
            .Select(g => new
            {
                Mine = g.Count(i => i.AssignedTo == me),
                Late = g.Count(i => i.AssignedTo == me && i.DueOn < today),
                Free = g.Count(i => i.AssignedTo == null),
            })
            .SingleOrDefaultAsync(ct);
        var lines = new List<HomeLine>();
        if (counts is { Late: > 0 })
        {
            lines.Add(new("mailroom.notice.late", "/mailroom?due=mine", true, ("count", counts.Late)));
        }

        if (counts is { Mine: > 0 })
        {
            lines.Add(new("mailroom.notice.mine", "/mailroom?due=mine", false, ("count", counts.Mine)));
        }

        if (counts is { Free: > 0 })
        {
            lines.Add(new("mailroom.notice.free", "/mailroom?state=registered", false, ("count", counts.Free)));
        }

        return lines;
    }
}

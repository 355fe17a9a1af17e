using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access.Records;
using Plus.Shared.Home;

namespace Plus.Shared.Access.Confirming;

/// <summary>
/// Thirty, seven and one day before the half-year ends: the head is told whose access waits, and in the last week the
/// person whose own access does.
/// </summary>
internal sealed class AccessToConfirm(PlusDb db, StaffAccessor staff, PlusClock clock, ConfirmationList list)
    : HomeNotice
{
    public override async Task<IReadOnlyList<HomeLine>> ReadAsync(CancellationToken ct)
    {
        var round = list.Round;
        if (round.WarningOn(clock.Today) is not { } warning)
        {
            return [];
        }

        var lines = new List<HomeLine>();
        var urgent = warning <= 7;
        if (staff.Current.May(AccessPermissions.Confirm) && await list.CountAsync(ct) is > 0 and var count)
        {
            lines.Add(new("access.confirm.waiting", "/access/confirm", urgent, ("count", count), ("until", round.End)));
        }

        if (urgent && await OwnWaitsAsync(round, ct))
        {
            lines.Add(new("access.confirm.ownWaits", "/profile", true, ("until", round.End)));
        }

        return lines;
    }

    private Task<bool> OwnWaitsAsync(ConfirmationRound round, CancellationToken ct) =>
        db.Set<StaffPost>()
            .AnyAsync(
                p =>
                    p.StaffId == staff.Current.Id
                    && p.From < round.Begin
                    && (p.To == null || p.To > round.End)
                    && (p.ConfirmedOn == null || p.ConfirmedOn < round.Begin),
                ct
            );
}

using Plus.Kernel.Access;
using Plus.Shared.Home;

namespace Plus.Shared.Obligations.Conflicts;

/// <summary>Tells who is asked about a place, and whose client it is that they are to ask.</summary>
internal sealed class ConflictHomeNotice(ConflictReader reader, StaffAccessor staff) : HomeNotice
{
    public override async Task<IReadOnlyList<HomeLine>> ReadAsync(CancellationToken ct)
    {
        var lines = new List<HomeLine>();
        if (!staff.Current.May(ObligationsModule.Set))
        {
            return lines;
        }

        var (mine, others) = await reader.WaitingAsync(ct);
        if (mine > 0)
        {
            lines.Add(new("obligations.conflicts.notice.mine", "/bans?of=mine", true, ("count", mine)));
        }

        if (others > 0)
        {
            lines.Add(new("obligations.conflicts.notice.ask", "/bans?of=ask", true, ("count", others)));
        }

        return lines;
    }
}

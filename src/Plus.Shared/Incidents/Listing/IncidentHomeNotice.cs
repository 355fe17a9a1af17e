using Plus.Kernel.Access;
using Plus.Kernel.Time;
using Plus.Shared.Home;

namespace Plus.Shared.Incidents.Listing;

/// <summary>Tells who leads what was told to them, and what is overdue.</summary>
internal sealed class IncidentHomeNotice(IncidentReader reader, StaffAccessor staff, PlusClock clock) : HomeNotice
{
    public override async Task<IReadOnlyList<HomeLine>> ReadAsync(CancellationToken ct)
    {
        if (!staff.Current.May(IncidentsModule.Lead) || !staff.Current.May(IncidentsModule.View))
        {
            return [];
        }

        var (unseen, late) = await reader.WaitingAsync(clock.Today, ct);
        var lines = new List<HomeLine>();
        if (unseen > 0)
        {
            lines.Add(new("incidents.notice.unseen", "/incidents?state=unseen", true, ("count", unseen)));
        }

        if (late > 0)
        {
            lines.Add(new("incidents.notice.late", "/incidents?state=late", true, ("count", late)));
        }

        return lines;
    }
}

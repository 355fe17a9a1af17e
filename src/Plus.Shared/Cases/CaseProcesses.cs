using Plus.Kernel.Audit;
using Plus.Shared.Cases.Terms;

namespace Plus.Shared.Cases;

/// <summary>The kinds of write of this room.</summary>
public static class CaseProcesses
{
    public static readonly ProcessType Formed = new("cases.formed", OnTimeline: true);
    public static readonly ProcessType Opened = new("cases.opened", OnTimeline: true);
    public static readonly ProcessType Registered = new("cases.registered", OnTimeline: true);
    public static readonly ProcessType Suspended = new("cases.suspended", OnTimeline: true);
    public static readonly ProcessType Resumed = new("cases.resumed", OnTimeline: true);
    public static readonly ProcessType Closed = new("cases.closed", OnTimeline: true);
    public static readonly ProcessType Reopened = new("cases.reopened", OnTimeline: true);
    public static readonly ProcessType Annulled = new("cases.annulled", OnTimeline: true);
    public static readonly ProcessType Assigned = new("cases.assigned", OnTimeline: true);
    public static readonly ProcessType FactsChanged = new("cases.factsChanged", OnTimeline: true);

    public static IEnumerable<ProcessType> All =>
        [
            Formed,
            Opened,
            Registered,
            Suspended,
            Resumed,
            Closed,
            Reopened,
            Annulled,
            Assigned,
            FactsChanged,
            ChangeTermHandler.Changed,
            ChangeTermHandler.Withdrawn,
        ];
}

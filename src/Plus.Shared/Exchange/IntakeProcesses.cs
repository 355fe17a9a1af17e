using Plus.Kernel.Audit;

namespace Plus.Shared.Exchange;

/// <summary>The kinds of writes of this room.</summary>
public static class IntakeProcesses
{
    public static readonly ProcessType Taken = new("exchange.taken", OnTimeline: true) { Kind = EventKind.Collect };
    public static readonly ProcessType Corrected = new("exchange.corrected", OnTimeline: true);
    public static readonly ProcessType Withdrawn = new("exchange.withdrawn", OnTimeline: true);
    public static readonly ProcessType Released = new("exchange.released", OnTimeline: true);
    public static readonly ProcessType NotApplied = new("exchange.notApplied", OnTimeline: true);
    public static readonly ProcessType Rejected = new("exchange.rejected");
    public static readonly ProcessType MatchAsked = new("exchange.matchAsked");
    public static readonly ProcessType Waits = new("exchange.waits");
    public static readonly ProcessType Settled = new("exchange.settled");
    public static readonly ProcessType OfficeChosen = new("exchange.officeChosen", OnTimeline: true);
    public static readonly ProcessType WithheldOpened = new("exchange.withheldOpened", OnTimeline: true)
    {
        Kind = EventKind.Consult,
    };
    public static readonly ProcessType Mended = new("exchange.mended");

    public static readonly ProcessType[] All =
    [
        Taken,
        Corrected,
        Withdrawn,
        Released,
        NotApplied,
        Rejected,
        MatchAsked,
        Waits,
        Settled,
        OfficeChosen,
        WithheldOpened,
        Mended,
    ];
}

using Plus.Kernel.Audit;

namespace Plus.Shared.Exchange.Takeover;

/// <summary>The kinds of writes of a takeover.</summary>
public static class TakeoverProcesses
{
    public static readonly ProcessType ClientTaken = new("takeover.clientTaken", OnTimeline: true);
    public static readonly ProcessType ClientJoined = new("takeover.clientJoined", OnTimeline: true);
    public static readonly ProcessType PersonDataTaken = new("takeover.personDataTaken");
    public static readonly ProcessType BasisTaken = new("takeover.basisTaken");
    public static readonly ProcessType SectionTaken = new("takeover.sectionTaken", OnTimeline: true);
    public static readonly ProcessType ContactTaken = new("takeover.contactTaken", OnTimeline: true);
    public static readonly ProcessType HoursTaken = new("takeover.hoursTaken", OnTimeline: true);
    public static readonly ProcessType DocumentTaken = new("takeover.documentTaken", OnTimeline: true);
    public static readonly ProcessType Corrected = new("takeover.corrected", OnTimeline: true);

    public static readonly ProcessType[] All =
    [
        ClientTaken,
        ClientJoined,
        PersonDataTaken,
        BasisTaken,
        SectionTaken,
        ContactTaken,
        HoursTaken,
        DocumentTaken,
        Corrected,
    ];
}

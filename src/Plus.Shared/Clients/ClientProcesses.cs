using Plus.Kernel.Audit;

namespace Plus.Shared.Clients;

/// <summary>The writes of this room; texts <c>process.&lt;code&gt;</c>.</summary>
internal static class ClientProcesses
{
    public static readonly ProcessType CaseFormed = new("clients.caseFormed", OnTimeline: true);
    public static readonly ProcessType Created = new("clients.created", OnTimeline: true) { Kind = EventKind.Collect };
    public static readonly ProcessType NameAdded = new("clients.nameAdded", OnTimeline: true);
    public static readonly ProcessType IdentifierAdded = new("clients.identifierAdded", OnTimeline: true);
    public static readonly ProcessType AddressAdded = new("clients.addressAdded", OnTimeline: true);
    public static readonly ProcessType ReachAdded = new("clients.reachAdded", OnTimeline: true);
    public static readonly ProcessType PersonChanged = new("clients.personChanged", OnTimeline: true);
    public static readonly ProcessType Described = new("clients.described", OnTimeline: true);
    public static readonly ProcessType LivingChanged = new("clients.livingChanged", OnTimeline: true);
    public static readonly ProcessType HealthChanged = new("clients.healthChanged");
    public static readonly ProcessType RiskChanged = new("clients.riskChanged", OnTimeline: true);
    public static readonly ProcessType ConvictionAdded = new("clients.convictionAdded", OnTimeline: true);
    public static readonly ProcessType RowEnded = new("clients.rowEnded", OnTimeline: true);
    public static readonly ProcessType ConsentChanged = new("clients.consentChanged", OnTimeline: true);
    public static readonly ProcessType MustNotMeetMarked = new("clients.mustNotMeetMarked");
    public static readonly ProcessType MustNotMeetEnded = new("clients.mustNotMeetEnded");
    public static readonly ProcessType DuplicatesFound = new("clients.duplicatesFound") { Kind = EventKind.Combine };
    public static readonly ProcessType DuplicateIsDifferent = new("clients.duplicateIsDifferent");
    public static readonly ProcessType Merged = new("clients.merged", OnTimeline: true) { Kind = EventKind.Combine };
    public static readonly ProcessType Unmerged = new("clients.unmerged", OnTimeline: true)
    {
        Kind = EventKind.Combine,
    };

    public static IEnumerable<ProcessType> All =>
        [
            CaseFormed,
            Created,
            NameAdded,
            IdentifierAdded,
            AddressAdded,
            ReachAdded,
            PersonChanged,
            Described,
            LivingChanged,
            HealthChanged,
            RiskChanged,
            ConvictionAdded,
            RowEnded,
            ConsentChanged,
            MustNotMeetMarked,
            MustNotMeetEnded,
            DuplicatesFound,
            DuplicateIsDifferent,
            Merged,
            Unmerged,
        ];
}

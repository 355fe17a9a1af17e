using Plus.Kernel.Audit;

namespace Plus.Shared.Clients;

/// <summary>The writes of this room; texts <c>process.&lt;code&gt;</c>.</summary>
internal static class ClientProcesses
{
    public static readonly ProcessType CaseFormed = new("clients.caseFormed", OnTimeline: true);

    public static IEnumerable<ProcessType> All => [CaseFormed];
}

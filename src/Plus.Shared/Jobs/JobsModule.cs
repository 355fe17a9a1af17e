using Plus.Kernel.Modules;

namespace Plus.Shared.Jobs;

/// <summary>The schedule of nightly jobs; its tables are made by its script, the jobs are named by the other doors.</summary>
public sealed class JobsModule : PlusModule
{
    public override string Code => "jobs";
}

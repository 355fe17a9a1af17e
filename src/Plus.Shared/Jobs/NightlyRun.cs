using Plus.Kernel.Access;
using Plus.Kernel.Modules;
using Quartz;

namespace Plus.Shared.Jobs;

/// <summary>One firing of a nightly job: finds the job by its code and runs it in the firing's scope, as the system itself.</summary>
[DisallowConcurrentExecution]
internal sealed class NightlyRun(ModuleList modules, StaffAccessor staff, IServiceProvider services) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var code = context.JobDetail.Key.Name;
        var job = modules.All.SelectMany(m => m.Jobs).Single(j => j.Code == code);
        staff.Source = "job " + code;
        using var system = staff.AsSystem("job " + code);
        await job.Run(services, cancellationToken);
    }
}

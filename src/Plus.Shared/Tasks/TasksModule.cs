using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Modules;
using Plus.Shared.Tasks.Explaining;
using Plus.Shared.Tasks.Records;
using Plus.Shared.Tasks.Sync;

namespace Plus.Shared.Tasks;

/// <summary>What is due, computed from the facts of sections.</summary>
public sealed class TasksModule : PlusModule
{
    public override string Code => "tasks";

    public override void Services(IServiceCollection services)
    {
        services.AddScoped<TaskFacts>();
        services.AddScoped<TaskSync>();
        services.AddScoped<DueText>();
    }

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new DueTaskRowTable());
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Kernel.Modules;
using Plus.Shared.Tasks.Explaining;
using Plus.Shared.Tasks.Lists;
using Plus.Shared.Tasks.Nightly;
using Plus.Shared.Tasks.Records;
using Plus.Shared.Tasks.Sync;

namespace Plus.Shared.Tasks;

/// <summary>What is due, computed from the facts of sections.</summary>
public sealed class TasksModule : PlusModule
{
    /// <summary>See what is due.</summary>
    public const string View = "tasks.view";

    public override string Code => "tasks";

    public override IEnumerable<Permission> Permissions => [new(View) { OfPeople = true, Reads = true }];

    public override IEnumerable<NightlyJob> Jobs => [NightlyAlignment.Job];

    public override IEnumerable<ErasureRule> Erasures => [new("tasks.due_task") { Delete = true }];

    public override IEnumerable<string> KeptAtHand => ["tasks.*"];

    public override void Services(IServiceCollection services)
    {
        services.AddScoped<TaskFacts>();
        services.AddScoped<TaskSync>();
        services.AddScoped<TaskList>();
        services.AddScoped<DueText>();
    }

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new DueTaskRowTable());
    }
}

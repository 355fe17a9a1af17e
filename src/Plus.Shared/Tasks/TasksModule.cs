using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Modules;
<<<<<<< HEAD
using Plus.Shared.Tasks.Explaining;
=======
using Plus.Shared.Tasks.Lists;
>>>>>>> a3bc5a4 (Carry a section from registration to closing, with hours by day, contacts and their outcomes)
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
<<<<<<< HEAD
        services.AddScoped<DueText>();
=======
        services.AddScoped<DueSentence>();
>>>>>>> a3bc5a4 (Carry a section from registration to closing, with hours by day, contacts and their outcomes)
    }

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new DueTaskRowTable());
    }
}

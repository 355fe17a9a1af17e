using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Modules;
using Plus.Shared.Plans.Reading;
using Plus.Shared.Plans.Records;

namespace Plus.Shared.Plans;

/// <summary>Supervision plans: needs with stages of change, goals, steps, versions that were agreed on.</summary>
public sealed class PlansModule : PlusModule
{
    /// <summary>See plans.</summary>
    public const string View = "plans.view";

    /// <summary>Change plans and agree on them.</summary>
    public const string Work = "plans.work";

    public override string Code => "plans";

    public override IEnumerable<Permission> Permissions =>
        [new(View) { OfPeople = true, Reads = true }, new(Work) { OfPeople = true }];

    public override IEnumerable<ProcessType> ProcessTypes =>
        [
            PlanHandler.NeedAdded,
            PlanHandler.StageSeen,
            PlanHandler.NeedClosed,
            PlanHandler.GoalSet,
            PlanHandler.StepSet,
            PlanHandler.StepEnded,
            PlanHandler.Agreed,
        ];

    public override void Services(IServiceCollection services)
    {
        services.AddScoped<PlanReader>();
        services.AddScoped<PlanHandler>();
    }

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new PlanNeedTable());
        model.ApplyConfiguration(new NeedStageTable());
        model.ApplyConfiguration(new PlanGoalTable());
        model.ApplyConfiguration(new PlanStepTable());
        model.ApplyConfiguration(new PlanVersionTable());
    }
}

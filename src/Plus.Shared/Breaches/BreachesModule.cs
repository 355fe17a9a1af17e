using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Modules;
using Plus.Shared.Breaches.Contract;
using Plus.Shared.Breaches.Deciding;
using Plus.Shared.Breaches.Judging;
using Plus.Shared.Breaches.Listing;
using Plus.Shared.Breaches.Recording;
using Plus.Shared.Breaches.Records;
using Plus.Shared.Breaches.Responding;
using Plus.Shared.Documents.Delivered;

namespace Plus.Shared.Breaches;

/// <summary>Violations of what a section imposes: recorded, explained, judged, answered, decided by who imposed it.</summary>
public sealed class BreachesModule : PlusModule, ITemplateDoor
{
    public string TemplateFolder => "Plus.Shared/Breaches/Delivered/";

    /// <summary>See violations and what followed.</summary>
    public const string View = "breaches.view";

    /// <summary>Record, judge and answer them.</summary>
    public const string Work = "breaches.work";

    public override string Code => "breaches";

    public override IEnumerable<Permission> Permissions =>
        [new(View) { OfPeople = true, Reads = true }, new(Work) { OfPeople = true }];

    public override IEnumerable<ProcessType> ProcessTypes =>
        [
            RecordBreachHandler.Recorded,
            JudgeBreachHandler.Explained,
            JudgeBreachHandler.Judged,
            JudgeBreachHandler.Withdrawn,
            RespondHandler.Answered,
            FollowStepHandler.Served,
            FollowStepHandler.Decided,
        ];

    public override void Services(IServiceCollection services)
    {
        services.AddScoped<BreachReader>();
        services.AddScoped<LiveBreaches>();
        services.AddScoped<BreachRecording>();
        services.AddScoped<RecordBreachHandler>();
        services.AddScoped<JudgeBreachHandler>();
        services.AddScoped<RespondHandler>();
        services.AddScoped<FollowStepHandler>();
    }

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new BreachTable());
        model.ApplyConfiguration(new BreachStepTable());
    }
}

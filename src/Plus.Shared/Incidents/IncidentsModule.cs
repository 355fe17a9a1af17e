using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Modules;
using Plus.Shared.Home;
using Plus.Shared.Incidents.Contract;
using Plus.Shared.Incidents.Following;
using Plus.Shared.Incidents.Kinds;
using Plus.Shared.Incidents.Listing;
using Plus.Shared.Incidents.Recording;
using Plus.Shared.Incidents.Records;
using Plus.Web.Layout;

namespace Plus.Shared.Incidents;

/// <summary>Accidents at work, threats, self-harm, violence, death: recorded, told upwards by kind, followed to their end.</summary>
public sealed class IncidentsModule : PlusModule
{
    /// <summary>See incidents: of one's own sections and those one recorded; all within reach for who leads.</summary>
    public const string View = "incidents.view";

    /// <summary>Record incidents and follow them.</summary>
    public const string Work = "incidents.work";

    /// <summary>Be told of incidents, tell them further, close them.</summary>
    public const string Lead = "incidents.lead";

    /// <summary>Set who is told of which kind.</summary>
    public const string ChangeKinds = "incidents.kinds";

    public override string Code => "incidents";

    public override IEnumerable<Permission> Permissions =>
        [
            new(View)
            {
                OfPeople = true,
                Reads = true,
                Word = "incidents",
            },
            new(Work) { OfPeople = true },
            new(Lead) { OfPeople = true },
            new(ChangeKinds),
        ];

    public override IEnumerable<ProcessType> ProcessTypes =>
        [
            IncidentRecording.Recorded,
            FollowIncidentHandler.MeasureDecided,
            FollowIncidentHandler.MeasureEnded,
            LeadIncidentHandler.Noted,
            LeadIncidentHandler.ToldFurther,
            LeadIncidentHandler.Closed,
            ChangeIncidentKindHandler.Changed,
        ];

    public override void Services(IServiceCollection services)
    {
        services.AddScoped<IncidentReader>();
        services.AddScoped<IncidentRecording>();
        services.AddScoped<RecordIncidentHandler>();
        services.AddScoped<FollowIncidentHandler>();
        services.AddScoped<LeadIncidentHandler>();
        services.AddScoped<ChangeIncidentKindHandler>();
        services.AddScoped<HomeNotice, IncidentHomeNotice>();
        services.AddSingleton(new MenuItem("incidents.menu", "/incidents", Lead, 37));
        services.AddSingleton(new MenuItem("incidents.kinds.title", "/incidents/kinds", ChangeKinds, 841));
    }

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new IncidentKindTable());
        model.ApplyConfiguration(new IncidentTable());
        model.ApplyConfiguration(new IncidentMeasureTable());
        model.ApplyConfiguration(new IncidentNoticeTable());
    }
}

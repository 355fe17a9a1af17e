using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Modules;
using Plus.Shared.CaseFiles.Contract;
using Plus.Shared.Documents.Delivered;
using Plus.Shared.Documents.Fields;
using Plus.Shared.WorkHours.Adjusting;
using Plus.Shared.WorkHours.Contract;
using Plus.Shared.WorkHours.Correcting;
using Plus.Shared.WorkHours.Entering;
using Plus.Shared.WorkHours.Fields;
using Plus.Shared.WorkHours.Importing;
using Plus.Shared.WorkHours.Places;
using Plus.Shared.WorkHours.Placing;
using Plus.Shared.WorkHours.Planning;
using Plus.Shared.WorkHours.Profile;
using Plus.Shared.WorkHours.Records;
using Plus.Shared.WorkHours.Scheduling;
using Plus.Shared.WorkHours.Sheets;
using Plus.Shared.WorkHours.Worth;

namespace Plus.Shared.WorkHours;

/// <summary>Work imposed in hours: placement, entry by day within the legal limits, balance, corrections.</summary>
public sealed class WorkHoursModule : PlusModule, IFieldDoor, ITemplateDoor, ICaseFileDoor
{
    /// <summary>Place clients, enter and correct hours.</summary>
    public const string Enter = "workHours.enter";

    /// <summary>See what the hours are worth; nobody is named.</summary>
    public const string Worth = "workHours.worth";

    public static readonly ProcessType Entered = new("workHours.entered", OnTimeline: true);
    public static readonly ProcessType Corrected = new("workHours.corrected", OnTimeline: true);
    public static readonly ProcessType Placed = new("workHours.placed", OnTimeline: true);
    public static readonly ProcessType ConditionsChanged = new("workHours.conditionsChanged", OnTimeline: true);

    public static readonly ProcessType ProfileChanged = new("workHours.profileChanged", OnTimeline: true);
    public static readonly ProcessType HealthChanged = new("workHours.healthChanged");
    public static readonly ProcessType PlacementEnded = new("workHours.placementEnded", OnTimeline: true);
    public static readonly ProcessType Scheduled = new("workHours.scheduled", OnTimeline: true);
    public static readonly ProcessType Rescheduled = new("workHours.rescheduled", OnTimeline: true);

    public static readonly ProcessType Adjusted = new("workHours.adjusted", OnTimeline: true);
    public static readonly ProcessType TakenBack = new("workHours.takenBack", OnTimeline: true);
    public static readonly ProcessType RepresentativeTold = new("workHours.representativeTold", OnTimeline: true);
    public static readonly ProcessType AdultChosen = new("workHours.adultChosen", OnTimeline: true);
    public static readonly ProcessType Reported = new("workHours.reported", OnTimeline: true);
    public static readonly ProcessType AmountChanged = new("workHours.amountChanged", OnTimeline: true);

    public override string Code => "workHours";

    public string TemplateFolder => "Plus.Shared/WorkHours/Delivered/";

    public IReadOnlyList<DocumentField> Fields => WorkFields.All;

    public Task FillAsync(FieldReading reading, CancellationToken ct) => WorkFields.FillAsync(reading, ct);

    public IEnumerable<CaseFileSource> CaseFileSources =>
        [
            new(
                "workReports",
                "cases.view",
                Rests: true,
                """
                SELECT r.valid_from, r.valid_to, NULL, NULL, r.court, NULL, NULL::uuid
                FROM work_hours.court_report r WHERE r.section_id IN (SELECT id FROM cases.section WHERE client_id = @client)
                """
            ),
        ];

    public override IEnumerable<Permission> Permissions => [new(Enter) { OfPeople = true }, new(Worth)];

    public override IEnumerable<ProcessType> ProcessTypes =>
        [
            Entered,
            Corrected,
            Placed,
            ConditionsChanged,
            ProfileChanged,
            HealthChanged,
            PlacementEnded,
            Scheduled,
            Rescheduled,
            Adjusted,
            TakenBack,
            AmountChanged,
            RepresentativeTold,
            AdultChosen,
            Reported,
        ];

    // A line of a host's file knows its client by the number of the case alone; the hours themselves are entries.
    public override IEnumerable<ErasureRule> Erasures =>
        [
            new("work_hours.sheet_import_line")
            {
                Delete = true,
                Where = "case_number IN (SELECT number FROM cases.client_case WHERE client_id = ANY (@clients))",
            },
        ];

    public override void Services(IServiceCollection services)
    {
        services.Configure<RouteOptions>(options => options.SetParameterPolicy<WorkPathConstraint>("work"));
        services.AddScoped<HoursJudge>();
        services.AddScoped<EnterHoursHandler>();
        services.AddScoped<CorrectHoursHandler>();
        services.AddScoped<PlacementBans>();
        services.AddScoped<Obligations.Conflicts.PlaceSource, PlacementPlaces>();
        services.AddScoped<PlaceClientHandler>();
        services.AddScoped<PlacementProposals>();
        services.AddScoped<SitePlaces>();
        services.AddScoped<WorkProfileHandler>();
        services.AddScoped<ScheduleFacts>();
        services.AddScoped<ScheduleHandler>();
        services.AddScoped<ScheduleCheck>();
        services.AddScoped<ShownSchedule>();
        services.AddScoped<AdjustHoursHandler>();
        services.AddScoped<Amounts.ChangeAmountHandler>();
        services.AddScoped<SheetReader>();
        services.AddScoped<Overview.WorkBeside>();
        services.AddScoped<WorthReader>();
        services.AddScoped<Need.PlacesNeed>();
        services.AddScoped<Children.ChildReader>();
        services.AddScoped<Children.ChildHandler>();
        services.AddScoped<Reporting.ReportWorkHandler>();
        services.AddScoped<SheetImporting>();
        services.AddScoped<OfficePlanReader>();
        services.AddSingleton<ScheduleRunner>();
        services.AddSingleton(new Plus.Web.Layout.MenuItem("workHours.need.title", "/work-hours/need", Enter, 52));
        services.AddSingleton(new Plus.Web.Layout.MenuItem("workHours.worth.title", "/work-hours/worth", Worth, 53));
    }

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new PlacementTable());
        model.ApplyConfiguration(new WorkProfileTable());
        model.ApplyConfiguration(new WorkHealthTable());
        model.ApplyConfiguration(new PlannedDayTable());
        model.ApplyConfiguration(new HoursAdjustmentTable());
        model.ApplyConfiguration(new AmountChangeTable());
        model.ApplyConfiguration(new AdultChoiceTable());
        model.ApplyConfiguration(new RepresentativeNoticeTable());
        model.ApplyConfiguration(new WorkReportTable());
        model.ApplyConfiguration(new SheetImportTable());
        model.ApplyConfiguration(new SheetImportLineTable());
        model.ApplyConfiguration(new ScheduleRunTable());
        model.ApplyConfiguration(new ScheduleRunLineTable());
    }

    public override void Endpoints(IEndpointRouteBuilder endpoints) => ScheduleCheckEndpoint.Map(endpoints);
}

using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Modules;
using Plus.Shared.Documents.Fields;
using Plus.Shared.WorkHours.Contract;
using Plus.Shared.WorkHours.Correcting;
using Plus.Shared.WorkHours.Entering;
using Plus.Shared.WorkHours.Fields;
using Plus.Shared.WorkHours.Placing;

namespace Plus.Shared.WorkHours;

/// <summary>Work imposed in hours: placement, entry by day within the legal limits, balance, corrections.</summary>
public sealed class WorkHoursModule : PlusModule, IFieldDoor
{
    /// <summary>Place clients, enter and correct hours.</summary>
    public const string Enter = "workHours.enter";

    public static readonly ProcessType Entered = new("workHours.entered", OnTimeline: true);
    public static readonly ProcessType Corrected = new("workHours.corrected", OnTimeline: true);
    public static readonly ProcessType Placed = new("workHours.placed", OnTimeline: true);
    public static readonly ProcessType ConditionsChanged = new("workHours.conditionsChanged", OnTimeline: true);

    public override string Code => "workHours";

    public IReadOnlyList<DocumentField> Fields => WorkFields.All;

    public Task FillAsync(FieldReading reading, CancellationToken ct) => WorkFields.FillAsync(reading, ct);

    public override IEnumerable<Permission> Permissions => [new(Enter) { OfPeople = true }];

    public override IEnumerable<ProcessType> ProcessTypes => [Entered, Corrected, Placed, ConditionsChanged];

    public override void Services(IServiceCollection services)
    {
        services.Configure<RouteOptions>(options => options.SetParameterPolicy<WorkPathConstraint>("work"));
        services.AddScoped<HoursJudge>();
        services.AddScoped<EnterHoursHandler>();
        services.AddScoped<CorrectHoursHandler>();
        services.AddScoped<PlaceClientHandler>();
        services.AddScoped<HostSearch>();
    }
}

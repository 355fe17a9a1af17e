using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Modules;
using Plus.Shared.Applications.Deciding;
using Plus.Shared.Applications.Fields;
using Plus.Shared.Applications.Following;
using Plus.Shared.Applications.Listing;
using Plus.Shared.Applications.Receiving;
using Plus.Shared.Applications.Records;
using Plus.Shared.Documents.Fields;
using Plus.Shared.Obligations.Conflicts;

namespace Plus.Shared.Applications;

/// <summary>What clients ask and tell: journeys, a new home, work or school; decisions on it and what comes of them.</summary>
public sealed class ApplicationsModule : PlusModule, IFieldDoor
{
    // Hours away from home that were granted point at them and stay, and what stays points at nothing that goes.
    public override IEnumerable<string> KeptAtHand => ["applications.*"];

    /// <summary>See applications and notices.</summary>
    public const string View = "applications.view";

    /// <summary>Take them in, decide and follow them.</summary>
    public const string Work = "applications.work";

    public override string Code => "applications";

    public IReadOnlyList<DocumentField> Fields => RequestFields.All;

    public Task FillAsync(FieldReading reading, CancellationToken ct) => RequestFields.FillAsync(reading, ct);

    public override IEnumerable<Permission> Permissions =>
        [new(View) { OfPeople = true, Reads = true }, new(Work) { OfPeople = true }];

    public override IEnumerable<ProcessType> ProcessTypes =>
        [
            ReceiveHandler.Received,
            DecideHandler.Decided,
            FollowRequestHandler.Served,
            FollowRequestHandler.Contested,
            FollowRequestHandler.ContestDecided,
            FollowRequestHandler.Happened,
            StayHandler.Stays,
        ];

    public override void Services(IServiceCollection services)
    {
        services.AddScoped<RequestReader>();
        services.AddScoped<RequestEffects>();
        services.AddScoped<ReceiveHandler>();
        services.AddScoped<DecideHandler>();
        services.AddScoped<FollowRequestHandler>();
        services.AddScoped<StayHandler>();
        services.AddScoped<PlaceSource, RequestPlaces>();
    }

    public override void Model(ModelBuilder model) => model.ApplyConfiguration(new ClientRequestTable());
}

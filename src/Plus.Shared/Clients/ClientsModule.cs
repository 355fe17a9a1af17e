using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Modules;
using Plus.Shared.Clients.CaseFile;
using Plus.Shared.Clients.Creating;
using Plus.Shared.Clients.Data;
using Plus.Shared.Clients.Data.Editing;
using Plus.Shared.Clients.Data.Overview;
using Plus.Shared.Clients.Duplicates;
using Plus.Shared.Clients.Erasing;
using Plus.Shared.Clients.Fields;
using Plus.Shared.Clients.Head;
using Plus.Shared.Clients.Meeting;
using Plus.Shared.Clients.Merging;
using Plus.Shared.Clients.Records;
using Plus.Shared.Clients.Search;
using Plus.Shared.Documents.Fields;
using Plus.Shared.Obligations.Conflicts;
using Plus.Web.Layout;

namespace Plus.Shared.Clients;

/// <summary>The people the Service works with, and the people around them.</summary>
public sealed class ClientsModule : PlusModule, IFieldDoor
{
    public override string Code => "clients";

    public IReadOnlyList<DocumentField> Fields => ClientFields.All;

    public Task FillAsync(FieldReading reading, CancellationToken ct) => ClientFields.FillAsync(reading, ct);

    public override IEnumerable<Permission> Permissions => ClientPermissions.All;

    public override IEnumerable<ProcessType> ProcessTypes => ClientProcesses.All;

    public override IEnumerable<NightlyJob> Jobs => [DuplicateDetection.Job];

    public override IEnumerable<ErasureRule> Erasures => ClientErasure.Rules;

    public override IEnumerable<string> KeptAtHand =>
        [
            "clients.client",
            "clients.client_name",
            "clients.client_identifier",
            "clients.must_not_meet",
            "clients.possible_duplicate",
        ];

    public override void Services(IServiceCollection services)
    {
        services.AddScoped<ClientSearch>();
        services.AddScoped<ClientHeadReader>();
        services.AddScoped<ClientHead>();
        services.AddScoped<FormCaseHandler>();
        services.AddScoped<ClientEditing>();
        services.AddScoped<MergeHandler>();
        services.AddScoped<ComparedRecords>();
        services.AddScoped<CreateClientHandler>();
        services.AddScoped<EndRowHandler>();
        services.AddScoped<MustNotMeetCheck>();
        services.AddScoped<PlaceSource, AddressPlaces>();
        services.AddScoped<EndMeetingHandler>();
        services.AddSingleton(new MenuItem("clients.search.menu", "/search", ClientPermissions.Search, 20));
        services.AddSingleton(
            new MenuItem("clients.merge.menu", "/clients/duplicates", ClientPermissions.Duplicates, 70)
        );
    }

    public override void Endpoints(IEndpointRouteBuilder endpoints)
    {
        SuggestEndpoint.Map(endpoints);
        FormCaseEndpoint.Map(endpoints);
    }

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new ClientTable());
        model.ApplyConfiguration(new ClientIdentifierTable());
        model.ApplyConfiguration(new ClientNameTable());
        model.ApplyConfiguration(new ClientAddressTable());
        model.ApplyConfiguration(new ClientReachTable());
        model.ApplyConfiguration(new RelatedPersonTable());
        model.ApplyConfiguration(new EarlierConvictionTable());
        model.ApplyConfiguration(new ClientHealthTable());
        model.ApplyConfiguration(new MustNotMeetTable());
        model.ApplyConfiguration(new PossibleDuplicateTable());
    }
}

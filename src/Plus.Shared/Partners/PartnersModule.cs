using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Modules;
using Plus.Shared.Partners.Contacts;
using Plus.Shared.Partners.Contracts;
using Plus.Shared.Partners.Editing;
using Plus.Shared.Partners.Figures;
using Plus.Shared.Partners.Hosts;
using Plus.Shared.Partners.Notes;
using Plus.Shared.Partners.Priorities;
using Plus.Shared.Partners.Records;
using Plus.Shared.Partners.Scans;
using Plus.Shared.Partners.Sites;
using Plus.Shared.Partners.Trainings;
using Plus.Shared.Statistics.Contract;
using Plus.Web.Layout;

namespace Plus.Shared.Partners;

/// <summary>Host employers and their contracts.</summary>
public sealed class PartnersModule : PlusModule, IFigureDoor
{
    /// <summary>See host employers.</summary>
    public const string View = "partners.view";

    /// <summary>Add host employers and contracts.</summary>
    public const string Edit = "partners.edit";

    /// <summary>Take out scans of contracts.</summary>
    public const string Scans = "partners.scans";

    public static readonly ProcessType HostAdded = new("partners.hostAdded");
    public static readonly ProcessType HostChanged = new("partners.hostChanged");
    public static readonly ProcessType ContractAdded = new("partners.contractAdded");
    public static readonly ProcessType ContractRenewed = new("partners.contractRenewed");
    public static readonly ProcessType ContractEnded = new("partners.contractEnded");
    public static readonly ProcessType ScanAdded = new("partners.scanAdded");
    public static readonly ProcessType ScanHandedOut = new("partners.scanHandedOut");
    public static readonly ProcessType SiteAdded = new("partners.siteAdded");
    public static readonly ProcessType SiteChanged = new("partners.siteChanged");
    public static readonly ProcessType WorkAdded = new("partners.workAdded");
    public static readonly ProcessType WorkEnded = new("partners.workEnded");
    public static readonly ProcessType ContactAdded = new("partners.contactAdded");
    public static readonly ProcessType ContactChanged = new("partners.contactChanged");
    public static readonly ProcessType TrainingAdded = new("partners.trainingAdded");
    public static readonly ProcessType NoteAdded = new("partners.noteAdded");
    public static readonly ProcessType PriorityAdded = new("partners.priorityAdded");
    public static readonly ProcessType PriorityEnded = new("partners.priorityEnded");

    public override string Code => "partners";

    public FigureContribution Figures => ContractFigures.Contribution;

    public override IEnumerable<Permission> Permissions => [new(View), new(Edit), new(Scans)];

    public override IEnumerable<ProcessType> ProcessTypes =>
        [
            HostAdded,
            HostChanged,
            ContractAdded,
            ContractRenewed,
            ContractEnded,
            ScanAdded,
            ScanHandedOut,
            SiteAdded,
            SiteChanged,
            WorkAdded,
            WorkEnded,
            ContactAdded,
            ContactChanged,
            TrainingAdded,
            NoteAdded,
            PriorityAdded,
            PriorityEnded,
        ];

    public override void Services(IServiceCollection services)
    {
        services.AddScoped<HostEditing>();
        services.AddScoped<TerritoryChoices>();
        services.AddScoped<HostHandler>();
        services.AddScoped<ContractHandler>();
        services.AddScoped<AddScanHandler>();
        services.AddScoped<SiteHandler>();
        services.AddScoped<ContactHandler>();
        services.AddScoped<TrainingHandler>();
        services.AddScoped<HostNoteHandler>();
        services.AddScoped<PriorityHandler>();
        services.AddSingleton(new MenuItem("partners.menu", "/partners", View, 50));
    }

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new HostEmployerTable());
        model.ApplyConfiguration(new HostContractTable());
        model.ApplyConfiguration(new ContractRenewalTable());
        model.ApplyConfiguration(new ContractScanTable());
        model.ApplyConfiguration(new HostSiteTable());
        model.ApplyConfiguration(new SiteWorkTable());
        model.ApplyConfiguration(new HostContactTable());
        model.ApplyConfiguration(new HostTrainingTable());
        model.ApplyConfiguration(new HostNoteTable());
        model.ApplyConfiguration(new PriorityWorkTable());
    }

    public override void Endpoints(IEndpointRouteBuilder endpoints) => ScanEndpoint.Map(endpoints);
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Modules;
using Plus.Shared.Organisation.Figures;
using Plus.Shared.Organisation.Offices;
using Plus.Shared.Organisation.Records;
using Plus.Shared.Organisation.Regions;
using Plus.Shared.Organisation.Territories;
using Plus.Shared.Statistics.Contract;
using Plus.Web.Layout;

namespace Plus.Shared.Organisation;

/// <summary>Regions, offices and territories, all dated.</summary>
public sealed class OrganisationModule : PlusModule, IFigureDoor
{
    public override string Code => "organisation";

    public FigureContribution Figures => UnitFigures.Contribution;

    /// <summary>See regions, offices and which territory belongs where.</summary>
    public const string View = "organisation.view";

    public const string Change = "organisation.change";

    public override IEnumerable<Permission> Permissions => [new(View), new(Change)];

    public override IEnumerable<ProcessType> ProcessTypes =>
        [
            AddOfficeHandler.Added,
            ChangeOfficeHandler.Renamed,
            ChangeOfficeHandler.Closed,
            AddRegionHandler.Added,
            ChangeRegionHandler.Renamed,
            ChangeRegionHandler.Closed,
            GiveTerritoryHandler.Given,
            GiveTerritoryHandler.Confirmed,
        ];

    public override void Services(IServiceCollection services)
    {
        services.AddScoped<AddOfficeHandler>();
        services.AddScoped<ChangeOfficeHandler>();
        services.AddScoped<AddRegionHandler>();
        services.AddScoped<ChangeRegionHandler>();
        services.AddScoped<GiveTerritoryHandler>();
        services.AddSingleton(new MenuItem("organisation.menu", "/organisation", View, 840));
    }

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new RegionTable());
        model.ApplyConfiguration(new OfficeTable());
        model.ApplyConfiguration(new TerritoryTable());
        model.ApplyConfiguration(new OfficeTerritoryTable());
    }
}

using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Modules;
using Plus.Shared.Organisation.Figures;
using Plus.Shared.Organisation.Records;
using Plus.Shared.Statistics.Contract;

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

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new RegionTable());
        model.ApplyConfiguration(new OfficeTable());
        model.ApplyConfiguration(new TerritoryTable());
        model.ApplyConfiguration(new OfficeTerritoryTable());
    }
}

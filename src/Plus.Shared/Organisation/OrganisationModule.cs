using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Modules;
using Plus.Shared.Organisation.Records;

namespace Plus.Shared.Organisation;

/// <summary>Regions, offices and territories, all dated.</summary>
public sealed class OrganisationModule : PlusModule
{
    public override string Code => "organisation";

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new RegionTable());
        model.ApplyConfiguration(new OfficeTable());
        model.ApplyConfiguration(new TerritoryTable());
        model.ApplyConfiguration(new OfficeTerritoryTable());
    }
}

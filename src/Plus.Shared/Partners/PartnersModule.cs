using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Modules;
using Plus.Shared.Partners.Figures;
using Plus.Shared.Partners.Hosts;
using Plus.Shared.Partners.Records;
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

    public static readonly ProcessType HostAdded = new("partners.hostAdded");
    public static readonly ProcessType ContractAdded = new("partners.contractAdded");

    public override string Code => "partners";

    public FigureContribution Figures => ContractFigures.Contribution;

    public override IEnumerable<Permission> Permissions => [new(View), new(Edit)];

    public override IEnumerable<ProcessType> ProcessTypes => [HostAdded, ContractAdded];

    public override void Services(IServiceCollection services)
    {
        services.AddScoped<HostHandler>();
        services.AddSingleton(new MenuItem("partners.menu", "/partners", View, 50));
    }

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new HostEmployerTable());
        model.ApplyConfiguration(new HostContractTable());
    }
}

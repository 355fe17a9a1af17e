using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Modules;
using Plus.Shared.Partners.Figures;
using Plus.Shared.Partners.Records;
using Plus.Shared.Statistics.Contract;

namespace Plus.Shared.Partners;

/// <summary>Host employers and their contracts.</summary>
public sealed class PartnersModule : PlusModule, IFigureDoor
{
    public override string Code => "partners";

    public FigureContribution Figures => ContractFigures.Contribution;

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new HostEmployerTable());
        model.ApplyConfiguration(new HostContractTable());
    }
}

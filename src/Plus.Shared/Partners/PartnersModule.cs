using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Modules;
using Plus.Shared.Partners.Records;

namespace Plus.Shared.Partners;

/// <summary>Host employers and their contracts.</summary>
public sealed class PartnersModule : PlusModule
{
    public override string Code => "partners";

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new HostEmployerTable());
        model.ApplyConfiguration(new HostContractTable());
    }
}

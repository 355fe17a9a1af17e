using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Modules;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Opening;
using Plus.Shared.Cases.Records;

namespace Plus.Shared.Cases;

/// <summary>One case for each client, its sections, their founding documents and who carries them out.</summary>
public sealed class CasesModule : PlusModule
{
    public override string Code => "cases";

    public override void Services(IServiceCollection services)
    {
        services.AddSingleton<FunctionDoors>();
        services.AddScoped<TerritorialCompetence>();
        services.AddScoped<CaseNumbers>();
        services.AddScoped<SectionOpening>();
    }

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new CaseTable());
        model.ApplyConfiguration(new BasisTable());
        model.ApplyConfiguration(new BasisOffenceTable());
        model.ApplyConfiguration(new SectionTable());
        model.ApplyConfiguration(new AssignmentTable());
        model.ApplyConfiguration(new SuspensionTable());
    }
}

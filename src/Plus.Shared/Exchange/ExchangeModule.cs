using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Audit;
using Plus.Kernel.Modules;
using Plus.Shared.Exchange.Records;
using Plus.Shared.Exchange.Running;
using Plus.Shared.Exchange.Taking;

namespace Plus.Shared.Exchange;

/// <summary>Messages from courts, prosecutors, prisons and the police.</summary>
public sealed class ExchangeModule : PlusModule
{
    public override string Code => "exchange";

    public override void Services(IServiceCollection services)
    {
        services.AddScoped<IntakeBatch>();
        services.AddScoped<IntakeRuns>();
        services.AddSingleton<IntakeRunner>();
    }

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new IntakeRunTable());
        model.ApplyConfiguration(new IntakeRunPartTable());
        model.ApplyConfiguration(new IntakeMessageTable());
    }

    public override IEnumerable<ProcessType> ProcessTypes => IntakeProcesses.All;
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Modules;
using Plus.Shared.Exchange.Deciding;
using Plus.Shared.Exchange.Mending;
using Plus.Shared.Exchange.Message;
using Plus.Shared.Exchange.Records;
using Plus.Shared.Exchange.Running;
using Plus.Shared.Exchange.Taking;
using Plus.Shared.Exchange.Uploading;
using Plus.Shared.Exchange.Watching;
using Plus.Web.Layout;

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
        services.TryAddSingleton(_ => IntakeFolders.In(null));
        services.AddSingleton<WatchedFolder>();
        services.AddSingleton<IntakeWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<IntakeWorker>());
        services.AddScoped<SettleHandler>();
        services.AddScoped<ChooseOfficeHandler>();
        services.AddScoped<OpenWithheldHandler>();
        services.AddScoped<DecideMatchHandler>();
        services.AddScoped<MendHandler>();
        services.AddSingleton(new MenuItem("exchange.menu", "/intake", IntakePermissions.View, 30));
    }

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new IntakeRunTable());
        model.ApplyConfiguration(new IntakeRunPartTable());
        model.ApplyConfiguration(new IntakeMessageTable());
    }

    public override IEnumerable<Permission> Permissions => IntakePermissions.All;

    public override IEnumerable<ProcessType> ProcessTypes => IntakeProcesses.All;
}

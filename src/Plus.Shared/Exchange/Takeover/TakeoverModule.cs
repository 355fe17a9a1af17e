using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Modules;
using Plus.Shared.Exchange.Takeover.Records;
using Plus.Shared.Exchange.Takeover.Running;
using Plus.Web.Layout;

namespace Plus.Shared.Exchange.Takeover;

/// <summary>Takes over what the system before PLUS knows.</summary>
public sealed class TakeoverModule : PlusModule
{
    public override string Code => "takeover";

    public override void Services(IServiceCollection services)
    {
        services.AddSingleton<TakeoverRunner>();
        services.AddSingleton(new MenuItem("takeover.menu", "/takeover", TakeoverPermissions.View, 95));
    }

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new TakeoverRunTable());
        model.ApplyConfiguration(new TakeoverFileMarkTable());
        model.ApplyConfiguration(new TakenRowTable());
        model.ApplyConfiguration(new QuarantinedRowTable());
        model.ApplyConfiguration(new TakeoverCountTable());
        model.ApplyConfiguration(new TakeoverSectionCountTable());
        model.ApplyConfiguration(new TakeoverMarkCountTable());
    }

    public override IEnumerable<Permission> Permissions => TakeoverPermissions.All;

    public override IEnumerable<ProcessType> ProcessTypes => TakeoverProcesses.All;
}

using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Modules;
using Plus.Shared.Audit.Looking;
using Plus.Web.Layout;

namespace Plus.Shared.Audit;

/// <summary>Who did and saw what: the view of the audit that the Kernel writes.</summary>
public sealed class AuditModule : PlusModule
{
    public const string View = "audit.view";

    public override string Code => "audit";

    public override IEnumerable<Permission> Permissions => [new(View) { Word = "audit" }];

    public override IEnumerable<ProcessType> ProcessTypes => [AuditPage.Looked];

    public override void Services(IServiceCollection services)
    {
        services.AddScoped<AuditTrail>();
        services.AddScoped<LastChange>();
        services.AddSingleton(new MenuItem("audit.menu", "/audit", View, 850));
    }
}

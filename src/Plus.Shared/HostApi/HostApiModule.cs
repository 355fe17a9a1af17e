using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Modules;
using Plus.Shared.HostApi.Keys;
using Plus.Shared.HostApi.Records;
using Plus.Shared.HostApi.Serving;

namespace Plus.Shared.HostApi;

/// <summary>The way in for host employers' own systems: schedules out, hours in, with a key of the host's own.</summary>
public sealed class HostApiModule : PlusModule
{
    /// <summary>Give and revoke keys of host systems.</summary>
    public const string Give = "hostApi.give";

    /// <summary>Call the interface; held by no role, only by a key.</summary>
    public const string Use = "hostApi.use";

    public static readonly ProcessType Given = new("hostApi.given");
    public static readonly ProcessType Revoked = new("hostApi.revoked");

    public override string Code => "hostApi";

    public override IEnumerable<Permission> Permissions => [new(Give), new(Use)];

    public override IEnumerable<ProcessType> ProcessTypes => [Given, Revoked];

    // Which call a key made is kept as long as the key, whatever became of the case.
    public override IEnumerable<string> KeptAtHand => ["host_api.*"];

    public override void Services(IServiceCollection services)
    {
        services.AddScoped<HostKeyHandler>();
        services.AddScoped<HostDays>();
        services.AddScoped<HostCalls>();
        services
            .AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, HostKeyAuthentication>(HostKeyAuthentication.Scheme, null);
    }

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new HostKeyTable());
        model.ApplyConfiguration(new HostCallTable());
    }

    public override void Endpoints(IEndpointRouteBuilder endpoints) => HostEndpoints.Map(endpoints);
}

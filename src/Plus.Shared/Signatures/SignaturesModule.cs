using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Kernel.Modules;
using Plus.Shared.Signatures.Signing;
using Plus.Shared.Signatures.Trust;
using Plus.Web.Layout;

namespace Plus.Shared.Signatures;

/// <summary>Electronic signatures: checking what comes in, signing what goes out (State Probation Service Law, art. 3.¹).</summary>
public sealed class SignaturesModule : PlusModule
{
    /// <summary>Check the signatures of a file that is in one's hands.</summary>
    public const string Check = "signatures.check";

    public override string Code => "signatures";

    public override IEnumerable<Permission> Permissions => [new(Check)];

    public override void Services(IServiceCollection services)
    {
        services.AddSingleton<TrustLists>();
        services.AddSingleton<SigningDoor>();
        services.AddSingleton(new MenuItem("signatures.menu", "/signatures", Check, 46));
    }
}

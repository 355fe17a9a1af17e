using Plus.Kernel.Access;
using Plus.Kernel.Modules;

namespace Plus.Shared.Audit;

/// <summary>Who did and saw what: the view of the audit that the Kernel writes.</summary>
public sealed class AuditModule : PlusModule
{
    public const string View = "audit.view";

    public override string Code => "audit";

    public override IEnumerable<Permission> Permissions => [new(View)];
}

using Microsoft.AspNetCore.Authorization;

namespace Plus.Kernel.Access;

/// <summary>
/// Names the one permission of a page or an endpoint. What names none is refused to everybody.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequiresPermissionAttribute : AuthorizeAttribute
{
    public const string PolicyPrefix = "permission:";

    public RequiresPermissionAttribute(string permission)
        : base(PolicyPrefix + permission)
    {
        Permission = permission;
    }

    /// <summary>The permission's code.</summary>
    public string Permission { get; }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace Plus.Kernel.Access;

/// <summary>
/// Turns <see cref="RequiresPermissionAttribute"/> into a policy. What carries no policy at all is refused: the
/// fallback lets nobody through, logged in or not.
/// </summary>
public sealed class PermissionPolicies(IOptions<AuthorizationOptions> options) : IAuthorizationPolicyProvider
{
    private readonly DefaultAuthorizationPolicyProvider _named = new(options);

    private static readonly AuthorizationPolicy DenyAll = new AuthorizationPolicyBuilder()
        .RequireAuthenticatedUser()
        .RequireAssertion(_ => false)
        .Build();

    public Task<AuthorizationPolicy?> GetPolicyAsync(string policyName)
    {
        if (!policyName.StartsWith(RequiresPermissionAttribute.PolicyPrefix, StringComparison.Ordinal))
        {
            return _named.GetPolicyAsync(policyName);
        }

        var permission = policyName[RequiresPermissionAttribute.PolicyPrefix.Length..];
        return Task.FromResult<AuthorizationPolicy?>(
            new AuthorizationPolicyBuilder()
                .RequireAuthenticatedUser()
                .AddRequirements(new PermissionRequirement(permission))
                .Build()
        );
    }

    public Task<AuthorizationPolicy?> GetFallbackPolicyAsync() => Task.FromResult<AuthorizationPolicy?>(DenyAll);

    public Task<AuthorizationPolicy> GetDefaultPolicyAsync() => Task.FromResult(DenyAll);

    /// <summary>Every logged-in person may use what is marked with it: home, own settings, log out.</summary>
    public const string Everyone = "staff.everyone";
}

/// <summary>The person must hold the permission, in whatever scope; queries narrow to the scope.</summary>
public sealed record PermissionRequirement(string Permission) : IAuthorizationRequirement;

/// <summary>Asks who acts in this request.</summary>
public sealed class PermissionHandler(StaffAccessor staff) : AuthorizationHandler<PermissionRequirement>
{
    protected override Task HandleRequirementAsync(
        AuthorizationHandlerContext context,
        PermissionRequirement requirement
    )
    {
        var allowed =
            requirement.Permission == PermissionPolicies.Everyone
                ? staff.Current.Id is not null
                : staff.Current.May(requirement.Permission);
        if (allowed)
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}

using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;

namespace Plus.Shared.Home;

/// <summary>The work to do today.</summary>
[RequiresPermission(PermissionPolicies.Everyone)]
internal sealed class HomePage : PageModel
{
    public void OnGet() { }
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Shared.Access.Sessions;
using Plus.Web.Errors;
using Plus.Web.Layout;

namespace Plus.Shared.Access.Passwords;

/// <summary>Change one's own password.</summary>
[RequiresPermission(PermissionPolicies.Everyone)]
internal sealed class ChangePasswordPage(ChangePasswordHandler handler, Flash flash) : PageModel
{
    [BindProperty]
    [Required]
    public string Old { get; set; } = "";

    [BindProperty]
    [Required]
    public string Password { get; set; } = "";

    [BindProperty]
    [Required]
    public string Again { get; set; } = "";

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return this.Unfinished();
        }

        var done = await handler.ChangeAsync(Old, Password, Again, ct);
        if (!done.Done)
        {
            return this.Refused(done.Refusal);
        }

        await HttpContext.SignInAsync(
            StaffSession.Scheme,
            StaffSession.PrincipalOf(done.Value, StaffSession.IsStrong(User))
        );
        flash.Success("access.changePassword.done");
        return LocalRedirect("/profile");
    }
}

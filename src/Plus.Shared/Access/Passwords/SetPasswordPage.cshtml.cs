using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Plus.Kernel.Results;
using Plus.Web.Errors;
using Plus.Web.Layout;

namespace Plus.Shared.Access.Passwords;

/// <summary>Set a password with a one-time link.</summary>
[AllowAnonymous]
[EnableRateLimiting("login")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class SetPasswordPage(PasswordLinks links, SetPasswordHandler handler, Flash flash) : PageModel
{
    [BindProperty]
    [Required]
    public string Password { get; set; } = "";

    [BindProperty]
    [Required]
    public string Again { get; set; } = "";

    /// <summary>Whose password it is; null when the link is worth nothing.</summary>
    public string? UserName { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        await ReadAsync(token, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct)
    {
        await ReadAsync(token, ct);
        if (!ModelState.IsValid)
        {
            return this.Unfinished();
        }

        var done = await handler.SetAsync(token, Password, Again, ct);
        if (!done.Done)
        {
            return done.Refusal.Kind == RefusalKind.NotFound ? Page() : this.Refused(done.Refusal);
        }

        flash.Success("access.setPassword.done");
        return LocalRedirect("/login");
    }

    private async Task ReadAsync(string token, CancellationToken ct)
    {
        var opened = await links.OpenAsync(token, ct);
        UserName = opened.Done ? opened.Value.Person.UserName : null;
        if (UserName is null)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
        }
    }
}

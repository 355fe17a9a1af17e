using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Plus.Shared.Access.SecondFactor;
using Plus.Shared.Access.Sessions;
using Plus.Shared.Access.SingleSignOn;
using Plus.Web.Errors;

namespace Plus.Shared.Access.Passkeys;

/// <summary>Where the answer of a device is judged; shown only when it is refused.</summary>
[AllowAnonymous]
[EnableRateLimiting("login")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class PasskeyLogInPage(PasskeyLogInHandler handler, HalfLogIn half, LogInWays ways) : PageModel
{
    [BindProperty]
    public string? Credential { get; set; }

    [BindProperty(Name = "back")]
    public string? Back { get; set; }

    public IActionResult OnGet() => LocalRedirect("/login");

    /// <summary>Asked by the script before the device is.</summary>
    public async Task<IActionResult> OnPostOptionsAsync(CancellationToken ct) =>
        ways.Local || half.Read(HttpContext) is not null
            ? Content(await handler.AskAsync(HttpContext, half.Read(HttpContext)?.Person, ct), "application/json")
            : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var person = half.Read(HttpContext)?.Person;
        if (!ways.Local && person is null)
        {
            return NotFound();
        }

        var here = StaffSessionMiddleware.IsLoopback(HttpContext.Connection.RemoteIpAddress);
        var done = await handler.LogInAsync(HttpContext, person, Credential, here, ct);
        if (!done.Done)
        {
            return this.Refused(done.Refusal);
        }

        HalfLogIn.Drop(HttpContext);
        await HttpContext.SignInAsync(StaffSession.Scheme, StaffSession.PrincipalOf(done.Value, strong: true));
        return LocalRedirect(Url.IsLocalUrl(Back) ? Back! : "/");
    }
}

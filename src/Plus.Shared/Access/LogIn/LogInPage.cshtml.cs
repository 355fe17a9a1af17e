using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Plus.Shared.Access.SecondFactor;
using Plus.Shared.Access.Sessions;
using Plus.Shared.Access.SingleSignOn;

namespace Plus.Shared.Access.LogIn;

/// <summary>Log in with user name and password.</summary>
[AllowAnonymous]
[EnableRateLimiting("login")]
[ResponseCache(NoStore = true)]
internal sealed class LogInPage(LogInHandler handler, HalfLogIn half, LogInWays ways) : PageModel
{
    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true, Name = "back")]
    public string? Back { get; set; }

    /// <summary>A form was sent after the session had ended; it waits as a draft.</summary>
    [BindProperty(SupportsGet = true, Name = "kept")]
    public bool Kept { get; set; }

    public LogInWays Ways => ways;

    public string SignOnHref => "/login/sso" + new QueryBuilder { { "back", Back ?? "/" } }.ToQueryString();

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ways.Local)
        {
            return NotFound();
        }

        if (string.IsNullOrWhiteSpace(UserName))
        {
            ModelState.AddModelError(nameof(UserName), "access.logIn.userNameMissing");
        }

        if (string.IsNullOrEmpty(Password))
        {
            ModelState.AddModelError(nameof(Password), "access.logIn.passwordMissing");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var here = StaffSessionMiddleware.IsLoopback(HttpContext.Connection.RemoteIpAddress);
        var person = await handler.LogInAsync(UserName!, Password!, here, ct);
        if (!person.Done)
        {
            ModelState.AddModelError(nameof(UserName), person.Refusal.TextKey);
            return Page();
        }

        if (person.Value.NeedsCode)
        {
            half.Keep(HttpContext, person.Value.Person);
            return LocalRedirect("/login/code" + new QueryBuilder { { "back", Back ?? "/" } }.ToQueryString());
        }

        await HttpContext.SignInAsync(
            StaffSession.Scheme,
            StaffSession.PrincipalOf(person.Value.Person, strong: false)
        );
        return LocalRedirect(Url.IsLocalUrl(Back) ? Back! : "/");
    }
}

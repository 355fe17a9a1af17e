using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Plus.Shared.Access.LogIn;
using Plus.Shared.Access.Sessions;
using Plus.Web.Errors;

namespace Plus.Shared.Access.SecondFactor;

/// <summary>The second step of logging in: the code of the authenticator, or one of the recovery paper.</summary>
[AllowAnonymous]
[EnableRateLimiting("login")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class CodePage(LogInHandler handler, HalfLogIn half) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true, Name = "back")]
    public string? Back { get; set; }

    public IActionResult OnGet() => half.Read(HttpContext) is null ? LocalRedirect("/login") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (half.Read(HttpContext) is not var (id, stamp))
        {
            return LocalRedirect("/login");
        }

        var person = await handler.CompleteAsync(id, stamp, Code, ct);
        if (!person.Done)
        {
            return person.Refusal is LogInRefused ? LocalRedirect("/login") : this.Refused(person.Refusal);
        }

        HalfLogIn.Drop(HttpContext);
        await HttpContext.SignInAsync(StaffSession.Scheme, StaffSession.PrincipalOf(person.Value, strong: true));
        return LocalRedirect(Url.IsLocalUrl(Back) ? Back! : "/");
    }
}

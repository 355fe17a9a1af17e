using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Access.LogIn;
using Plus.Shared.Access.Records;
using Plus.Shared.Access.Sessions;
using Plus.Web.Errors;

namespace Plus.Shared.Access.SecondFactor;

/// <summary>The second step of logging in: the code of the authenticator, or one of the recovery paper.</summary>
[AllowAnonymous]
[EnableRateLimiting("login")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class CodePage(LogInHandler handler, HalfLogIn half, PlusDb db) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true, Name = "back")]
    public string? Back { get; set; }

    public bool HasCode { get; private set; }

    public bool HasPasskey { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (half.Read(HttpContext) is not var (id, _))
        {
            return LocalRedirect("/login");
        }

        await LoadAsync(id, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (half.Read(HttpContext) is not var (id, stamp))
        {
            return LocalRedirect("/login");
        }

        var person = await handler.CompleteAsync(id, stamp, Code, ct);
        if (!person.Done)
        {
            await LoadAsync(id, ct);
            return person.Refusal is LogInRefused ? LocalRedirect("/login") : this.Refused(person.Refusal);
        }

        HalfLogIn.Drop(HttpContext);
        await HttpContext.SignInAsync(StaffSession.Scheme, StaffSession.PrincipalOf(person.Value, strong: true));
        return LocalRedirect(Url.IsLocalUrl(Back) ? Back! : "/");
    }

    private async Task LoadAsync(StaffId id, CancellationToken ct)
    {
        HasCode = await db.Set<Records.SecondFactor>().AnyAsync(f => f.StaffId == id, ct);
        HasPasskey = await db.Set<Passkey>().AnyAsync(p => p.StaffId == id, ct);
    }
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Plus.Kernel.Results;
using Plus.Shared.Cases.Editing;
using Plus.Shared.HostPages.Giving;
using Plus.Shared.HostPages.SigningOn;
using Plus.Web.Language;

namespace Plus.Shared.HostPages.Entering;

/// <summary>Opens the link of a contact person with the code that was told apart from it; once.</summary>
[AllowAnonymous]
[EnableRateLimiting("login")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class EnterHostWorkPage(GiveAccessHandler handler, HostSignOn signOn, Texts texts) : PageModel
{
    [BindProperty]
    public HostCodeInput Input { get; set; } = new();

    public bool Opens { get; private set; }

    public bool ByProvider => signOn.Offered;

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        await ReadAsync(token, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            var done = await handler.OpenAsync(token, Input.Code!.Trim(), ct);
            if (done.Done)
            {
                await HttpContext.SignInAsync(
                    HostSession.Scheme,
                    HostSession.Principal(done.Value),
                    new AuthenticationProperties { IsPersistent = true }
                );
                return LocalRedirect(HostSession.Root);
            }

            if (done.Refusal.Kind != RefusalKind.NotFound)
            {
                ModelState.AddModelError("Input.Code", LawWords.Of(texts, done.Refusal));
            }
        }

        await ReadAsync(token, ct);
        return Page();
    }

    private async Task ReadAsync(string token, CancellationToken ct)
    {
        Opens = await handler.OpensAsync(token, ct);
        if (!Opens)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
        }
    }
}

/// <summary>What the form asks.</summary>
internal sealed class HostCodeInput
{
    [Required(ErrorMessage = "hostPages.enter.codeMissing")]
    [StringLength(12)]
    public string? Code { get; set; }
}

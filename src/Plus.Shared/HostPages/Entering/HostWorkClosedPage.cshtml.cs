using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Shared.HostPages.SigningOn;

namespace Plus.Shared.HostPages.Entering;

/// <summary>Says that the access is not open any more, and whom to ask; leads to the provider where there is one.</summary>
[AllowAnonymous]
internal sealed class HostWorkClosedPage(HostSignOn signOn) : PageModel
{
    public bool ByProvider => signOn.Offered;

    // It stands in the place of a page that does not open, and answers as such.
    public void OnGet() => Response.StatusCode = StatusCodes.Status410Gone;
}

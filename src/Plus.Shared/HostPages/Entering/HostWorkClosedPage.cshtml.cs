using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Shared.HostPages.SigningOn;

namespace Plus.Shared.HostPages.Entering;

/// <summary>Says that the access is not open any more, and whom to ask; leads to the provider where there is one.</summary>
[AllowAnonymous]
internal sealed class HostWorkClosedPage(HostSignOn signOn) : PageModel
{
    public bool ByProvider => signOn.Offered;

    public void OnGet() { }
}

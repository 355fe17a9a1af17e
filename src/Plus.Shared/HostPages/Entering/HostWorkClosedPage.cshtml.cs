using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Plus.Shared.HostPages.Entering;

/// <summary>Says that the access is not open any more, and whom to ask.</summary>
[AllowAnonymous]
internal sealed class HostWorkClosedPage : PageModel
{
    public void OnGet() { }
}

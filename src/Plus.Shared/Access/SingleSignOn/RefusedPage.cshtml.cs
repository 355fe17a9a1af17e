using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Storage;

namespace Plus.Shared.Access.SingleSignOn;

/// <summary>The provider let somebody in whom PLUS does not, or the log-in there failed.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true)]
internal sealed class RefusedPage : PageModel
{
    /// <summary>A code of <see cref="SignOnRefusal"/>.</summary>
    public string Why { get; private set; } = "failed";

    public IActionResult OnGet(string? why)
    {
        var known = Enum.GetValues<SignOnRefusal>().Select(r => CodeConversion.CodeOf(r));
        Why = known.FirstOrDefault(k => k == why) ?? Why;
        return Page();
    }
}

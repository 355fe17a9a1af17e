using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Storage;

namespace Plus.Shared.HostPages.SigningOn;

/// <summary>The provider let a contact person in whom PLUS does not, or the log-in there failed.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class HostRefusedPage : PageModel
{
    /// <summary>A code of <see cref="HostSignOnRefusal"/>.</summary>
    public string Why { get; private set; } = "failed";

    public void OnGet(string? why)
    {
        var known = Enum.GetValues<HostSignOnRefusal>().Select(r => CodeConversion.CodeOf(r));
        Why = known.FirstOrDefault(k => k == why) ?? Why;
    }
}

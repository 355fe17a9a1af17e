using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Kernel.Time;
using Plus.Shared.Signatures.Checking;
using Plus.Shared.Signatures.Trust;

namespace Plus.Shared.Signatures.CheckFile;

/// <summary>Says in words what the signatures of a file are worth. The file is not kept.</summary>
[RequiresPermission(SignaturesModule.Check)]
internal sealed class CheckFilePage(TrustLists trust, PlusClock clock) : PageModel
{
    [BindProperty]
    public IFormFile? Sent { get; set; }

    public SignatureReport? Report { get; private set; }

    /// <summary>Without a trust list nothing can be valid; whoever reads the answer must know.</summary>
    public bool TrustsNobody => trust.Current.Anchors.Count == 0;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Sent is not { Length: > 0 })
        {
            ModelState.AddModelError(nameof(Sent), "signatures.check.fileMissing");
            return Page();
        }

        using var bytes = new MemoryStream();
        await Sent.CopyToAsync(bytes, ct);
        Report = SignatureCheck.Check(bytes.ToArray(), trust.Current, clock.Now);
        return Page();
    }
}

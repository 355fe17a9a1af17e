using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Shared.Exchange.Running;
using Plus.Shared.Exchange.Worklist;
using Plus.Web.Language;
using Plus.Web.Layout;

namespace Plus.Shared.Exchange.Uploading;

/// <summary>Sends a file of messages in; it is worked on in the background.</summary>
[RequiresPermission(IntakePermissions.Upload)]
[RequestSizeLimit(2L << 30)]
[RequestFormLimits(MultipartBodyLengthLimit = 2L << 30)]
internal sealed class UploadPage(
    IntakeRuns runs,
    IntakeWorker worker,
    IntakeFolders folders,
    PageHead head,
    Texts texts
) : PageModel
{
    [BindProperty]
    public IFormFile? Messages { get; set; }

    public void OnGet() => IntakeMenu.Show(head, texts, texts["exchange.upload.title"], "upload");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Messages is not { Length: > 0 })
        {
            OnGet();
            ModelState.AddModelError(nameof(Messages), "exchange.upload.missing");
            return Page();
        }

        Directory.CreateDirectory(folders.Store);
        // The sender's name of the file may hold a person's name; it is not kept.
        var path = Path.Combine(folders.Store, $"{Guid.CreateVersion7():N}.jsonl");
        await using (var stored = System.IO.File.Create(path))
        {
            await Messages.CopyToAsync(stored, ct);
        }

        var run = await runs.BeginAsync("upload", path, ct);
        worker.Call();
        return LocalRedirect($"/intake/runs/{run.Id}");
    }
}

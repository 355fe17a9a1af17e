using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Shared.Archive;
using Plus.Shared.Archive.Reading;
using Plus.Shared.CaseFiles.Redacting;
using Plus.Shared.Clients.Head;
using Plus.Shared.Documents.Printing;
using Plus.Web.Errors;
using Plus.Web.Layout;

namespace Plus.Shared.CaseFiles.Reading;

/// <summary>The whole case with its table of contents, also while it rests in the archive; from there it is brought back.</summary>
[RequiresPermission(CaseFilesModule.View)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class CaseFilePage(
    ClientHead head,
    CaseFileReader reader,
    CaseFileWords words,
    BringBackHandler bringBack,
    StaffAccessor staff,
    ViewLog views,
    Flash flash
) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "archive.bringBack.reasonMissing")]
    [StringLength(2000)]
    public string? Reason { get; set; }

    public ClientFacts Client { get; private set; } = null!;

    public CaseFile Whole { get; private set; } = null!;

    public IReadOnlyList<PrintedPart> Parts { get; private set; } = [];

    public bool MayExport => staff.Current.May(CaseFilesModule.Export);

    public bool MayBringBack => Whole.ArchivedAt is not null && staff.Current.May(ArchiveModule.BringBack);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) =>
        await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostBringBackAsync(Guid id, CancellationToken ct)
    {
        if (!staff.Current.May(ArchiveModule.BringBack))
        {
            return Forbid();
        }

        if (!ModelState.IsValid)
        {
            return await LoadAsync(id, ct) ? this.Unfinished() : NotFound();
        }

        var done = await bringBack.ReturnAsync(new ClientId(id), Reason!.Trim(), ct);
        if (!done.Done)
        {
            return NotFound();
        }

        flash.Success("archive.bringBack.done");
        return LocalRedirect($"/clients/{id}/file");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await head.ShowAsync(new ClientId(id), CaseFilesModule.View, "file", ct) is not { } client)
        {
            return false;
        }

        await views.ConsultAsync(CaseFilesModule.View, client.Id, ct: ct);
        Client = client;
        Whole = await reader.ReadAsync(client.Id, ct);
        Parts = words.Parts(Whole, Redaction.None);
        return true;
    }
}

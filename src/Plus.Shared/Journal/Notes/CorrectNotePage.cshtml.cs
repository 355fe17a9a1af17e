using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Shared.Clients.Head;
using Plus.Shared.Journal.Records;
using Plus.Web.Journeys;
using Plus.Web.Layout;

namespace Plus.Shared.Journal.Notes;

/// <summary>Corrects a note by a new one; the old one stays and says that it was corrected.</summary>
[RequiresPermission(JournalPermissions.Write)]
[KeepsDraft("journal.correction", Subject = "note")]
internal sealed class CorrectNotePage(ClientHead head, NoteHandler handler, ViewLog views, Flash flash) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "journal.note.dayMissing")]
    public DateOnly? OnDay { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "journal.note.textMissing")]
    [StringLength(20_000)]
    public string Text { get; set; } = "";

    public JournalEntry Note { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid note, CancellationToken ct)
    {
        var shown = await ShowAsync(id, note, ct);
        if (Note is not null)
        {
            (OnDay, Text) = (Note.OnDay, Note.Text);
        }

        return shown;
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid note, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync(id, note, ct);
        }

        var input = new NoteInput(OnDay!.Value, Text, null, "note");
        var outcome = await handler.CorrectAsync(new ClientId(id), note, input, ct);
        if (outcome.Done)
        {
            flash.Success("journal.note.correctionWritten");
            return LocalRedirect($"/clients/{id}/timeline");
        }

        if (outcome.Refusal.Kind == RefusalKind.NotFound)
        {
            return NotFound();
        }

        ModelState.AddModelError(outcome.Refusal.Field ?? nameof(Text), outcome.Refusal.TextKey);
        return await ShowAsync(id, note, ct);
    }

    private async Task<IActionResult> ShowAsync(Guid id, Guid note, CancellationToken ct)
    {
        var client = await head.ShowAsync(new ClientId(id), JournalPermissions.Write, "timeline", ct);
        if (client is null || await handler.FindAsync(client.Id, note, ct) is not { } found)
        {
            return NotFound();
        }

        Note = found;
        await views.ConsultAsync(JournalPermissions.Write, client.Id, ct: ct);
        return Page();
    }
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Time;
using Plus.Shared.Clients.Head;
using Plus.Web.Controls;
using Plus.Web.Journeys;
using Plus.Web.Language;
using Plus.Web.Layout;

namespace Plus.Shared.Journal.Notes;

/// <summary>A new note in the client's journal.</summary>
[RequiresPermission(JournalPermissions.Write)]
[KeepsDraft("journal.note", Subject = "id")]
internal sealed class WriteNotePage(
    ClientHead head,
    NoteHandler handler,
    ViewLog views,
    Flash flash,
    Texts texts,
    PlusClock clock
) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "journal.note.dayMissing")]
    public DateOnly? OnDay { get; set; }

    [BindProperty]
    public string Kind { get; set; } = "note";

    [BindProperty]
    public Guid? Section { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "journal.note.textMissing")]
    [StringLength(20_000)]
    public string Text { get; set; } = "";

    public ClientFacts Client { get; private set; } = null!;

    public IEnumerable<Choice> Kinds => NoteHandler.Kinds.Select(k => new Choice(k, texts["journal.note.kind." + k]));

    public IEnumerable<Choice> Sections =>
        Client.Sections.Select(s => new Choice(
            s.Id.ToString(),
            $"{texts["law.measure." + s.Measure]}, {s.BasisNumber}"
        ));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        OnDay = clock.Today;
        return await ShowAsync(id, ct);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync(id, ct);
        }

        var input = new NoteInput(OnDay!.Value, Text, Section is { } s ? new SectionId(s) : null, Kind);
        var outcome = await handler.WriteAsync(new ClientId(id), input, ct);
        if (outcome.Done)
        {
            flash.Success("journal.note.written");
            return LocalRedirect($"/clients/{id}/timeline");
        }

        ModelState.AddModelError(outcome.Refusal.Field ?? "", outcome.Refusal.TextKey);
        return await ShowAsync(id, ct);
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken ct)
    {
        if (await head.ShowAsync(new ClientId(id), JournalPermissions.Write, "timeline", ct) is not { } client)
        {
            return NotFound();
        }

        Client = client;
        await views.ConsultAsync(JournalPermissions.Write, client.Id, ct: ct);
        return Page();
    }
}

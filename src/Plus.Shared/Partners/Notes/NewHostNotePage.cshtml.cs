using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Partners.Editing;
using Plus.Shared.Partners.Records;
using Plus.Web.Controls;
using Plus.Web.Journeys;
using Plus.Web.Layout;

namespace Plus.Shared.Partners.Notes;

/// <summary>Writes down how working with a host employer goes.</summary>
[RequiresPermission(PartnersModule.Edit)]
[KeepsDraft("partners.note.new", Subject = "id")]
internal sealed class NewHostNotePage(
    PlusDb db,
    HostEditing editing,
    HostNoteHandler handler,
    PlusClock clock,
    PageHead head
) : HostFormPage(db, editing, head)
{
    [BindProperty]
    public HostNoteInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Kinds => [.. HostNote.Kinds.Select(k => new Choice(k, T["partners.note.kind." + k]))];

    protected override string TitleKey => "partners.note.add";

    public override Task<IActionResult> OnGetAsync()
    {
        Input.OnDay = clock.Today;
        return ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!HostNote.Kinds.Contains(Input.Kind))
        {
            ModelState.AddModelError("Input.Kind", "partners.note.kindMissing");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.AddAsync(HostId, Input.Kind!, Input.OnDay!.Value, Input.Text!, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("partners.note.added");
        return LocalRedirect(Href);
    }
}

/// <summary>What the form asks.</summary>
internal sealed class HostNoteInput
{
    public string? Kind { get; set; }

    [Required(ErrorMessage = "partners.note.dayMissing")]
    public DateOnly? OnDay { get; set; }

    [Required(ErrorMessage = "partners.note.textMissing")]
    [StringLength(4000)]
    public string? Text { get; set; }
}

/// <summary>A note is of today or before.</summary>
public sealed record NoteIsToCome() : Refusal("partners.refusal.noteToCome")
{
    public override string? Field => "OnDay";
}

/// <summary>Writes notes about host employers.</summary>
internal sealed class HostNoteHandler(PlusDb db, HostEditing editing, StaffAccessor staff, PlusClock clock)
{
    public async Task<Outcome<Unit>> AddAsync(
        HostEmployerId host,
        string kind,
        DateOnly onDay,
        string text,
        CancellationToken ct
    )
    {
        if (await editing.FindAsync(host, ct) is null)
        {
            return new NoSuchRecord();
        }

        if (onDay > clock.Today)
        {
            return new NoteIsToCome();
        }

        db.Add(new HostNote(host, kind, onDay, text.Trim(), staff.Current.Id));
        return await editing.CommitAsync(host, PartnersModule.NoteAdded, ct, onDay);
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Shared.Access.Records;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Documents.LifeCycle;
using Plus.Shared.Documents.Overview;
using Plus.Shared.Documents.Records;

namespace Plus.Shared.Documents.InPlace;

/// <summary>What word processors saved and what could not become a version: look at it, take it, throw it away.</summary>
[RequiresPermission(DocumentPermissions.Work)]
internal sealed class RecoveredPage(PlusDb db, DocumentHead heading, RecoveredSaves saves) : SectionFormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public DocumentView View { get; private set; } = null!;

    public IReadOnlyList<RecoveredLine> Lines { get; private set; } = [];

    public bool IsOpen => DocumentLifeCycle.IsOpen(View.Document.State);

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync(Guid save, string? what)
    {
        var isTaken = what == "take";
        var done =
            isTaken ? await saves.TakeAsync(Id, save, Ct)
            : what == "drop" ? await saves.DropAsync(Id, save, Ct)
            : new NoSuchRecord();
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success(isTaken ? "documents.recovered.taken" : "documents.recovered.dropped");
        return LocalRedirect($"/documents/{Id}");
    }

    protected override async Task<bool> LoadAsync()
    {
        if (await heading.ShowAsync(Id, DocumentPermissions.Work, T["documents.recovered.title"], Ct) is not { } view)
        {
            return false;
        }

        View = view;
        Lines = await (
            from save in db.Set<RecoveredSave>().AsNoTracking()
            join person in db.Set<Staff>() on save.SavedBy equals person.Id
            where save.DocumentId == Id && save.SettledAt == null
            orderby save.SavedAt descending, save.Id descending
            select new RecoveredLine(save.Id, person.GivenName + " " + person.Surname, save.SavedAt, save.Reason)
        ).ToListAsync(Ct);
        return true;
    }
}

/// <summary>A recovered save as the page shows it.</summary>
internal sealed record RecoveredLine(Guid Id, string Who, DateTimeOffset SavedAt, RecoveredReason Reason);

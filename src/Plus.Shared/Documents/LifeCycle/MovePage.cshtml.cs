using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Documents.Numbering;
using Plus.Shared.Documents.Overview;
using Plus.Shared.Documents.Records;
using Plus.Web.Controls;
using Plus.Web.Journeys;

namespace Plus.Shared.Documents.LifeCycle;

/// <summary>Takes a document a step further or back. Which steps are open the life cycle says, for each person.</summary>
[RequiresPermission(DocumentPermissions.View)]
[KeepsDraft("documents.move", Subject = "id")]
internal sealed class MovePage(
    DocumentHead heading,
    MoveDocumentHandler handler,
    DocumentPeople people,
    SeriesChoices series,
    StaffAccessor staff
) : SectionFormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Code of the state to go to: of the address, and of the form.</summary>
    [BindProperty(SupportsGet = true, Name = "to")]
    public string? Wanted { get; set; }

    [BindProperty]
    public string? Target { get; set; }

    [BindProperty]
    public MoveInput Input { get; set; } = new();

    public DocumentView View { get; private set; } = null!;

    public DocumentState To { get; private set; }

    public IReadOnlyList<Choice> People { get; private set; } = [];

    public IReadOnlyList<Choice> Series { get; private set; } = [];

    public bool AsksWhy =>
        To == DocumentState.Annulled
        || (To == DocumentState.Draft && View.Document.State is DocumentState.ToBeAgreed or DocumentState.ToBeSigned);

    public string Step =>
        T[
            To == DocumentState.Draft && View.Document.State != DocumentState.Agreed
                ? "documents.act.return"
                : "documents.act." + CodeConversion.CodeOf(To)
        ];

    protected override uint StoredVersion => View.Document.Version;

    protected override (ClientId? Client, Guid Record) Edited => (View.Document.ClientId, Id);

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        Input.Nomenclature = View.Document.NomenclatureId;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (StateOf(Target ?? Wanted) is not { } to)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.MoveAsync(
            Id,
            new DocumentMove(
                to,
                Input.Person is { } person ? new StaffId(person) : null,
                Input.Reason,
                Input.Nomenclature,
                Version
            ),
            Ct
        );
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("documents.moved." + CodeConversion.CodeOf(to));
        return LocalRedirect($"/documents/{Id}");
    }

    protected override async Task<bool> LoadAsync()
    {
        if (
            StateOf(Target ?? Wanted) is not { } to
            || await heading.ShowAsync(Id, DocumentPermissions.View, T["documents.move.title"], Ct) is not { } view
        )
        {
            return false;
        }

        (To, View) = (to, view);
        var permission = DocumentLifeCycle.Permissions(view.Document.State, to).FirstOrDefault(staff.Current.May);
        if (permission is null && Input.Reason is null && ModelState.IsValid)
        {
            return false;
        }

        if (to is DocumentState.ToBeAgreed or DocumentState.ToBeSigned)
        {
            var wanted = to == DocumentState.ToBeSigned ? DocumentPermissions.Sign : DocumentPermissions.Agree;
            var who = await people.WhoMayAsync(wanted, view.Document.ClientId, Ct);
            People =
            [
                .. who.Where(p => to == DocumentState.ToBeSigned || p.Id != view.Document.MadeBy)
                    .Select(p => new Choice(p.Id.ToString(), p.Name)),
            ];
            Series = await series.ReadAsync(T, Ct);
        }

        return true;
    }

    private static DocumentState? StateOf(string? code) =>
        Enum.GetValues<DocumentState>()
            .Cast<DocumentState?>()
            .FirstOrDefault(s =>
                CodeConversion.CodeOf(s!.Value) == code && s is not (DocumentState.Signed or DocumentState.Sent)
            );
}

/// <summary>What the form asks.</summary>
internal sealed class MoveInput
{
    public Guid? Person { get; set; }

    public Guid? Nomenclature { get; set; }

    [StringLength(1000)]
    public string? Reason { get; set; }
}

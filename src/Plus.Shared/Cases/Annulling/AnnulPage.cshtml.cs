using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Sections;
using Plus.Web.Journeys;
using Plus.Web.Layout;

namespace Plus.Shared.Cases.Annulling;

/// <summary>Annuls a section registered in error, with a reason.</summary>
[RequiresPermission(CasePermissions.Annul)]
[KeepsDraft("cases.annul", Subject = "id")]
internal sealed class AnnulPage(
    SectionReader reader,
    AnnulSectionHandler handler,
    FunctionDoors doors,
    ViewLog views,
    SectionHead heading
) : SectionFormPage
{
    [BindProperty]
    public AnnulInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public SectionView View { get; private set; } = null!;

    protected override uint StoredVersion => View.Section.Version;

    protected override (ClientId? Client, Guid Record) Edited => (View.Client.Id, View.Section.Id.Value);

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.HandleAsync(new SectionId(Id), Input.Reason!, Version, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("cases.annul.done");
        return await LoadAsync()
            ? LocalRedirect(doors.OfCode(View.Section.Function).SectionHref(View.Section.Id))
            : LocalRedirect("/");
    }

    protected override async Task<bool> LoadAsync()
    {
        var id = new SectionId(Id);
        if (await reader.FindAsync(id, CasePermissions.Annul, Ct) is not { } view)
        {
            return false;
        }

        await views.ConsultAsync(CasePermissions.Annul, view.Client.Id, id, Ct);
        View = view;
        await heading.ShowAsync(view, T["cases.annul.title"], Ct);
        return true;
    }
}

/// <summary>What the form asks.</summary>
internal sealed class AnnulInput
{
    [Required(ErrorMessage = "cases.refusal.reasonMissing")]
    [StringLength(2000)]
    public string? Reason { get; set; }
}

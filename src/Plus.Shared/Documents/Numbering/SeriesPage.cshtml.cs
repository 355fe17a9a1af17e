using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Documents.Records;

namespace Plus.Shared.Documents.Numbering;

/// <summary>Renames a series, which confirms it, or ends it.</summary>
[RequiresPermission(DocumentPermissions.Nomenclature)]
internal sealed class SeriesPage(PlusDb db, NomenclatureHandler handler) : SectionFormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public SeriesInput Input { get; set; } = new();

    public Nomenclature Series { get; private set; } = null!;

    protected override uint StoredVersion => Series.Version;

    protected override (ClientId? Client, Guid Record) Edited => (null, Id);

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        ShowSaved();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.ChangeAsync(Id, Input.TitleLv!, Input.TitleEn!, Input.To, Version, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("documents.nomenclature.saved");
        return LocalRedirect("/documents/nomenclature");
    }

    protected override void ShowSaved() =>
        (Input.TitleLv, Input.TitleEn, Input.To) = (Series.TitleLv, Series.TitleEn, Series.To);

    protected override async Task<bool> LoadAsync()
    {
        var series = await db.Set<Nomenclature>().AsNoTracking().SingleOrDefaultAsync(n => n.Id == Id, Ct);
        Series = series!;
        return series is not null;
    }
}

/// <summary>What the form asks.</summary>
internal sealed class SeriesInput
{
    [Required(ErrorMessage = "documents.nomenclature.titleMissing")]
    [StringLength(300)]
    public string? TitleLv { get; set; }

    [Required(ErrorMessage = "documents.nomenclature.titleMissing")]
    [StringLength(300)]
    public string? TitleEn { get; set; }

    public DateOnly? To { get; set; }
}

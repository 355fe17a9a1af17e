using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Documents.Records;
using Plus.Web.Language;

namespace Plus.Shared.Documents.Numbering;

/// <summary>The series of the nomenclature with the last number given this year; a further one is added here.</summary>
[RequiresPermission(DocumentPermissions.Nomenclature)]
internal sealed class NomenclaturePage(PlusDb db, NomenclatureHandler handler, PlusClock clock) : SectionFormPage
{
    [BindProperty]
    public NewSeriesInput Input { get; set; } = new();

    public IReadOnlyList<SeriesLine> Lines { get; private set; } = [];

    public string TitleOf(Nomenclature series) => T.Language == PageLanguage.Latvian ? series.TitleLv : series.TitleEn;

    public Task<IActionResult> OnGetAsync()
    {
        Input.From = clock.Today;
        return ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.AddAsync(Input.Mark!, Input.TitleLv!, Input.TitleEn!, Input.From!.Value, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("documents.nomenclature.added");
        return LocalRedirect("/documents/nomenclature");
    }

    protected override async Task<bool> LoadAsync()
    {
        var year = clock.Today.Year;
        Lines = await db.Set<Nomenclature>()
            .AsNoTracking()
            .OrderBy(n => n.Mark)
            .Select(n => new SeriesLine(
                n,
                db.Set<NumberSeries>()
                    .Where(s => s.NomenclatureId == n.Id && s.Year == year)
                    .Select(s => s.Last)
                    .FirstOrDefault()
            ))
            .ToListAsync(Ct);
        return true;
    }
}

/// <summary>A series with the last number given in it this year.</summary>
internal sealed record SeriesLine(Nomenclature Series, int Last);

/// <summary>What the form asks.</summary>
internal sealed class NewSeriesInput
{
    [Required(ErrorMessage = "documents.nomenclature.markMissing")]
    [RegularExpression(@"\s*[0-9A-Za-z]+([.-][0-9A-Za-z]+)*\s*", ErrorMessage = "documents.nomenclature.markWrong")]
    [StringLength(20)]
    public string? Mark { get; set; }

    [Required(ErrorMessage = "documents.nomenclature.titleMissing")]
    [StringLength(300)]
    public string? TitleLv { get; set; }

    [Required(ErrorMessage = "documents.nomenclature.titleMissing")]
    [StringLength(300)]
    public string? TitleEn { get; set; }

    [Required(ErrorMessage = "documents.nomenclature.dayMissing")]
    public DateOnly? From { get; set; }
}

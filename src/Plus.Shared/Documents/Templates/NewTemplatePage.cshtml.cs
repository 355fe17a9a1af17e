using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Results;
using Plus.Kernel.Time;
using Plus.Law.Sections;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Documents.LifeCycle;
using Plus.Shared.Documents.Making;
using Plus.Shared.Documents.Merging;
using Plus.Shared.Documents.Numbering;
using Plus.Shared.Documents.Versions;
using Plus.Web.Controls;
using Plus.Web.Journeys;

namespace Plus.Shared.Documents.Templates;

/// <summary>A new template with its first version, which a second person approves.</summary>
[RequiresPermission(DocumentPermissions.Templates)]
[KeepsDraft("documents.template")]
internal sealed class NewTemplatePage(
    TemplateHandler handler,
    FunctionDoors doors,
    SeriesChoices series,
    PlusClock clock
) : SectionFormPage
{
    [BindProperty]
    public NewTemplateInput Input { get; set; } = new();

    [BindProperty]
    public IFormFile? Sent { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    public IReadOnlyList<TemplateFinding> Findings { get; private set; } = [];

    public IReadOnlyList<Choice> Series { get; private set; } = [];

    public IReadOnlyList<Choice> Kinds =>
        [.. AddDocumentHandler.Kinds.Select(k => new Choice(k, T["documents.kind." + k]))];

    public IReadOnlyList<Choice> Steps =>
        [.. TemplateHandler.Steps.Select(s => new Choice(s, T["documents.step." + s]))];

    public IReadOnlyList<Choice> Functions =>
        [.. doors.All.Select(d => new Choice(d.Function.Code(), T["law.function." + d.Function.Code()]))];

    public IReadOnlyList<Choice> Languages =>
        [new("lv", T["documents.language.lv"]), new("en", T["documents.language.en"])];

    public IReadOnlyList<Choice> Recipients =>
        [.. RecipientKinds.All.Select(k => new Choice(k, T["documents.recipientKind." + k]))];

    public Task<IActionResult> OnGetAsync()
    {
        From = clock.Today;
        return ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Sent is not { Length: > 0 })
        {
            ModelState.AddModelError(nameof(Sent), "documents.file.empty");
        }

        if (!ModelState.IsValid || From is null)
        {
            return await ShowAsync();
        }

        var done = await handler.AddAsync(
            new NewTemplate(
                Input.Code!.Trim(),
                Input.TitleLv!.Trim(),
                Input.TitleEn!.Trim(),
                Input.Kind!,
                Input.Step!,
                Input.Language!,
                Input.Function,
                Input.Nomenclature,
                Input.Recipient!
            ),
            await UploadedBytes.ReadAsync(Sent!, Ct),
            From.Value,
            Ct
        );
        if (!done.Done)
        {
            Findings = (done.Refusal as TemplateIsWrong)?.Findings ?? [];
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("documents.template.added");
        return LocalRedirect($"/documents/templates/{done.Value}");
    }

    protected override string FieldOf(Refusal refusal) => refusal.Field ?? "";

    protected override async Task<bool> LoadAsync()
    {
        Series = await series.ReadAsync(T, Ct);
        return true;
    }
}

/// <summary>What the form asks.</summary>
internal sealed class NewTemplateInput
{
    [Required(ErrorMessage = "documents.template.codeMissing")]
    [RegularExpression(@"\s*[A-Za-z][A-Za-z0-9.]{2,59}\s*", ErrorMessage = "documents.template.codeMissing")]
    public string? Code { get; set; }

    [Required(ErrorMessage = "documents.nomenclature.titleMissing")]
    [StringLength(300)]
    public string? TitleLv { get; set; }

    [Required(ErrorMessage = "documents.nomenclature.titleMissing")]
    [StringLength(300)]
    public string? TitleEn { get; set; }

    [Required(ErrorMessage = "documents.add.kindMissing")]
    public string? Kind { get; set; }

    [Required(ErrorMessage = "documents.template.stepMissing")]
    public string? Step { get; set; }

    public string? Function { get; set; }

    [Required(ErrorMessage = "documents.template.languageMissing")]
    public string? Language { get; set; }

    [Required(ErrorMessage = "documents.template.recipientMissing")]
    public string? Recipient { get; set; }

    public Guid? Nomenclature { get; set; }
}

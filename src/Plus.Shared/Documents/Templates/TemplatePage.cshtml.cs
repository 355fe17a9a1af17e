using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access.Records;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Documents.Merging;
using Plus.Shared.Documents.Records;
using Plus.Shared.Documents.Versions;
using Plus.Web.Language;

namespace Plus.Shared.Documents.Templates;

/// <summary>A template: its versions, trying and downloading them, proposing the next, deciding on what was proposed.</summary>
[RequiresPermission(DocumentPermissions.Templates)]
internal sealed class TemplatePage(PlusDb db, TemplateHandler handler, StaffAccessor staff, PlusClock clock)
    : SectionFormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public IFormFile? Sent { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    [StringLength(1000)]
    public string? Remark { get; set; }

    [BindProperty]
    public Guid? Proposed { get; set; }

    [BindProperty]
    [StringLength(1000)]
    public string? Why { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    public string Title { get; private set; } = "";

    public IReadOnlyList<TemplateVersionLine> Versions { get; private set; } = [];

    public IReadOnlyList<TemplateFinding> Findings { get; private set; } = [];

    public bool MayDecide(TemplateVersion version) =>
        staff.Current.May(DocumentPermissions.ApproveTemplates) && version.ProposedBy != staff.Current.Id;

    public Task<IActionResult> OnGetAsync()
    {
        From ??= clock.Today;
        return ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Sent is not { Length: > 0 })
        {
            ModelState.AddModelError(nameof(Sent), "documents.file.empty");
        }

        if (From is null)
        {
            ModelState.AddModelError(nameof(From), "documents.nomenclature.dayMissing");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var bytes = await UploadedBytes.ReadAsync(Sent!, Ct);
        return await AnsweredAsync(
            await handler.ProposeAsync(Id, bytes, From!.Value, Remark, Ct),
            "documents.template.added"
        );
    }

    public async Task<IActionResult> OnPostDecideAsync()
    {
        if (!staff.Current.May(DocumentPermissions.ApproveTemplates))
        {
            return Forbid();
        }

        if (Answer == "no" && string.IsNullOrWhiteSpace(Why))
        {
            ModelState.AddModelError(nameof(Why), "documents.refusal.whyMissing");
            return await ShowAsync();
        }

        return await AnsweredAsync(
            await handler.DecideAsync(Proposed ?? Guid.Empty, Answer == "yes" ? null : Why ?? "", Ct),
            Answer == "yes" ? "documents.template.approved" : "documents.template.declined"
        );
    }

    protected override string FieldOf(Refusal refusal) => refusal.Field ?? "";

    protected override async Task<bool> LoadAsync()
    {
        var template = await db.Set<Template>().AsNoTracking().SingleOrDefaultAsync(t => t.Id == Id, Ct);
        if (template is null)
        {
            return false;
        }

        Title = T.Language == PageLanguage.Latvian ? template.TitleLv : template.TitleEn;
        Versions = await db.Set<TemplateVersion>()
            .AsNoTracking()
            .Where(v => v.TemplateId == Id)
            .OrderByDescending(v => v.Ordinal)
            .Select(v => new TemplateVersionLine(
                v,
                db.Set<Staff>()
                    .Where(s => s.Id == v.ProposedBy)
                    .Select(s => s.GivenName + " " + s.Surname)
                    .FirstOrDefault(),
                db.Set<Staff>()
                    .Where(s => s.Id == v.DecidedBy)
                    .Select(s => s.GivenName + " " + s.Surname)
                    .FirstOrDefault()
            ))
            .ToListAsync(Ct);
        return true;
    }

    private async Task<IActionResult> AnsweredAsync(Outcome<Unit> done, string flash)
    {
        if (done.Done)
        {
            Flash.Success(flash);
            return LocalRedirect($"/documents/templates/{Id}");
        }

        Findings = (done.Refusal as TemplateIsWrong)?.Findings ?? [];
        return await RefusedAsync(done.Refusal);
    }
}

/// <summary>A version with who proposed it and who decided.</summary>
internal sealed record TemplateVersionLine(TemplateVersion Version, string? Proposer, string? Decider);

using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Sections;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Records;
using Plus.Shared.Cases.Scope;
using Plus.Shared.Documents.Merging;
using Plus.Shared.Documents.Records;
using Plus.Shared.Documents.Templates;
using Plus.Web.Controls;
using Plus.Web.Language;

namespace Plus.Shared.Documents.Bulk;

/// <summary>Starts letters to many: a template that asks nothing, for the open sections within reach.</summary>
[RequiresPermission(DocumentPermissions.Work)]
internal sealed class BulkPage(
    PlusDb db,
    TemplateChoice templates,
    TemplateFiles files,
    FunctionDoors doors,
    Processes processes,
    StaffAccessor staff,
    PlusClock clock
) : SectionFormPage
{
    /// <summary>Most letters of one run.</summary>
    private const int Most = 5000;

    [BindProperty]
    public Guid? Template { get; set; }

    [BindProperty]
    public string? Function { get; set; }

    /// <summary>Only sections of which the person is the manager.</summary>
    [BindProperty]
    public bool Mine { get; set; } = true;

    [BindProperty]
    public bool WithPdf { get; set; }

    public IReadOnlyList<Choice> Templates { get; private set; } = [];

    public IReadOnlyList<Choice> Functions =>
        [.. doors.All.Select(d => new Choice(d.Function.Code(), T["law.function." + d.Function.Code()]))];

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Template is not { } template || staff.Current.Id is not { } me)
        {
            ModelState.AddModelError(nameof(Template), "documents.bulk.templateMissing");
            return await ShowAsync();
        }

        var sections = db.Set<Section>()
            .Within(staff.Current, DocumentPermissions.Work)
            .Where(s => s.State == SectionState.Active);
        if (Mine)
        {
            sections = sections.Where(s => s.ManagerId == me);
        }

        if (Function is { Length: > 0 } function)
        {
            sections = sections.Where(s => s.Function == function);
        }

        var ids = await sections.OrderBy(s => s.Id).Select(s => s.Id).Take(Most).ToListAsync(Ct);
        if (ids.Count == 0)
        {
            ModelState.AddModelError("", "documents.bulk.nobody");
            return await ShowAsync();
        }

        var run = new BulkRun(template, me, clock.Now, [.. ids.Select(i => i.Value)], WithPdf);
        db.Add(run);
        await processes.SaveBookkeepingAsync(Ct);
        return LocalRedirect($"/documents/bulk/{run.Id}");
    }

    protected override async Task<bool> LoadAsync()
    {
        var latvian = T.Language == PageLanguage.Latvian;
        var choices = new List<Choice>();
        foreach (var chosen in await templates.OnAsync(clock.Today, null, Ct))
        {
            if (TemplateCheck.Questions(await files.ReadAsync(chosen.Version, Ct)).Count == 0)
            {
                choices.Add(
                    new Choice(
                        chosen.Template.Id.ToString(),
                        latvian ? chosen.Template.TitleLv : chosen.Template.TitleEn
                    )
                );
            }
        }

        Templates = choices;
        return true;
    }
}

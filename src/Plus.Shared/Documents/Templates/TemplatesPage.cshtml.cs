using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Documents.Records;
using Plus.Web.Language;

namespace Plus.Shared.Documents.Templates;

/// <summary>Every template with the version that holds today and what waits for a second person.</summary>
[RequiresPermission(DocumentPermissions.Templates)]
internal sealed class TemplatesPage(PlusDb db, PlusClock clock, Texts texts) : PageModel
{
    public IReadOnlyList<TemplateLine> Lines { get; private set; } = [];

    public string TitleOf(Template template) =>
        texts.Language == PageLanguage.Latvian ? template.TitleLv : template.TitleEn;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var today = clock.Today;
        var versions = db.Set<TemplateVersion>();
        Lines = await db.Set<Template>()
            .AsNoTracking()
            .OrderBy(t => t.Step)
            .ThenBy(t => t.Code)
            .Select(t => new TemplateLine(
                t,
                versions
                    .Where(v =>
                        v.TemplateId == t.Id
                        && v.State == TemplateState.Approved
                        && v.From <= today
                        && (v.To == null || v.To >= today)
                    )
                    .Max(v => (int?)v.Ordinal),
                versions.Count(v => v.TemplateId == t.Id && v.State == TemplateState.Proposed)
            ))
            .ToListAsync(ct);
    }
}

/// <summary>A template as the list shows it.</summary>
internal sealed record TemplateLine(Template Template, int? Holds, int Waits);

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Shared.Documents.Docx;

namespace Plus.Shared.Documents.Templates;

/// <summary>A version of a template tried on an invented case.</summary>
[RequiresPermission(DocumentPermissions.Templates)]
internal sealed class TryTemplatePage(TemplateTrial trial) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Guid Template { get; private set; }

    /// <summary>The language the template is written in.</summary>
    public string Language { get; private set; } = "lv";

    public IReadOnlyList<string> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await trial.FindAsync(Id, ct) is not { } found)
        {
            return NotFound();
        }

        Template = found.Template.Id;
        Language = found.Template.Language;
        Lines = DocxText.Read(await trial.FillAsync(found, ct)).Split('\n');
        return Page();
    }
}

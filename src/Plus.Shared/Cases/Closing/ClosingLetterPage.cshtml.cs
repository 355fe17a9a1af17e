using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Law.Obligations;
using Plus.Law.Sections;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Documents.Records;

namespace Plus.Shared.Cases.Closing;

/// <summary>Leads to the letter that tells the client of a closed section what follows. Shows nobody: the form it leads to
/// is where the client is seen and logged.</summary>
[RequiresPermission(CasePermissions.Work)]
internal sealed class ClosingLetterPage(PlusDb db, SectionReader reader) : PageModel
{
    private const string Letter = "closingNotice.lv";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (
            await reader.FindAsync(new SectionId(id), CasePermissions.Work, ct) is not { } view
            || view.Section.State != SectionState.Closed
            || ObligationKinds.RegimeOf(view.Section.Measure) is null
            || await db.Set<Template>().SingleOrDefaultAsync(t => t.Code == Letter, ct) is not { } template
        )
        {
            return NotFound();
        }

        return LocalRedirect($"/clients/{view.Client.Id}/documents/make/{template.Id}?section={id}");
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Shared.Documents.Records;
using Plus.Web.Display;
using Plus.Web.Language;

namespace Plus.Shared.Documents.Bulk;

/// <summary>How far a run of letters is. The page can be left; the work goes on. Only who started it sees it.</summary>
[RequiresPermission(DocumentPermissions.Work)]
internal sealed class BulkRunPage(PlusDb db, StaffAccessor staff, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public WorkProgress Work { get; private set; } = null!;

    public int PdfDone { get; private set; }

    public int PdfWhole { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var me = staff.Current.Id;
        var run = await db.Set<BulkRun>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == Id && r.StartedBy == me, ct);
        if (run is null)
        {
            return NotFound();
        }

        Work = new WorkProgress(
            texts["documents.bulk.making"],
            run.Done,
            run.Sections.Length,
            run.Failed,
            run.IsFinished
        );
        if (run.WithPdf)
        {
            var jobs = db.Set<PdfJob>()
                .Where(j => j.CreatedAt >= run.StartedAt)
                .Where(j => db.Set<DocumentVersion>().Any(v => v.Id == j.VersionId && v.SavedBy == me));
            PdfWhole = await jobs.CountAsync(ct);
            PdfDone = await jobs.CountAsync(j => j.State == PdfState.Done, ct);
        }

        return Page();
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Shared.Exchange.Records;
using Plus.Shared.Exchange.Running;
using Plus.Shared.Exchange.Worklist;
using Plus.Web.Display;
using Plus.Web.Language;
using Plus.Web.Layout;

namespace Plus.Shared.Exchange.Uploading;

/// <summary>How far a file has come. The page can be left; the work goes on.</summary>
[RequiresPermission(IntakePermissions.View)]
internal sealed class RunPage(PlusDb db, NpgsqlDataSource source, PageHead head, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public WorkProgress Work { get; private set; } = null!;

    public IReadOnlyList<SummaryLine> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var run = await db.Set<IntakeRun>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == Id, ct);
        if (run is null)
        {
            return NotFound();
        }

        var state = CodeConversion.CodeOf(run.State);
        var finished = run.State is IntakeRunState.Done or IntakeRunState.Failed;
        // Lines of a file are known only at its end; until then bytes tell how far it is.
        Work = new WorkProgress(
            texts["exchange.run." + state],
            finished ? run.LinesDone : run.BytesDone / 1024,
            finished ? run.LinesDone : Math.Max(1, run.Bytes / 1024),
            run.Rejected,
            finished
        )
        {
            ErrorsHref = "/intake?view=rejected",
            State = run.Error is null ? null : texts["exchange.run.error", ("error", run.Error)],
        };
        Lines =
        [
            new SummaryLine(texts["exchange.runs.started"], run.StartedAt),
            new SummaryLine(texts["exchange.runs.lines"], run.LinesDone),
            new SummaryLine(texts["exchange.runs.accepted"], run.Accepted),
            new SummaryLine(texts["exchange.runs.needsAttention"], run.Attention) { Href = "/intake?view=attention" },
            new SummaryLine(texts["exchange.runs.match"], run.MatchToConfirm) { Href = "/intake?view=match" },
            new SummaryLine(texts["exchange.runs.rejected"], run.Rejected) { Href = "/intake?view=rejected" },
            new SummaryLine(texts["exchange.runs.repeated"], run.Repeated),
            new SummaryLine(texts["exchange.runs.ignored"], run.Ignored),
        ];
        IntakeMenu.Show(head, texts, texts["exchange.run.title"], "runs");
        return Page();
    }

    public async Task<IActionResult> OnGetReportAsync(CancellationToken ct)
    {
        if (!await db.Set<IntakeRun>().AnyAsync(r => r.Id == Id, ct))
        {
            return NotFound();
        }

        Response.ContentType = "application/json; charset=utf-8";
        Response.Headers.ContentDisposition = $"attachment; filename=intake-{Id:N}.json";
        await IntakeReport.WriteAsync(source, Id, Response.Body, texts, ct);
        return new EmptyResult();
    }
}

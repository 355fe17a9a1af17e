using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Web.Errors;
using Plus.Web.Layout;

namespace Plus.Shared.Access.OpenedInNeed;

/// <summary>The queue of records opened in need: consents of a second person, and a verdict on each.</summary>
[RequiresPermission(AccessPermissions.ReviewOpenings)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class OpeningsPage(OpenInNeedHandler handler, ViewLog views, Flash flash) : PageModel
{
    public bool MayReview => handler.MayReview;

    public IReadOnlyList<OpenedLine> Lines { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostDecideAsync(
        [FromForm] Guid id,
        [FromForm] uint version,
        [FromForm] bool consents,
        CancellationToken ct
    ) => await AnsweredAsync(await handler.DecideAsync(id, consents, version, ct), ct);

    public async Task<IActionResult> OnPostReviewAsync(
        [FromForm] Guid id,
        [FromForm] uint version,
        [FromForm] string? verdict,
        [FromForm] string? note,
        CancellationToken ct
    ) => await AnsweredAsync(await handler.ReviewAsync(id, verdict ?? "", note, version, ct), ct);

    private async Task<IActionResult> AnsweredAsync(Outcome<Unit> done, CancellationToken ct)
    {
        if (!done.Done)
        {
            await LoadAsync(ct);
            return this.Refused(done.Refusal);
        }

        flash.Success("access.opening.answered");
        return LocalRedirect("/access/openings");
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Lines = await handler.QueueAsync(ct);
        await views.ListAsync(AccessPermissions.ReviewOpenings, Lines.Select(l => l.Opened.ClientId), ct);
    }
}

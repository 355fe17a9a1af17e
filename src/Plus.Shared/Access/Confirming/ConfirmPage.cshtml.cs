using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Kernel.Results;
using Plus.Web.Errors;
using Plus.Web.Layout;

namespace Plus.Shared.Access.Confirming;

/// <summary>Who still needs their access: a head says so of several people at once, or ends it.</summary>
[RequiresPermission(AccessPermissions.Confirm)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ConfirmPage(ConfirmationList list, ConfirmAccessHandler handler, Flash flash) : PageModel
{
    [BindProperty]
    public Guid[] Chosen { get; set; } = [];

    [BindProperty]
    [StringLength(2000)]
    public string? Reason { get; set; }

    public ConfirmationRound Round => list.Round;

    public IReadOnlyList<ConfirmationLine> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Lines = await list.ReadAsync(ct);

    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        AnswerAsync(() => handler.ConfirmAsync(Chosen, ct), "access.confirm.done", ct);

    public Task<IActionResult> OnPostEndAsync(CancellationToken ct) =>
        AnswerAsync(() => handler.EndAsync(Chosen, Reason, ct), "access.confirm.ended", ct);

    private async Task<IActionResult> AnswerAsync(Func<Task<Outcome<int>>> act, string key, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            Lines = await list.ReadAsync(ct);
            return this.Unfinished();
        }

        var done = await act();
        if (!done.Done)
        {
            Lines = await list.ReadAsync(ct);
            return this.Refused(done.Refusal);
        }

        flash.Success(key, ("count", done.Value));
        return LocalRedirect("/access/confirm");
    }
}

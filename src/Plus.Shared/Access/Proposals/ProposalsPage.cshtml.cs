using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Web.Errors;
using Plus.Web.Layout;

namespace Plus.Shared.Access.Proposals;

/// <summary>Privileged posts that wait for a second person.</summary>
[RequiresPermission(AccessPermissions.Decide)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ProposalsPage(ProposalList list, DecideProposalHandler handler, StaffAccessor staff, Flash flash)
    : PageModel
{
    [BindProperty]
    public Guid Id { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    [BindProperty]
    [StringLength(2000)]
    public string? Reason { get; set; }

    public IReadOnlyList<ProposalLine> Lines { get; private set; } = [];

    public StaffId? Me => staff.Current.Id;

    public async Task OnGetAsync(CancellationToken ct) => Lines = await list.ReadAsync(ct);

    public Task<IActionResult> OnPostApproveAsync(CancellationToken ct) => DecideAsync(approve: true, ct);

    public Task<IActionResult> OnPostDeclineAsync(CancellationToken ct) => DecideAsync(approve: false, ct);

    private async Task<IActionResult> DecideAsync(bool approve, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            Lines = await list.ReadAsync(ct);
            return this.Unfinished();
        }

        var done = await handler.DecideAsync(Id, approve, Reason, Version, ct);
        if (!done.Done)
        {
            Lines = await list.ReadAsync(ct);
            return this.Refused(done.Refusal);
        }

        flash.Success(done.Value ? "access.proposal.approved" : "access.proposal.declined");
        return LocalRedirect("/access/proposals");
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Web.Errors;

namespace Plus.Shared.Access.StatingPurpose;

/// <summary>
/// Asks for what a client outside the own caseload is opened: one press of a button, the last purpose first, and back to
/// where one wanted to go. It shows the number of the case and nothing of the person.
/// </summary>
[RequiresPermission(PermissionPolicies.Everyone)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class StatePurposePage(StatePurposeHandler handler) : PageModel
{
    /// <summary>Where the person wanted to go; an address of PLUS.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    [BindProperty]
    public string? Purpose { get; set; }

    public RecordToOpen Found { get; private set; } = null!;

    public IReadOnlyList<string> Offered { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) =>
        await ShowAsync(new ClientId(id), ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        var client = new ClientId(id);
        var done = await handler.StateAsync(client, Purpose ?? "", ct);
        if (done.Done)
        {
            return LocalRedirect(Url.IsLocalUrl(Back) ? Back : $"/clients/{client}");
        }

        return await ShowAsync(client, ct) ? this.Refused(done.Refusal) : NotFound();
    }

    private async Task<bool> ShowAsync(ClientId client, CancellationToken ct)
    {
        if (await handler.FindAsync(client, ct) is not { } found)
        {
            return false;
        }

        (Found, Offered) = (found, await handler.OfferedAsync(ct));
        return true;
    }
}

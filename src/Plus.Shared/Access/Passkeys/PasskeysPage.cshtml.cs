using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Shared.Access.Records;
using Plus.Shared.Access.Sessions;
using Plus.Web.Errors;
using Plus.Web.Layout;

namespace Plus.Shared.Access.Passkeys;

/// <summary>One's own passkeys.</summary>
[RequiresPermission(PermissionPolicies.Everyone)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class PasskeysPage(PlusDb db, StaffAccessor staff, OwnPasskeysHandler handler, Flash flash) : PageModel
{
    [BindProperty]
    [StringLength(60)]
    public string? Name { get; set; }

    /// <summary>What the browser brought from the device.</summary>
    [BindProperty]
    public string? Credential { get; set; }

    public IReadOnlyList<Passkey> Keys { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    /// <summary>Asked by the script before the device is.</summary>
    public async Task<IActionResult> OnPostOptionsAsync(CancellationToken ct) =>
        Content(await handler.AskAsync(HttpContext, ct), "application/json");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync(ct);
            return this.Unfinished();
        }

        var done = await handler.AddAsync(HttpContext, Name, Credential, StaffSession.IsStrong(User), ct);
        if (!done.Done)
        {
            await LoadAsync(ct);
            return this.Refused(done.Refusal);
        }

        await HttpContext.SignInAsync(StaffSession.Scheme, StaffSession.PrincipalOf(done.Value, strong: true));
        flash.Success("access.passkey.added");
        return LocalRedirect("/profile/passkeys");
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken ct)
    {
        var done = await handler.RemoveAsync(id, ct);
        if (!done.Done)
        {
            return NotFound();
        }

        // What is left decides at the next log-in; this session has shown what it has shown.
        var strong = StaffSession.IsStrong(User);
        await HttpContext.SignInAsync(StaffSession.Scheme, StaffSession.PrincipalOf(done.Value, strong));
        flash.Success("access.passkey.removed");
        return LocalRedirect("/profile/passkeys");
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var id = staff.Current.Id!.Value;
        Keys = await db.Set<Passkey>()
            .AsNoTracking()
            .Where(p => p.StaffId == id)
            .OrderBy(p => p.CreatedAt)
            .ToListAsync(ct);
    }
}

using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Shared.Access.Records;
using Plus.Shared.Access.Sessions;
using Plus.Web.Errors;
using Plus.Web.Layout;

namespace Plus.Shared.Access.SecondFactor;

/// <summary>One's own second factor: setting it up with a picture and a code, turning it off where no role asks for it.</summary>
[RequiresPermission(PermissionPolicies.Everyone)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class SecondFactorPage(
    PlusDb db,
    StaffAccessor staff,
    SecondFactorHandler handler,
    IDataProtectionProvider protection,
    Flash flash
) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>The secret on its way through the form, unreadable.</summary>
    [BindProperty]
    public string? Sealed { get; set; }

    public AuthenticatorSecret Secret { get; private set; } = null!;

    public (string Path, int Side) Picture { get; private set; }

    /// <summary>Shown once.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public bool IsOn { get; private set; }

    public DateTimeOffset Since { get; private set; }

    public int CodesLeft { get; private set; }

    public bool IsAskedFor { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var done = await handler.TurnOnAsync(Sealed, Code ?? "", ct);
        if (!done.Done)
        {
            await LoadAsync(ct);
            return this.Refused(done.Refusal);
        }

        await HttpContext.SignInAsync(StaffSession.Scheme, StaffSession.PrincipalOf(done.Value.Person, strong: true));
        Codes = done.Value.Codes;
        return Page();
    }

    public async Task<IActionResult> OnPostOffAsync(CancellationToken ct)
    {
        var done = await handler.TurnOffAsync(Code ?? "", ct);
        if (!done.Done)
        {
            await LoadAsync(ct);
            return this.Refused(done.Refusal);
        }

        await HttpContext.SignInAsync(StaffSession.Scheme, StaffSession.PrincipalOf(done.Value, strong: false));
        flash.Success("access.secondFactor.off");
        return LocalRedirect("/profile");
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var id = staff.Current.Id!.Value;
        var factor = await db.Set<Records.SecondFactor>().AsNoTracking().SingleOrDefaultAsync(s => s.StaffId == id, ct);
        IsAskedFor = await handler.IsAskedOfAsync(id, ct);
        IsOn = factor is not null;
        if (factor is not null)
        {
            Since = factor.Since;
            CodesLeft = await db.Set<RecoveryCode>().CountAsync(c => c.StaffId == id && c.UsedAt == null, ct);
            return;
        }

        var userName = await db.Set<Staff>().Where(s => s.Id == id).Select(s => s.UserName).SingleAsync(ct);
        // The same picture after a wrong code: it may have been read already.
        Secret = AuthenticatorSecret.Unseal(protection, id, Sealed) ?? AuthenticatorSecret.New();
        Sealed = Secret.Seal(protection, id);
        Picture = AuthenticatorSecret.Picture(Secret.AddressFor(userName));
    }
}

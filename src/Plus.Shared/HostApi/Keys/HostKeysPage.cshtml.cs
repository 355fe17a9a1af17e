using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.HostApi.Records;
using Plus.Shared.Partners.Editing;
using Plus.Web.Layout;

namespace Plus.Shared.HostApi.Keys;

/// <summary>Keys of a host's own systems. A key is shown once, when it is made.</summary>
[RequiresPermission(HostApiModule.Give)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class HostKeysPage(
    PlusDb db,
    HostEditing editing,
    HostKeyHandler handler,
    PlusClock clock,
    PageHead head
) : HostFormPage(db, editing, head)
{
    [BindProperty]
    public HostKeyInput Input { get; set; } = new();

    public string? Made { get; private set; }

    public IReadOnlyList<HostKey> Keys { get; private set; } = [];

    public DateTimeOffset Now => clock.Now;

    protected override string TitleKey => "hostApi.keys.title";

    public override Task<IActionResult> OnGetAsync()
    {
        Input.Months = 12;
        return ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        if (!await LoadAsync())
        {
            return NotFound();
        }

        var done = await handler.GiveAsync(HostId, Input.Name!, Input.Months!.Value, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Made = done.Value;
        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid key)
    {
        ModelState.Clear();
        if (!await LoadAsync())
        {
            return NotFound();
        }

        var done = await handler.RevokeAsync(HostId, key, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("hostApi.keys.revokedNow");
        return LocalRedirect($"/partners/{Id}/keys");
    }

    protected override async Task<bool> LoadAsync()
    {
        if (!await base.LoadAsync())
        {
            return false;
        }

        var host = HostId;
        Keys = await Db.Set<HostKey>()
            .AsNoTracking()
            .Where(k => k.HostEmployerId == host)
            .OrderByDescending(k => k.Id)
            .ToListAsync(Ct);
        return true;
    }
}

/// <summary>What the form asks.</summary>
internal sealed class HostKeyInput
{
    [Required(ErrorMessage = "hostApi.keys.nameMissing")]
    [StringLength(200)]
    public string? Name { get; set; }

    [Required(ErrorMessage = "hostApi.keys.monthsMissing")]
    [Range(1, 24, ErrorMessage = "hostApi.keys.monthsMissing")]
    public int? Months { get; set; }
}

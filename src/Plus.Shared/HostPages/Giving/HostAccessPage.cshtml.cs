using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.HostPages.Records;
using Plus.Shared.Partners.Editing;
using Plus.Shared.Partners.Records;
using Plus.Web.Controls;
using Plus.Web.Layout;

namespace Plus.Shared.HostPages.Giving;

/// <summary>An access given, and where it stands.</summary>
internal sealed record AccessLine(
    Guid Id,
    string Contact,
    string State,
    bool Holds,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? OpenedAt,
    DateTimeOffset? RevokedAt
);

/// <summary>Who of a host may use the host's own page. The link and its code are shown once, when they are made.</summary>
[RequiresPermission(HostPagesModule.Give)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class HostAccessPage(
    PlusDb db,
    HostEditing editing,
    GiveAccessHandler handler,
    PlusClock clock,
    PageHead head
) : HostFormPage(db, editing, head)
{
    [BindProperty]
    public GiveAccessInput Input { get; set; } = new();

    public NewAccess? Made { get; private set; }

    public IReadOnlyList<Choice> Contacts { get; private set; } = [];

    public IReadOnlyList<AccessLine> Accesses { get; private set; } = [];

    public IReadOnlyList<SignedMonth> Months { get; private set; } = [];

    protected override string TitleKey => "hostPages.give.title";

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

        var done = await handler.GiveAsync(HostId, Input.Contact!.Value, $"{Request.Scheme}://{Request.Host}", Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Made = done.Value;
        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid access)
    {
        ModelState.Clear();
        if (!await LoadAsync())
        {
            return NotFound();
        }

        var done = await handler.RevokeAsync(HostId, access, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("hostPages.revoke.done");
        return LocalRedirect($"/partners/{Id}/access");
    }

    protected override async Task<bool> LoadAsync()
    {
        if (!await base.LoadAsync())
        {
            return false;
        }

        var host = HostId;
        var today = clock.Today;
        Contacts =
        [
            .. (
                await Db.Set<HostContact>()
                    .AsNoTracking()
                    .Where(c => c.HostEmployerId == host && (c.To == null || c.To >= today))
                    .OrderBy(c => c.Name)
                    .ToListAsync(Ct)
            ).Select(c => new Choice(c.Id.ToString(), c.Email is null ? c.Name : $"{c.Name}, {c.Email}")),
        ];
        var accesses = await (
            from a in Db.Set<HostAccess>().AsNoTracking()
            join c in Db.Set<HostContact>() on a.ContactId equals c.Id
            where a.HostEmployerId == host
            orderby a.Id descending
            select new { Access = a, c.Name }
        ).ToListAsync(Ct);
        Accesses = [.. accesses.Select(a => LineOf(a.Access, a.Name))];
        Months = await Db.Set<SignedMonth>()
            .AsNoTracking()
            .Where(m => m.HostEmployerId == host)
            .OrderByDescending(m => m.Id)
            .Take(24)
            .ToListAsync(Ct);
        return true;
    }

    private AccessLine LineOf(HostAccess access, string contact)
    {
        var holds = access.HoldsAt(clock.Now);
        var state =
            access.RevokedAt is not null ? "revoked"
            : !holds ? "expired"
            : access.OpenedAt is not null ? "opened"
            : access.WrongCodes >= HostAccess.MostTries ? "locked"
            : access.TokenHash is null ? "sending"
            : "waits";
        return new AccessLine(access.Id, contact, state, holds, access.ExpiresAt, access.OpenedAt, access.RevokedAt);
    }
}

/// <summary>What the form asks.</summary>
internal sealed class GiveAccessInput
{
    [Required(ErrorMessage = "hostPages.give.contactMissing")]
    public Guid? Contact { get; set; }
}

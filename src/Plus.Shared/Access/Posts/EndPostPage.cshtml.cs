using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access.Records;
using Plus.Shared.Access.StaffDirectory;
using Plus.Web.Errors;
using Plus.Web.Layout;

namespace Plus.Shared.Access.Posts;

/// <summary>End a post with a last day.</summary>
[RequiresPermission(AccessPermissions.StaffManage)]
internal sealed class EndPostPage(PlusDb db, EndPostHandler handler, StaffScope scope, PlusClock clock, Flash flash)
    : PageModel
{
    [BindProperty]
    [Required]
    public DateOnly? LastDay { get; set; }

    [BindProperty]
    [StringLength(2000)]
    public string? Reason { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    public Guid Id { get; private set; }

    public string PersonName { get; private set; } = "";

    public string Role { get; private set; } = "";

    public string Office { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, Guid post, CancellationToken ct)
    {
        LastDay = clock.Today;
        return await LoadAsync(id, post, readVersion: true, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid post, CancellationToken ct)
    {
        if (!await LoadAsync(id, post, readVersion: false, ct))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Unfinished();
        }

        var done = await handler.EndAsync(StaffId.From(id), post, LastDay!.Value, Reason, Version, ct);
        if (!done.Done)
        {
            return this.Refused(done.Refusal);
        }

        flash.Success("access.post.ended");
        return LocalRedirect($"/access/staff/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, Guid post, bool readVersion, CancellationToken ct)
    {
        var staffId = StaffId.From(id);
        var person = await scope
            .Visible(AccessPermissions.StaffManage)
            .AsNoTracking()
            .SingleOrDefaultAsync(s => s.Id == staffId, ct);
        var held = await db.Set<StaffPost>()
            .AsNoTracking()
            .SingleOrDefaultAsync(p => p.Id == post && p.StaffId == staffId, ct);
        if (person is null || held is null)
        {
            return false;
        }

        (Id, PersonName, Role) = (id, person.FullName, held.RoleCode);
        Office = await db.Set<Organisation.Records.Office>()
            .Where(o => o.Id == held.OfficeId)
            .Select(o => o.Name)
            .SingleAsync(ct);
        Version = readVersion ? held.Version : Version;
        return true;
    }
}

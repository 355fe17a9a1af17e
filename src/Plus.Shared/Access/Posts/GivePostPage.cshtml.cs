using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Time;
using Plus.Shared.Access.StaffDirectory;
using Plus.Web.Controls;
using Plus.Web.Errors;
using Plus.Web.Journeys;
using Plus.Web.Layout;

namespace Plus.Shared.Access.Posts;

/// <summary>Give a person a further post.</summary>
[RequiresPermission(AccessPermissions.StaffManage)]
[KeepsDraft("access.givePost", Subject = "id")]
internal sealed class GivePostPage(
    GivePostHandler handler,
    StaffScope scope,
    PostChoices choices,
    PlusClock clock,
    Flash flash
) : PageModel
{
    [BindProperty]
    [Required]
    public string Role { get; set; } = "";

    [BindProperty]
    [Required]
    public string Office { get; set; } = "";

    [BindProperty]
    [Required]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? To { get; set; }

    public Guid Id { get; private set; }

    public string PersonName { get; private set; } = "";

    public IReadOnlyList<Choice> Roles { get; private set; } = [];

    public IReadOnlyList<Choice> Offices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        From ??= clock.Today;
        return await LoadAsync(id, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Unfinished();
        }

        if (!OfficeId.TryParse(Office, out var office))
        {
            return this.Refused(new OfficeUnknown());
        }

        var done = await handler.GiveAsync(StaffId.From(id), office, Role, From!.Value, To, ct);
        if (!done.Done)
        {
            return this.Refused(done.Refusal);
        }

        flash.Success(done.Value ? "access.post.given" : "access.proposal.done");
        return LocalRedirect($"/access/staff/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var staffId = StaffId.From(id);
        var person = await scope
            .Visible(AccessPermissions.StaffManage)
            .AsNoTracking()
            .SingleOrDefaultAsync(s => s.Id == staffId, ct);
        (Id, PersonName) = (id, person?.FullName ?? "");
        Roles = await choices.RolesAsync(ct);
        Offices = await choices.OfficesAsync(ct);
        return person is not null;
    }
}

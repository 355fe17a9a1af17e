using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Time;
using Plus.Shared.Access.Posts;
using Plus.Web.Controls;
using Plus.Web.Errors;
using Plus.Web.Journeys;
using Plus.Web.Layout;

namespace Plus.Shared.Access.StaffDirectory;

/// <summary>Add a person who works here.</summary>
[RequiresPermission(AccessPermissions.StaffManage)]
[KeepsDraft("access.addStaff")]
internal sealed class AddStaffPage(AddStaffHandler handler, PostChoices choices, PlusClock clock, Flash flash)
    : PageModel
{
    [BindProperty]
    public NewStaffForm Form { get; set; } = new();

    public IReadOnlyList<Choice> Roles { get; private set; } = [];

    public IReadOnlyList<Choice> Offices { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Form.From = clock.Today;
        await LoadAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (!ModelState.IsValid)
        {
            return this.Unfinished();
        }

        if (!OfficeId.TryParse(Form.Office, out var office))
        {
            return this.Refused(new OfficeUnknown(), nameof(Form));
        }

        var added = await handler.AddAsync(
            new NewStaff(Form.UserName, Form.GivenName, Form.Surname, Form.Email, office, Form.Role, Form.From!.Value),
            ct
        );
        if (!added.Done)
        {
            return this.Refused(added.Refusal, nameof(Form));
        }

        if (added.Value.Proposed)
        {
            flash.Success("access.proposal.done");
        }

        HandoverLink.Keep(TempData, added.Value.Id, added.Value.Token);
        return LocalRedirect($"/access/staff/{added.Value.Id}");
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Roles = await choices.RolesAsync(ct);
        Offices = await choices.OfficesAsync(ct);
    }
}

/// <summary>What is typed of a new person.</summary>
internal sealed class NewStaffForm
{
    [Required]
    [StringLength(200)]
    public string GivenName { get; set; } = "";

    [Required]
    [StringLength(200)]
    public string Surname { get; set; } = "";

    [Required]
    [StringLength(50)]
    public string UserName { get; set; } = "";

    [EmailAddress]
    [StringLength(254)]
    public string? Email { get; set; }

    [Required]
    public string Role { get; set; } = "";

    [Required]
    public string Office { get; set; } = "";

    [Required]
    public DateOnly? From { get; set; }
}

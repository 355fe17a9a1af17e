using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Shared.Access.Records;
using Plus.Shared.Audit.Looking;
using Plus.Web.Errors;
using Plus.Web.Journeys;
using Plus.Web.Language;
using Plus.Web.Layout;

namespace Plus.Shared.Access.StaffDirectory;

/// <summary>Correct a person's name or e-mail address.</summary>
[RequiresPermission(AccessPermissions.StaffManage)]
[KeepsDraft("access.correctStaff", Subject = "id")]
internal sealed class CorrectStaffPage(
    CorrectStaffHandler handler,
    StaffScope scope,
    LastChange last,
    PageHead head,
    Texts texts,
    Flash flash
) : PageModel
{
    [BindProperty]
    [Required]
    [StringLength(200)]
    public string GivenName { get; set; } = "";

    [BindProperty]
    [Required]
    [StringLength(200)]
    public string Surname { get; set; } = "";

    [BindProperty]
    [EmailAddress]
    [StringLength(254)]
    public string? Email { get; set; }

    [BindProperty]
    [StringLength(40)]
    public string? EmployeeNumber { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    public Guid Id { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } person)
        {
            return NotFound();
        }

        (GivenName, Surname, Email) = (person.GivenName, person.Surname, person.Email);
        (EmployeeNumber, Version) = (person.EmployeeNumber, person.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        Id = id;
        if (!ModelState.IsValid)
        {
            return this.Unfinished();
        }

        var done = await handler.CorrectAsync(StaffId.From(id), GivenName, Surname, Email, EmployeeNumber, Version, ct);
        if (done.Done)
        {
            flash.Success("access.staff.corrected");
            return LocalRedirect($"/access/staff/{id}");
        }

        if (done.Refusal.Kind == RefusalKind.Conflict && await FindAsync(id, ct) is { } now)
        {
            head.Conflict = await last.ConflictAsync(
                null,
                id,
                now.Version,
                [
                    new(texts["access.staff.givenName"], now.GivenName, GivenName, nameof(GivenName)),
                    new(texts["access.staff.surname"], now.Surname, Surname, nameof(Surname)),
                    new(texts["access.staff.email"], now.Email, Email, nameof(Email)),
                    new(
                        texts["access.staff.employeeNumber"],
                        now.EmployeeNumber,
                        EmployeeNumber,
                        nameof(EmployeeNumber)
                    ),
                ],
                ct
            );
        }

        return this.Refused(done.Refusal);
    }

    private async Task<Staff?> FindAsync(Guid id, CancellationToken ct)
    {
        Id = id;
        var staffId = StaffId.From(id);
        return await scope
            .Visible(AccessPermissions.StaffManage)
            .AsNoTracking()
            .SingleOrDefaultAsync(s => s.Id == staffId, ct);
    }
}

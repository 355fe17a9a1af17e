using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access.Posts;
using Plus.Shared.Access.Records;
using Plus.Shared.Organisation.Records;
using Plus.Web.Controls;
using Plus.Web.Errors;
using Plus.Web.Layout;

namespace Plus.Shared.Access.SingleSignOn;

/// <summary>The identity provider as it is set up, and which of its claims give which roles.</summary>
[RequiresPermission(AccessPermissions.RolesChange)]
internal sealed class SingleSignOnPage(
    PlusDb db,
    LogInWays ways,
    MapClaimHandler handler,
    PostChoices choices,
    PlusClock clock,
    Flash flash
) : PageModel
{
    [BindProperty]
    [Required]
    [StringLength(100)]
    public string Claim { get; set; } = "groups";

    [BindProperty]
    [Required]
    [StringLength(255)]
    public string Value { get; set; } = "";

    [BindProperty]
    [Required]
    public string Role { get; set; } = "";

    [BindProperty]
    public string? Office { get; set; }

    [BindProperty]
    [Required]
    public DateOnly? From { get; set; }

    public LogInWays Ways => ways;

    public IReadOnlyList<MappingLine> Lines { get; private set; } = [];

    public IReadOnlyList<Choice> Roles { get; private set; } = [];

    public IReadOnlyList<Choice> Offices { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct)
    {
        From = clock.Today;
        return LoadAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync(ct);
            return this.Unfinished();
        }

        return await AnswerAsync(
            await handler.MapAsync(Claim, Value, Role, Office, From!.Value, ct),
            "access.signOn.mapped",
            ct
        );
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id, uint version, CancellationToken ct)
    {
        ModelState.Clear();
        From = clock.Today;
        return await AnswerAsync(await handler.EndAsync(id, version, ct), "access.signOn.mappingEnded", ct);
    }

    private async Task<IActionResult> AnswerAsync(Outcome<Unit> done, string success, CancellationToken ct)
    {
        if (!done.Done)
        {
            await LoadAsync(ct);
            return this.Refused(done.Refusal);
        }

        flash.Success(success);
        return LocalRedirect("/access/single-sign-on");
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var today = clock.Today;
        var mappings = await db.Set<ClaimMapping>()
            .AsNoTracking()
            .OrderByDescending(m => m.To == null || m.To >= today)
            .ThenBy(m => m.Claim)
            .ThenBy(m => m.Value)
            .Select(m => new
            {
                Mapping = m,
                Office = db.Set<Office>().Where(o => o.Id == m.OfficeId).Select(o => o.Name).FirstOrDefault(),
                By = db.Set<Staff>().Where(s => s.Id == m.MadeBy).Select(s => s.GivenName + " " + s.Surname).First(),
                Privileged = db.Set<Role>().Any(r => r.Code == m.RoleCode && r.Privileged),
            })
            .ToListAsync(ct);
        Lines =
        [
            .. mappings.Select(m => new MappingLine(
                m.Mapping,
                m.Office,
                m.By,
                m.Privileged,
                m.Mapping.To is null || m.Mapping.To >= today
            )),
        ];
        Roles = await choices.RolesAsync(ct);
        Offices = await choices.OfficesAsync(ct);
    }
}

/// <param name="Office">Null: the office that the provider names.</param>
/// <param name="Runs">It gives something today or later.</param>
internal sealed record MappingLine(ClaimMapping Mapping, string? Office, string By, bool Privileged, bool Runs);

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Organisation.Records;
using Plus.Web.Controls;
using Plus.Web.Errors;
using Plus.Web.Journeys;
using Plus.Web.Language;
using Plus.Web.Layout;

namespace Plus.Shared.Organisation.Offices;

/// <summary>Open a new office.</summary>
[RequiresPermission(OrganisationModule.Change)]
[KeepsDraft("organisation.addOffice")]
internal sealed class AddOfficePage(PlusDb db, AddOfficeHandler handler, PlusClock clock, Texts texts, Flash flash)
    : PageModel
{
    [BindProperty]
    [Required]
    [StringLength(200)]
    public string Name { get; set; } = "";

    [BindProperty]
    [Required]
    [StringLength(20)]
    public string Code { get; set; } = "";

    [BindProperty]
    [Required]
    public string Region { get; set; } = "";

    [BindProperty]
    [Required]
    public OfficeKind? Kind { get; set; }

    [BindProperty]
    [Required]
    public DateOnly? From { get; set; }

    public IReadOnlyList<Choice> Regions { get; private set; } = [];

    public IReadOnlyList<Choice> Kinds =>
        [
            .. new[] { OfficeKind.General, OfficeKind.ChildrenAndYouth }.Select(k => new Choice(
                k.ToString(),
                texts["organisation.kind." + CodeConversion.CodeOf(k)]
            )),
        ];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (!ModelState.IsValid)
        {
            return this.Unfinished();
        }

        var added = await handler.AddAsync(Region, Code, Name, Kind!.Value, From!.Value, ct);
        if (!added.Done)
        {
            return this.Refused(added.Refusal);
        }

        flash.Success("organisation.office.added");
        return LocalRedirect($"/organisation/offices/{added.Value}");
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var today = clock.Today;
        Regions =
        [
            .. await db.Set<Region>()
                .AsNoTracking()
                .Where(r => r.To == null || r.To >= today)
                .OrderBy(r => r.Name)
                .Select(r => new Choice(r.Code, r.Name, null, false))
                .ToListAsync(ct),
        ];
    }
}

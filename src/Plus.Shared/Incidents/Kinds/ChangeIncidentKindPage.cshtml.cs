using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Incidents.Records;
using Plus.Web.Journeys;

namespace Plus.Shared.Incidents.Kinds;

/// <summary>Who is told of one kind.</summary>
[RequiresPermission(IncidentsModule.ChangeKinds)]
[KeepsDraft("incidents.kind", Subject = "code")]
internal sealed class ChangeIncidentKindPage(PlusDb db, ChangeIncidentKindHandler handler) : SectionFormPage
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public IncidentKindInput Input { get; set; } = new();

    public IncidentKind Kind { get; private set; } = null!;

    protected override uint StoredVersion => Kind.Version;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        Input = new IncidentKindInput
        {
            TellsOffice = Kind.TellsOffice,
            TellsRegion = Kind.TellsRegion,
            TellsService = Kind.TellsService,
            ReviewDays = Kind.ReviewDays,
            Active = Kind.Active,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.HandleAsync(Code, Input, Version, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("incidents.kinds.saved");
        return LocalRedirect("/incidents/kinds");
    }

    protected override async Task<bool> LoadAsync()
    {
        if (await db.Set<IncidentKind>().AsNoTracking().SingleOrDefaultAsync(k => k.Code == Code, Ct) is not { } kind)
        {
            return false;
        }

        Kind = kind;
        return true;
    }
}

/// <summary>What the form asks.</summary>
internal sealed class IncidentKindInput
{
    public bool TellsOffice { get; set; }

    public bool TellsRegion { get; set; }

    public bool TellsService { get; set; }

    [Required(ErrorMessage = "incidents.kinds.daysMissing")]
    [Range(0, 60, ErrorMessage = "incidents.kinds.daysMissing")]
    public int? ReviewDays { get; set; }

    public bool Active { get; set; }
}

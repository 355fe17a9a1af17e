using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Sections;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Contacts.Planning;
using Plus.Shared.Incidents.Contract;
using Plus.Shared.Incidents.Listing;
using Plus.Shared.Incidents.Records;
using Plus.Shared.Partners.Records;
using Plus.Shared.WorkHours.Records;
using Plus.Web.Controls;
using Plus.Web.Journeys;

namespace Plus.Shared.Incidents.Recording;

/// <summary>Records what happened; who is to be told follows from the kind.</summary>
[RequiresPermission(IncidentsModule.Work)]
[KeepsDraft("incidents.record", Subject = "id")]
internal sealed class RecordIncidentPage(
    PlusDb db,
    SectionReader reader,
    IncidentReader incidents,
    RecordIncidentHandler handler,
    ViewLog views,
    PlusClock clock,
    StaffAccessor staff,
    SectionHead heading
) : SectionFormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The contact from whose outcome the person comes.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Contact { get; set; }

    [BindProperty]
    public IncidentInput Input { get; set; } = new();

    public SectionView View { get; private set; } = null!;

    public IReadOnlyList<Choice> Kinds { get; private set; } = [];

    public IReadOnlyList<Choice> Hosts { get; private set; } = [];

    public IReadOnlyList<Choice> Affected =>
        [.. IncidentCodes.Affected.Select(c => new Choice(c, T["incidents.affected." + c]))];

    public async Task<IActionResult> OnGetAsync()
    {
        Input.OccurredOn ??= clock.Today;
        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!IncidentKind.Codes.Contains(Input.Kind))
        {
            ModelState.AddModelError("Input.Kind", "incidents.record.kindMissing");
        }

        if (!IncidentCodes.Affected.Contains(Input.Affected))
        {
            ModelState.AddModelError("Input.Affected", "incidents.record.affectedMissing");
        }

        TimeOnly? at = null;
        if (!string.IsNullOrWhiteSpace(Input.OccurredAt))
        {
            if (TypedTime.TryRead(Input.OccurredAt, out var read))
            {
                at = read;
            }
            else
            {
                ModelState.AddModelError("Input.OccurredAt", "incidents.record.timeWrong");
            }
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.RecordAsync(
            new NewIncident(
                new SectionId(Id),
                Input.Kind,
                Input.OccurredOn!.Value,
                at,
                Input.Place?.Trim(),
                Input.Affected,
                Input.Description!,
                Input.FirstResponse,
                Contact,
                Input.Host is { } host ? new HostEmployerId(host) : null
            ),
            Ct
        );
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("incidents.record.done");
        return LocalRedirect(staff.Current.May(IncidentsModule.View) ? $"/incidents/{done.Value}" : $"/sections/{Id}");
    }

    protected override async Task<bool> LoadAsync()
    {
        var id = new SectionId(Id);
        if (
            await reader.FindAsync(id, IncidentsModule.Work, Ct) is not { } view
            || view.Section.State == SectionState.Annulled
        )
        {
            return false;
        }

        await views.ConsultAsync(IncidentsModule.Work, view.Client.Id, id, Ct);
        View = view;
        Kinds =
        [
            .. (await incidents.KindsAsync(Ct))
                .Where(k => k.Active)
                .Select(k => new Choice(k.Code, T["incidents.kind." + k.Code])),
        ];
        Hosts =
        [
            .. (
                await db.Set<Placement>()
                    .AsNoTracking()
                    .Where(p => p.SectionId == id)
                    .OrderByDescending(p => p.From)
                    .Join(db.Set<HostEmployer>(), p => p.HostEmployerId, h => h.Id, (p, h) => new { h.Id, h.Name })
                    .ToListAsync(Ct)
            )
                .DistinctBy(h => h.Id)
                .Select(h => new Choice(h.Id.Value.ToString(), h.Name)),
        ];
        await heading.ShowAsync(view, T["incidents.record.title"], Ct);
        return true;
    }
}

/// <summary>What the form asks.</summary>
internal sealed class IncidentInput
{
    public string Kind { get; set; } = "";

    [Required(ErrorMessage = "incidents.record.dayMissing")]
    public DateOnly? OccurredOn { get; set; }

    [StringLength(5, ErrorMessage = "incidents.record.timeWrong")]
    public string? OccurredAt { get; set; }

    [StringLength(300)]
    public string? Place { get; set; }

    public Guid? Host { get; set; }

    public string Affected { get; set; } = "";

    [Required(ErrorMessage = "incidents.record.descriptionMissing")]
    [StringLength(4000)]
    public string? Description { get; set; }

    [StringLength(4000)]
    public string? FirstResponse { get; set; }
}

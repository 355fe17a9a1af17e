using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Incidents.Listing;
using Plus.Web.Journeys;

namespace Plus.Shared.Incidents.Following;

/// <summary>Closes an incident with what came of it.</summary>
[RequiresPermission(IncidentsModule.Lead)]
[KeepsDraft("incidents.close", Subject = "id")]
internal sealed class CloseIncidentPage(
    SectionReader sections,
    IncidentReader reader,
    LeadIncidentHandler handler,
    ViewLog views,
    SectionHead heading
) : IncidentFormPage(sections, reader, views, heading)
{
    [BindProperty]
    public CloseInput Input { get; set; } = new();

    protected override string Part => IncidentsModule.Lead;

    protected override string StepKey => "incidents.close.title";

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.CloseAsync(Id, Input.Conclusion!, Version, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("incidents.close.done");
        return LocalRedirect($"/incidents/{Id}");
    }
}

/// <summary>What the form asks.</summary>
internal sealed class CloseInput
{
    [Required(ErrorMessage = "incidents.close.conclusionMissing")]
    [StringLength(4000)]
    public string? Conclusion { get; set; }
}

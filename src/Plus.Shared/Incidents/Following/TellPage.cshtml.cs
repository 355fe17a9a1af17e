using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Incidents.Listing;
using Plus.Web.Controls;
using Plus.Web.Journeys;

namespace Plus.Shared.Incidents.Following;

/// <summary>Tells an incident further than its kind asks.</summary>
[RequiresPermission(IncidentsModule.Lead)]
[KeepsDraft("incidents.tell", Subject = "id")]
internal sealed class TellPage(
    SectionReader sections,
    IncidentReader reader,
    LeadIncidentHandler handler,
    ViewLog views,
    SectionHead heading
) : IncidentFormPage(sections, reader, views, heading)
{
    [BindProperty]
    public TellInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Levels { get; private set; } = [];

    protected override string Part => IncidentsModule.Lead;

    protected override string StepKey => "incidents.tell.title";

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!IncidentLevels.All.Contains(Input.Level))
        {
            ModelState.AddModelError("Input.Level", "incidents.tell.levelMissing");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.TellAsync(Id, Input.Level, Input.Reason!, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("incidents.tell.done");
        return LocalRedirect($"/incidents/{Id}");
    }

    protected override async Task<bool> LoadAsync()
    {
        if (!await base.LoadAsync())
        {
            return false;
        }

        var told = (await Incidents.NoticesAsync(Id, Ct)).Select(n => n.Notice.Level).ToHashSet();
        Levels = [.. IncidentLevels.All.Except(told).Select(l => new Choice(l, T["incidents.level." + l]))];
        return Levels.Count > 0;
    }
}

/// <summary>What the form asks.</summary>
internal sealed class TellInput
{
    public string Level { get; set; } = "";

    [Required(ErrorMessage = "incidents.tell.reasonMissing")]
    [StringLength(1000)]
    public string? Reason { get; set; }
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Functions.Supervision.Monitoring.Records;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Shared.Cases.Sections;
using Plus.Web.Controls;
using Plus.Web.Journeys;

namespace Plus.Functions.Supervision.Monitoring.OfSection;

/// <summary>Permits hours away from home: on weekdays of every week, or on one day.</summary>
[RequiresPermission(MonitoringPermissions.Order)]
[KeepsDraft("supervision.hours", Subject = "id")]
internal sealed class HoursPage(
    SectionReader reader,
    MonitoringReader monitoring,
    MonitoringHandler handler,
    ViewLog views,
    SectionHead heading
) : MonitoringFormPage(reader, monitoring, views, heading)
{
    [BindProperty]
    public HoursInput Input { get; set; } = new();

    protected override string StepKey => "supervision.hours.title";

    public IReadOnlyList<Choice> Weekdays =>
        [.. Enumerable.Range(1, 7).Select(d => new Choice($"{d}", T["supervision.weekday." + d]))];

    public IReadOnlyList<Choice> Purposes =>
        [.. PermittedHours.Purposes.Select(p => new Choice(p, T["supervision.purpose." + p]))];

    public async Task<IActionResult> OnPostAsync()
    {
        if (Input.Weekdays.Count == 0 == Input.OnDay is null || Input.Weekdays.Exists(d => d is < 1 or > 7))
        {
            ModelState.AddModelError("Input.Weekdays", "supervision.hours.whenMissing");
        }

        if (MonitoringWords.Minute(Input.From) is not { } from)
        {
            ModelState.AddModelError("Input.From", "contacts.plan.timeMissing");
            from = 0;
        }

        if (MonitoringWords.Minute(Input.To) is not { } to || to <= from)
        {
            ModelState.AddModelError("Input.To", "supervision.hours.toMissing");
            to = 0;
        }

        if (!PermittedHours.Purposes.Contains(Input.Purpose))
        {
            ModelState.AddModelError("Input.Purpose", "supervision.hours.purposeMissing");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var route = string.IsNullOrWhiteSpace(Input.Route) ? null : Input.Route.Trim();
        PermittedHours On(int? weekday) => new(Section, weekday, Input.OnDay, from, to, Input.Purpose!, route);
        var hours = Input.OnDay is null ? Input.Weekdays.Distinct().Select(d => On(d)).ToList() : [On(null)];
        var done = await handler.SetHoursAsync(Section, hours, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("supervision.hours.saved");
        return LocalRedirect(Href);
    }
}

/// <summary>What the form asks.</summary>
internal sealed class HoursInput
{
    public List<int> Weekdays { get; set; } = [];

    public DateOnly? OnDay { get; set; }

    public string? From { get; set; }

    public string? To { get; set; }

    public string? Purpose { get; set; }

    [StringLength(300)]
    public string? Route { get; set; }
}

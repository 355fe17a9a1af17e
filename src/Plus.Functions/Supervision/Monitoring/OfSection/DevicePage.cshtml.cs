using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Functions.Supervision.Monitoring.Records;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Contacts.Planning;
using Plus.Web.Controls;
using Plus.Web.Journeys;

namespace Plus.Functions.Supervision.Monitoring.OfSection;

/// <summary>A step of a device: issued, attached, exchanged for another, returned, lost.</summary>
[RequiresPermission(MonitoringPermissions.Order)]
[KeepsDraft("supervision.device", Subject = "id")]
internal sealed class DevicePage(
    PlusDb db,
    SectionReader reader,
    MonitoringReader monitoring,
    MonitoringHandler handler,
    ViewLog views,
    SectionHead heading,
    PlusClock clock
) : MonitoringFormPage(reader, monitoring, views, heading)
{
    [BindProperty]
    public DeviceInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Devices { get; private set; } = [];

    public IReadOnlyList<Choice> Worn =>
        [
            .. Monitoring.Worn.Select(d => new Choice(
                d.Device.ToString(),
                T["supervision.deviceKind." + d.Kind] + " " + d.Serial
            )),
        ];

    public IReadOnlyList<Choice> Steps => [.. DeviceStep.Kinds.Select(s => new Choice(s, T["supervision.step." + s]))];

    protected override string StepKey => "supervision.device.title";

    public async Task<IActionResult> OnPostAsync()
    {
        if (!DeviceStep.Kinds.Contains(Input.Step))
        {
            ModelState.AddModelError("Input.Step", "supervision.device.stepMissing");
        }

        if (Input.Device is null)
        {
            ModelState.AddModelError("Input.Device", "supervision.device.deviceMissing");
        }

        if (Input.Step == "exchanged" && Input.Instead is null)
        {
            ModelState.AddModelError("Input.Instead", "supervision.device.insteadMissing");
        }

        if (!TypedTime.TryRead(Input.Time, out var time))
        {
            ModelState.AddModelError("Input.Time", "contacts.plan.timeMissing");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.StepAsync(
            Section,
            Input.Device!.Value,
            Input.Step!,
            PlusClock.InstantOf(Input.Day!.Value, time),
            string.IsNullOrWhiteSpace(Input.Note) ? null : Input.Note.Trim(),
            Input.Step == "exchanged" ? Input.Instead : null,
            Ct
        );
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("supervision.device.saved");
        return LocalRedirect(Href);
    }

    protected override async Task<bool> LoadAsync()
    {
        if (!await base.LoadAsync())
        {
            return false;
        }

        Input.Day ??= clock.Today;
        var stock = await db.Set<MonitoringDevice>()
            .AsNoTracking()
            .Where(d => d.State == DeviceState.InStock)
            .OrderBy(d => d.Kind)
            .ThenBy(d => d.Serial)
            .ToListAsync(Ct);
        Devices =
        [
            .. Worn,
            .. stock.Select(d => new Choice(
                d.Id.ToString(),
                T["supervision.deviceKind." + d.Kind] + " " + d.Serial + ", " + T["supervision.deviceState.InStock"]
            )),
        ];
        return true;
    }
}

/// <summary>What the form asks.</summary>
internal sealed class DeviceInput
{
    public string? Step { get; set; }

    public Guid? Device { get; set; }

    public Guid? Instead { get; set; }

    [Required(ErrorMessage = "contacts.plan.dayMissing")]
    public DateOnly? Day { get; set; }

    public string? Time { get; set; }

    [StringLength(2000)]
    public string? Note { get; set; }
}

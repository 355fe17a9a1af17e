using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Functions.Supervision.Monitoring.Records;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Editing;
using Plus.Web.Controls;
using Plus.Web.Journeys;

namespace Plus.Functions.Supervision.Monitoring.Devices;

/// <summary>The register of devices: how many are where, and new ones. With whom a device is stands in the section.</summary>
[RequiresPermission(MonitoringPermissions.View)]
[KeepsDraft("supervision.devices")]
internal sealed class DevicesPage(PlusDb db, Processes processes, StaffAccessor staff) : SectionFormPage
{
    public static readonly ProcessType Added = new("supervision.deviceAdded");

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    [StringLength(60)]
    public string? Serial { get; set; }

    public IReadOnlyList<MonitoringDevice> Devices { get; private set; } = [];

    public bool MayAdd => staff.Current.May(MonitoringPermissions.Watch);

    public IReadOnlyList<Choice> Kinds =>
        [.. MonitoringDevice.Kinds.Select(k => new Choice(k, T["supervision.deviceKind." + k]))];

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!MayAdd)
        {
            return Forbid();
        }

        if (!MonitoringDevice.Kinds.Contains(Kind))
        {
            ModelState.AddModelError(nameof(Kind), "supervision.devices.kindMissing");
        }

        var serial = Serial?.Trim().ToUpperInvariant() ?? "";
        if (serial.Length == 0)
        {
            ModelState.AddModelError(nameof(Serial), "supervision.devices.serialMissing");
        }
        else if (await db.Set<MonitoringDevice>().AnyAsync(d => d.Serial == serial, Ct))
        {
            ModelState.AddModelError(nameof(Serial), "supervision.devices.serialTaken");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var device = new MonitoringDevice(Kind!, serial);
        db.Add(device);
        var done = await processes.CommitAsync(
            new ProcessStart(Added)
            {
                Subject = device.Id,
                Values = new Dictionary<string, object?> { ["serial"] = serial },
            },
            Ct
        );
        return done.Done ? LocalRedirect("/monitoring/devices") : await RefusedAsync(done.Refusal);
    }

    protected override async Task<bool> LoadAsync()
    {
        Devices = await db.Set<MonitoringDevice>()
            .AsNoTracking()
            .OrderBy(d => d.Kind)
            .ThenBy(d => d.Serial)
            .ToListAsync(Ct);
        return true;
    }
}

using Plus.Kernel.Access;

namespace Plus.Functions.Supervision.Monitoring;

/// <summary>What may be done about electronic monitoring.</summary>
public static class MonitoringPermissions
{
    /// <summary>See a section's monitoring, the devices and the alarms.</summary>
    public const string View = "supervision.viewMonitoring";

    /// <summary>Suitability, permitted hours, intensification, devices.</summary>
    public const string Order = "supervision.orderMonitoring";

    /// <summary>Take, note, escalate and close alarms; shifts and the call list.</summary>
    public const string Watch = "supervision.watchAlarms";

    public static IEnumerable<Permission> All =>
        [new(View) { OfPeople = true, Reads = true }, new(Order) { OfPeople = true }, new(Watch) { OfPeople = true }];
}

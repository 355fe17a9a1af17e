using Plus.Kernel.Access;

namespace Plus.Shared.Incidents;

/// <summary>To whom an incident is told: who leads the office, the region, the Service.</summary>
public static class IncidentLevels
{
    public const string Office = "office";
    public const string Region = "region";
    public const string Service = "service";

    /// <summary>The nearest first; texts <c>incidents.level.&lt;code&gt;</c>.</summary>
    public static IReadOnlyList<string> All { get; } = [Office, Region, Service];

    /// <summary>The level on which a person leads; null when on none.</summary>
    public static string? Of(CurrentStaff staff) =>
        staff.ScopeOf(IncidentsModule.Lead) switch
        {
            AccessScope.Office => Office,
            AccessScope.Region => Region,
            AccessScope.Service => Service,
            _ => null,
        };
}

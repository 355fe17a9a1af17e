namespace Plus.Shared.Incidents;

/// <summary>Stored codes of this room.</summary>
public static class IncidentCodes
{
    /// <summary>What a host may tell by its own page.</summary>
    public const string WorkAccident = "workAccident";

    /// <summary>Who was harmed or threatened; texts <c>incidents.affected.&lt;code&gt;</c>.</summary>
    public static IReadOnlyList<string> Affected { get; } = ["client", "staff", "other", "nobody"];

    /// <summary>Who does a measure; texts <c>incidents.doer.&lt;code&gt;</c>.</summary>
    public static IReadOnlyList<string> Doers { get; } = ["caseManager", "head", "host", "other"];

    /// <summary>How a measure ends; texts <c>incidents.end.&lt;code&gt;</c>.</summary>
    public static IReadOnlyList<string> Ends { get; } = ["done", "dropped"];
}

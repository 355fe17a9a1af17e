namespace Plus.Law.CommunityWork;

/// <summary>What the client does on the day; it decides how long he may work.</summary>
public enum ClientWorkStatus
{
    Works,
    Studies,

    /// <summary>Neither works nor studies.</summary>
    Neither,

    /// <summary>Under fifteen years of age.</summary>
    UnderFifteen,

    /// <summary>Still in basic education, until eighteen.</summary>
    BasicEducation,
}

/// <summary>Stable codes of the statuses; texts <c>law.work_status.&lt;code&gt;</c>.</summary>
public static class ClientWorkStatuses
{
    public static string Code(this ClientWorkStatus status) =>
        status switch
        {
            ClientWorkStatus.Works => "works",
            ClientWorkStatus.Studies => "studies",
            ClientWorkStatus.Neither => "neither",
            ClientWorkStatus.UnderFifteen => "under_fifteen",
            ClientWorkStatus.BasicEducation => "basic_education",
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown status."),
        };

    public static bool IsChildLimited(this ClientWorkStatus status) =>
        status is ClientWorkStatus.UnderFifteen or ClientWorkStatus.BasicEducation;
}

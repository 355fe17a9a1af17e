namespace Plus.Law;

/// <summary>How well a number or a rule is founded. Unverified ones are shown as such and can be confirmed or changed
/// by an administrator from a date on.</summary>
public enum Standing
{
    /// <summary>Read in a published source.</summary>
    Confirmed,

    /// <summary>Known from memory, from an older wording, or chosen where no source decides.</summary>
    Unverified,
}

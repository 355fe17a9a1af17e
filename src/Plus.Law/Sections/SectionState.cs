namespace Plus.Law.Sections;

/// <summary>States of a section, the execution of one measure.</summary>
public enum SectionState
{
    /// <summary>The founding document has come; the client has not registered.</summary>
    Received,

    /// <summary>The client has registered.</summary>
    Registered,

    /// <summary>The measure is being executed.</summary>
    Active,

    /// <summary>Execution is interrupted; the term stands still.</summary>
    Suspended,

    /// <summary>The end is being prepared or decided upon (for example by the court).</summary>
    Closing,

    /// <summary>Ended with an outcome; can be reopened.</summary>
    Closed,

    /// <summary>Registered in error or withdrawn; counts nowhere and never comes back.</summary>
    Annulled,
}

/// <summary>Stable codes of the states; texts <c>law.state.&lt;code&gt;</c>.</summary>
public static class SectionStates
{
    public static string Code(this SectionState state) =>
        state switch
        {
            SectionState.Received => "received",
            SectionState.Registered => "registered",
            SectionState.Active => "active",
            SectionState.Suspended => "suspended",
            SectionState.Closing => "closing",
            SectionState.Closed => "closed",
            SectionState.Annulled => "annulled",
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state."),
        };

    /// <summary>True while there is something to do: neither closed nor annulled.</summary>
    public static bool IsOpen(this SectionState state) => state is not (SectionState.Closed or SectionState.Annulled);
}

namespace Plus.Kernel.Audit;

/// <summary>
/// The kinds of processing that the law wants logged (Directive (EU) 2016/680 art. 25): every event of the audit is one
/// of them.
/// </summary>
public enum EventKind
{
    /// <summary>Data were taken in.</summary>
    Collect,

    /// <summary>Data were changed.</summary>
    Change,

    /// <summary>Data were shown.</summary>
    Consult,

    /// <summary>Data left: a file, a print, an answer to somebody else.</summary>
    Disclose,

    /// <summary>Data were put together: records matched, merged, linked.</summary>
    Combine,

    /// <summary>Data were erased.</summary>
    Erase,
}

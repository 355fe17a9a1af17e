using System.Globalization;

namespace Plus.Shared.Audit.Proof;

/// <summary>What was done to the audit.</summary>
internal enum AuditBreakKind
{
    /// <summary>A sealed event is not there.</summary>
    Deleted,

    /// <summary>A sealed event says something else than when it was sealed.</summary>
    Changed,

    /// <summary>An event was put in afterwards.</summary>
    Inserted,

    /// <summary>Events or seals stand in another order.</summary>
    Reordered,

    /// <summary>Seals are missing from the middle of a chain.</summary>
    SealsMissing,

    /// <summary>A chain ends before the place that a signed head tells of.</summary>
    Truncated,

    /// <summary>A chain hangs together and is not the one that a signed head tells of.</summary>
    Rewritten,

    /// <summary>A head is not signed by the key, is missing, or does not follow the one before it.</summary>
    HeadBroken,
}

/// <summary>The first thing that is wrong in a chain, or with the heads.</summary>
internal sealed record AuditBreak(AuditBreakKind Kind, string Where, string Why)
{
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Kind.ToString().ToLowerInvariant()}: {Where}: {Why}");
}

namespace Plus.Web.Layout;

/// <summary>How urgent a warning of the identity bar is.</summary>
public enum WarningKind
{
    /// <summary>Staff or another person may be harmed.</summary>
    Danger,

    /// <summary>To be known before acting (minor, protected data, interpreter).</summary>
    Notice,
}

/// <summary>A warning shown on every page of a client, in words.</summary>
public sealed record IdentityWarning(WarningKind Kind, string Text, string? Href = null);

/// <summary>
/// A measure with what is left of it. <c>Done</c> and <c>Whole</c> are in one unit (days or minutes); without
/// <c>Whole</c> there is no bar; without <c>Href</c> the measure is out of the reader's reach and no link.
/// </summary>
public sealed record IdentityMeasure(string Text, string Left, string? Href, long Done = 0, long? Whole = null);

/// <summary>
/// The bar on every page of a client: who, age, number, level and why, measures with time or hours left, warnings.
/// For a restricted person the room gives the number as the name and leaves the rest out.
/// </summary>
public sealed record IdentityBar(string Name, string Href, string Number)
{
    /// <summary>Age or birth date in words.</summary>
    public string? Age { get; init; }

    /// <summary>Level of risk or supervision in words.</summary>
    public string? Level { get; init; }

    /// <summary>Why the level is what it is.</summary>
    public string? LevelReason { get; init; }

    /// <summary>Open measures.</summary>
    public IReadOnlyList<IdentityMeasure> Measures { get; init; } = [];

    /// <summary>Warnings.</summary>
    public IReadOnlyList<IdentityWarning> Warnings { get; init; } = [];
}

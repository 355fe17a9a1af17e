namespace Plus.Web.Journeys;

/// <summary>
/// A field that stands differently now: what is saved, what was typed. <c>FieldId</c> is the control's id and
/// <c>TheirsTyped</c> what to put in it to take theirs over.
/// </summary>
public sealed record FieldConflict(
    string Label,
    string? Theirs,
    string? Yours,
    string? FieldId = null,
    string? TheirsTyped = null
);

/// <summary>
/// Somebody saved the record while this form was being filled in. The page sets <c>Head.Conflict</c>, answers 409 and
/// shows itself again: what was typed stands in the form, the comparison above it, and the form now carries
/// <c>Version</c>, the version compared with, so that saving again is a decision and not an accident.
/// </summary>
public sealed record VersionConflict(
    string Version,
    string? ChangedBy,
    DateTimeOffset? ChangedAt,
    IReadOnlyList<FieldConflict> Fields
)
{
    /// <summary>What the other person did, in words; null when it is not known.</summary>
    public string? Done { get; init; }

    /// <summary>
    /// The page put what is saved now into its model: the controls, which show what was typed, know both, and the fields
    /// that differ are taken from them. <see cref="Fields"/> stays empty.
    /// </summary>
    public bool FromControls { get; init; }
}

namespace Plus.Kernel.Results;

/// <summary>What kind of refusal it is; one place maps kinds to pages and to HTTP status codes.</summary>
public enum RefusalKind
{
    /// <summary>What was given breaks a rule; the person can mend it.</summary>
    Invalid,

    /// <summary>Somebody else changed the record since it was shown.</summary>
    Conflict,

    /// <summary>No such record, or none that this person may know of.</summary>
    NotFound,

    /// <summary>The person may not do this.</summary>
    Forbidden,
}

/// <summary>
/// An expected "no", as a value. Each feature names its own as a sentence, for example
/// <c>HoursExceedImposedAmount</c>. The text stands in the feature's texts under <see cref="TextKey"/>.
/// </summary>
public abstract record Refusal(string TextKey, RefusalKind Kind = RefusalKind.Invalid)
{
    /// <summary>The form field it belongs to, or null when it belongs to the whole form.</summary>
    public virtual string? Field => null;

    /// <summary>Named values for the text. Never personal data of somebody else.</summary>
    public virtual IReadOnlyDictionary<string, object?> Values { get; } = new Dictionary<string, object?>();
}

/// <summary>No record that this person may know of: what does not exist and what may not be seen answer alike.</summary>
public sealed record NoSuchRecord() : Refusal("kernel.refusal.noSuchRecord", RefusalKind.NotFound);

/// <summary>The record was changed by another person after it was shown.</summary>
public sealed record ChangedMeanwhile() : Refusal("kernel.refusal.changedMeanwhile", RefusalKind.Conflict);

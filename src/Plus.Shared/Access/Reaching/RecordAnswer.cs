namespace Plus.Shared.Access.Reaching;

/// <summary>
/// What somebody is told of a record: everything, the number of its case and nothing more, or that there is none. There is
/// no fourth answer: what is not known to be full or limited is not found, and counts nowhere.
/// </summary>
public abstract record RecordAnswer
{
    private RecordAnswer() { }

    /// <summary>Within reach and closed to nobody who asks.</summary>
    public sealed record Full : RecordAnswer;

    /// <summary>Within the person's scope, but closed to them.</summary>
    public sealed record Limited(string Number) : RecordAnswer;

    /// <summary>Outside the scope, or no record at all: the two look alike.</summary>
    public sealed record NotFound : RecordAnswer;
}

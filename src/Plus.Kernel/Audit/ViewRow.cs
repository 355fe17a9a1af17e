using Plus.Kernel.Ids;

namespace Plus.Kernel.Audit;

/// <summary>The kinds of reading that are logged.</summary>
public enum ViewKind
{
    /// <summary>A record was shown.</summary>
    Consult,

    /// <summary>A list was shown; the row names every person in it.</summary>
    List,

    /// <summary>A search was answered; the row names every person in the answer.</summary>
    Search,

    /// <summary>Data left as a file, a print or an answer of the API.</summary>
    Disclose,
}

/// <summary>One reading of clients' data. Appended, never changed.</summary>
public sealed class ViewRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public DateTimeOffset At { get; init; }

    public StaffId? ActorId { get; init; }

    public required ViewKind Kind { get; init; }

    /// <summary>The page or endpoint, by its permission code.</summary>
    public required string Part { get; init; }

    /// <summary>Everyone whose data were shown.</summary>
    public required Guid[] Clients { get; init; }

    public SectionId? SectionId { get; init; }

    /// <summary>
    /// Purpose code: <c>case</c> where the case itself is the purpose, what was stated elsewhere, or what the role is for; null
    /// for lists and for the service itself.
    /// </summary>
    public string? Purpose { get; init; }

    public required string Source { get; init; }
}

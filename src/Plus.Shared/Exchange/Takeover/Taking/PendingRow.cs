using Plus.Shared.Exchange.Messages;
using Plus.Shared.Exchange.Takeover.Reading;

namespace Plus.Shared.Exchange.Takeover.Taking;

/// <summary>What became of a row.</summary>
internal enum RowOutcome
{
    Waiting,
    Taken,
    Joined,
    Unchanged,
    Corrected,
    Quarantined,
}

/// <summary>What is known of a row from earlier runs, or from earlier in this one.</summary>
internal sealed record KnownRow(Guid PlusId, byte[] ContentHash, Guid SeenRun);

/// <summary>One row on its way.</summary>
internal sealed class PendingRow(RowCheck row, byte[] hash)
{
    private readonly List<IntakeReason> _reasons = [.. row.Reasons];
    private readonly SortedSet<string> _marks = new(StringComparer.Ordinal);

    public RowCheck Row => row;

    public byte[] Hash => hash;

    public KnownRow? Known { get; set; }

    public RowOutcome Outcome { get; private set; }

    public Guid PlusId { get; private set; }

    public IReadOnlyList<IntakeReason> Reasons => _reasons;

    public IReadOnlyCollection<string> Marks => _marks;

    public bool IsRefused => _reasons.Count > 0;

    /// <summary>Stays in quarantine.</summary>
    public void Refuse(string reason, string? field, params (string Name, object? Value)[] values) =>
        _reasons.Add(IntakeReason.Of(reason, field, values));

    /// <summary>Is taken all the same.</summary>
    public void Mark(string mark) => _marks.Add(mark);

    public void Become(RowOutcome outcome, Guid plusId) => (Outcome, PlusId) = (outcome, plusId);

    public void Quarantine()
    {
        _marks.Clear();
        (Outcome, PlusId) = (RowOutcome.Quarantined, Guid.Empty);
    }
}

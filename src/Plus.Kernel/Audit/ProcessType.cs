namespace Plus.Kernel.Audit;

/// <summary>
/// A kind of write. <paramref name="Code"/> is stable and stored; its history line stands in the texts under
/// <c>process.&lt;code&gt;</c>.
/// </summary>
/// <param name="Code">Stable code such as <c>clients.addressChanged</c>.</param>
/// <param name="OnTimeline">Whether the client's timeline shows it. What is not listed as shown stays hidden.</param>
public sealed record ProcessType(string Code, bool OnTimeline = false)
{
    /// <summary>Which of the six kinds of processing it is; what names none is a change.</summary>
    public EventKind Kind { get; init; } = EventKind.Change;
}

using Plus.Kernel.Ids;

namespace Plus.Shared.Exchange.Worklist;

/// <summary>A message in the list.</summary>
internal sealed record MessageRow(
    Guid Id,
    DateTimeOffset ReceivedAt,
    string? Kind,
    string State,
    bool Waiting,
    IReadOnlyList<string> Reasons,
    ClientId? Client,
    string? Name
);

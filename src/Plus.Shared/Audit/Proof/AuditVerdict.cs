using System.Globalization;
using Plus.Shared.Audit.Sealing;

namespace Plus.Shared.Audit.Proof;

/// <summary>What a proof has found.</summary>
/// <param name="Events">How many sealed events were proved.</param>
/// <param name="AfterHead">How many of them came after the last head: sealed, and vouched for by nothing outside.</param>
/// <param name="Unsealed">How many events carry no seal yet.</param>
internal sealed record AuditVerdict(
    long Events,
    long AfterHead,
    long Unsealed,
    AuditHead? LastHead,
    IReadOnlyList<AuditBreak> Breaks
)
{
    /// <summary>How many events lost their words by erasures that two people agreed on.</summary>
    public long Reduced { get; init; }

    public bool IsWhole => Breaks.Count == 0;

    /// <summary>For an operator, in lines.</summary>
    public IEnumerable<string> Lines()
    {
        foreach (var found in Breaks)
        {
            yield return "BROKEN " + found;
        }

        yield return LastHead is { } head
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"Last head: {head.Number} of {head.At.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC. After it: {AfterHead} sealed and {Unsealed} unsealed events, the only gap."
            )
            : $"There is no signed head: the chains hang together, and nothing outside the database vouches for them. {Unsealed} events are unsealed.";
        if (Reduced > 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{Reduced} events lost their words by erasures; where they stand is proved."
            );
        }

        yield return IsWhole
            ? string.Create(CultureInfo.InvariantCulture, $"Whole: {Events} events are as they were sealed.")
            : string.Create(
                CultureInfo.InvariantCulture,
                $"Not whole: {Breaks.Count} breaks; {Events} events were proved before them."
            );
    }
}

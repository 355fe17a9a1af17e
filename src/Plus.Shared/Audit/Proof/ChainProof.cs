using System.Globalization;
using Plus.Shared.Audit.Sealing;

namespace Plus.Shared.Audit.Proof;

/// <summary>Walks one chain from its first event, computes every hash anew, and names the first event that is wrong.</summary>
internal sealed class ChainProof
{
    // An event is written in one transaction and sealed within a second after it; so long no transaction takes.
    private static readonly TimeSpan LongestTransaction = TimeSpan.FromHours(1);

    private readonly string _chain;
    private readonly List<(AuditHead Head, HeadChain Here)> _heads;
    private readonly long _beforeHeads;
    private readonly Reductions _reductions;
    private int _nextHead;

    public ChainProof(string chain, IReadOnlyList<AuditHead> heads, Reductions? reductions = null)
    {
        _reductions = reductions ?? Reductions.None;
        _chain = chain;
        _heads = [.. heads.Where(h => h.Chains.ContainsKey(chain)).Select(h => (h, h.Chains[chain]))];
        // What was sealed before there was any head may be older: a service that was taken over, a demo.
        _beforeHeads = heads is [var first, ..] ? first.Chains.GetValueOrDefault(chain)?.Count ?? 0 : long.MaxValue;
    }

    /// <summary>How many events are proved so far.</summary>
    public long Count { get; private set; }

    public string Hash { get; private set; } = "";

    /// <summary>How many of them lost words by an erasure: that they stand here is proved, what they said is gone.</summary>
    public long Reduced { get; private set; }

    public AuditBreak? Break { get; private set; }

    /// <summary>The next event; nothing is looked at after a break.</summary>
    public void Add(SealedEvent sealedEvent)
    {
        if (Break is not null)
        {
            return;
        }

        Break = Judge(sealedEvent);
        if (Break is not null)
        {
            return;
        }

        Hash = sealedEvent.Hash;
        Count = sealedEvent.Number;
        for (; _nextHead < _heads.Count && _heads[_nextHead].Here.Count <= Count; _nextHead++)
        {
            var (head, here) = _heads[_nextHead];
            if (here.Count == Count && here.Hash != Hash)
            {
                var since = _nextHead == 0 ? 1 : _heads[_nextHead - 1].Here.Count + 1;
                Break = new AuditBreak(
                    AuditBreakKind.Rewritten,
                    $"{_chain}, events {since} to {Count}",
                    $"head {head.Number} of {Time(head.At)} tells of other ones."
                );
                return;
            }
        }
    }

    /// <summary>The chain has no more events.</summary>
    public void End()
    {
        if (Break is null && _heads.Count > _nextHead)
        {
            var (head, here) = _heads[_nextHead];
            Break = new AuditBreak(
                AuditBreakKind.Truncated,
                $"{_chain}, event {Count + 1}",
                $"head {head.Number} of {Time(head.At)} tells of {here.Count} events, {Count} are there."
            );
        }
    }

    private AuditBreak? Judge(SealedEvent e)
    {
        var where = $"{_chain}, event {e.Number}, {e.Id}";
        if (e.Number != Count + 1)
        {
            return new AuditBreak(
                AuditBreakKind.SealsMissing,
                $"{_chain}, event {Count + 1}",
                $"the next seal is that of event {e.Number}."
            );
        }

        if (e.Line is null)
        {
            return new AuditBreak(AuditBreakKind.Deleted, where, $"sealed {Time(e.SealedAt)}, and it is not there.");
        }

        if (AuditChain.Next(Hash, e.Line) != e.Hash && _reductions.Explain(e.Id, e.Line))
        {
            Reduced++;
        }
        else if (AuditChain.Next(Hash, e.Line) != e.Hash)
        {
            return e.Near.Any(l => AuditChain.Next(Hash, l) == e.Hash)
                ? new AuditBreak(AuditBreakKind.Reordered, where, "another event was sealed in this place.")
                : new AuditBreak(
                    AuditBreakKind.Changed,
                    where,
                    $"sealed {Time(e.SealedAt)}, and it or its seal has been changed since."
                );
        }

        if (e.Copies > 1)
        {
            return new AuditBreak(AuditBreakKind.Inserted, where, $"{e.Copies} events carry this id.");
        }

        return e.Number > _beforeHeads && EventLine.At(e.Line) is { } at && at < e.SealedAt - LongestTransaction
            ? new AuditBreak(
                AuditBreakKind.Inserted,
                where,
                $"it says {Time(at)} and came only at {Time(e.SealedAt)}, after heads had been signed."
            )
            : null;
    }

    private static string Time(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + " UTC";
}

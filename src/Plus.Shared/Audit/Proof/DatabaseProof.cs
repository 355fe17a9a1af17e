using Npgsql;
using Plus.Shared.Audit.Sealing;

namespace Plus.Shared.Audit.Proof;

/// <summary>Proves the audit of a database.</summary>
internal static class DatabaseProof
{
    public static async Task<AuditVerdict> ProveAsync(
        NpgsqlConnection connection,
        TrustedHeads heads,
        CancellationToken ct
    )
    {
        var breaks = new List<AuditBreak>();
        if (heads.Break is { } broken)
        {
            breaks.Add(broken);
        }

        await using var transaction = await connection.BeginTransactionAsync(
            System.Data.IsolationLevel.RepeatableRead,
            ct
        );
        var reductions = await Reductions.ReadAsync(connection, ct);
        var (events, after, reduced) = (0L, 0L, 0L);
        foreach (var chain in AuditChain.All)
        {
            var proof = new ChainProof(chain, heads.All, reductions);
            await foreach (var sealedEvent in SealedEvents.ReadAsync(connection, chain, ct))
            {
                proof.Add(sealedEvent);
                if (proof.Break is not null)
                {
                    break;
                }
            }

            proof.End();
            if (proof.Break is { } found)
            {
                breaks.Add(found);
            }

            events += proof.Count;
            reduced += proof.Reduced;
            after += Math.Max(0, proof.Count - (heads.Last?.Chains.GetValueOrDefault(chain)?.Count ?? 0));
        }

        var unsealed = await SealedEvents.UnsealedAsync(connection, ct);
        if (heads.Last is { } last)
        {
            breaks.AddRange(unsealed.Where(u => u.At < last.At.AddHours(-1)).Take(1).Select(Stray));
        }

        return new AuditVerdict(events, after, unsealed.Count, heads.Last, breaks) { Reduced = reduced };
    }

    /// <summary>An event that stood there long before the last head and was never sealed did not come through the door.</summary>
    public static AuditBreak Stray(UnsealedEvent unsealed) =>
        new(
            AuditBreakKind.Inserted,
            $"{unsealed.Table}, {unsealed.Id}",
            $"no seal names it, although it says {unsealed.At.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC."
        );
}

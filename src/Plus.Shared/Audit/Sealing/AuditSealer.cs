using Npgsql;
using Plus.Kernel.Time;

namespace Plus.Shared.Audit.Sealing;

/// <summary>
/// Seals the events that have committed since the last time: each gets its number in its chain and the chain's hash after
/// it. Events that commit late are found by the transaction that wrote them, never by their time or id.
/// </summary>
public sealed class AuditSealer(NpgsqlDataSource source, PlusClock clock)
{
    private const long Lock = 1347179842;

    // Below these transactions nothing is left to seal, as far as this process knows.
    private readonly Dictionary<string, (string Cluster, long Horizon)> _known = [];

    /// <summary>Seals what there is.</summary>
    /// <param name="wait">Waits for another process that is sealing; else leaves it to that one.</param>
    /// <returns>How many events were sealed.</returns>
    public async Task<long> SealAsync(bool wait, CancellationToken ct)
    {
        await using var writing = await source.OpenConnectionAsync(ct);
        await using var transaction = await writing.BeginTransactionAsync(ct);
        if (!await LockAsync(writing, wait, ct))
        {
            return 0;
        }

        // Asked before the events are read: whatever is below it has then ended and is seen.
        var (cluster, horizon) = await HorizonAsync(writing, ct);
        var tails = await ChainTail.ReadAsync(writing, ct);
        await using var reading = await source.OpenConnectionAsync(ct);
        var count = 0L;
        foreach (var table in AuditChain.Tables)
        {
            count += await SealAsync(table, tails, new Pass(reading, writing, cluster, horizon, clock.Now), ct);
        }

        await transaction.CommitAsync(ct);
        foreach (var table in AuditChain.Tables)
        {
            _known[table] = (cluster, horizon);
        }

        return count;
    }

    private async Task<long> SealAsync(string table, IReadOnlyList<ChainTail> tails, Pass pass, CancellationToken ct)
    {
        var since = tails
            .Where(t => AuditChain.TableOf(t.Chain) == table && t.Cluster == pass.Cluster)
            .Select(t => t.Horizon)
            .DefaultIfEmpty(0)
            .Max();
        if (_known.TryGetValue(table, out var known) && known.Cluster == pass.Cluster)
        {
            since = Math.Max(since, known.Horizon);
        }

        await using var command = new NpgsqlCommand(Unsealed(table, since == 0), pass.Reading);
        command.CommandTimeout = 0;
        command.Parameters.AddWithValue(since);
        command.Parameters.AddWithValue(pass.Cluster);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var blocks = new Dictionary<string, SealedBlock>(StringComparer.Ordinal);
        var count = 0L;
        while (await reader.ReadAsync(ct))
        {
            var id = reader.GetGuid(0);
            var chain = AuditChain.Of(table, id);
            var block = blocks.GetValueOrDefault(chain) ?? Begin(chain, tails);
            if (block.IsFull)
            {
                await pass.WriteAsync(block, ct);
                block = new SealedBlock(chain, block.Next, block.Hash);
            }

            block.Add(id, reader.GetDateTime(1), reader.GetInt64(2), reader.GetString(3));
            blocks[chain] = block;
            count++;
        }

        foreach (var block in blocks.Values.Where(b => !b.IsEmpty))
        {
            await pass.WriteAsync(block, ct);
        }

        return count;
    }

    // In another cluster than that of the last seals the transaction numbers say nothing: all seals are looked at.
    private static string Unsealed(string table, bool all) =>
        $"""
            SELECT e.id, e.at, e.xid::text::bigint, audit.line(e)
            FROM audit.{table} e
            WHERE e.xid >= ($1::bigint)::text::xid8 AND NOT EXISTS (
                SELECT FROM (
                    SELECT unnest(s.ids) AS id FROM audit.seal s
                    WHERE s.chain LIKE '{table}/%' {(
                all ? "AND $2::text IS NOT NULL" : "AND s.highest >= $1 AND s.cluster = $2"
            )}
                ) done WHERE done.id = e.id)
            ORDER BY e.at, e.id
            """;

    private static SealedBlock Begin(string chain, IReadOnlyList<ChainTail> tails)
    {
        var tail = tails.FirstOrDefault(t => t.Chain == chain);
        return new SealedBlock(chain, (tail?.Count ?? 0) + 1, tail?.Hash ?? "");
    }

    private static async Task<bool> LockAsync(NpgsqlConnection connection, bool wait, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            wait ? $"SELECT true FROM pg_advisory_xact_lock({Lock})" : $"SELECT pg_try_advisory_xact_lock({Lock})",
            connection
        );
        command.CommandTimeout = 0;
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    private static async Task<(string Cluster, long Horizon)> HorizonAsync(
        NpgsqlConnection connection,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(
            "SELECT audit.cluster(), pg_snapshot_xmin(pg_current_snapshot())::text::bigint",
            connection
        );
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return (reader.GetString(0), reader.GetInt64(1));
    }

    private sealed record Pass(
        NpgsqlConnection Reading,
        NpgsqlConnection Writing,
        string Cluster,
        long Horizon,
        DateTimeOffset Now
    )
    {
        public Task WriteAsync(SealedBlock block, CancellationToken ct) =>
            block.WriteAsync(Writing, Now, Cluster, Horizon, ct);
    }
}

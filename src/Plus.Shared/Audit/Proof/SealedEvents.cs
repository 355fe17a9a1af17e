using System.Globalization;
using System.Runtime.CompilerServices;
using Npgsql;
using Plus.Shared.Audit.Sealing;

namespace Plus.Shared.Audit.Proof;

/// <summary>Reads seals with the events that they seal, as these stand now.</summary>
internal static class SealedEvents
{
    /// <summary>The events of one chain in the order of their numbers.</summary>
    public static async IAsyncEnumerable<SealedEvent> ReadAsync(
        NpgsqlConnection connection,
        string chain,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        var last = long.MinValue;
        while (await BlockAsync(connection, chain, last, ct) is { } block)
        {
            last = block.First;
            var lines = await LinesAsync(connection, AuditChain.TableOf(chain), block, ct);
            string[]? near = null;
            for (var at = 0; at < block.Ids.Length; at++)
            {
                var found = lines.GetValueOrDefault(block.Ids[at]) ?? [];
                yield return new SealedEvent(
                    block.First + at,
                    block.Ids[at],
                    block.SealedAt,
                    block.HashOf(at),
                    found.Count == 0 ? null : found[0],
                    found.Count
                )
                {
                    Near = near ??= [.. lines.Values.SelectMany(l => l)],
                };
            }
        }
    }

    /// <summary>The events that no seal names.</summary>
    public static async Task<IReadOnlyList<UnsealedEvent>> UnsealedAsync(
        NpgsqlConnection connection,
        CancellationToken ct
    )
    {
        var unsealed = new List<UnsealedEvent>();
        foreach (var table in AuditChain.Tables)
        {
            await using var command = new NpgsqlCommand(
                $"""
                SELECT e.id, e.at FROM audit.{table} e
                WHERE NOT EXISTS (
                    SELECT FROM (SELECT unnest(ids) AS id FROM audit.seal WHERE chain LIKE '{table}/%') s WHERE s.id = e.id)
                ORDER BY e.at LIMIT 100000
                """,
                connection
            );
            command.CommandTimeout = 0;
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                unsealed.Add(new UnsealedEvent(table, reader.GetGuid(0), reader.GetFieldValue<DateTimeOffset>(1)));
            }
        }

        return unsealed;
    }

    private static async Task<Block?> BlockAsync(
        NpgsqlConnection connection,
        string chain,
        long after,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT first, ids, hashes, sealed_at, earliest, latest FROM audit.seal
            WHERE chain = $1 AND first > $2 ORDER BY first LIMIT 1
            """,
            connection
        );
        command.Parameters.AddWithValue(chain);
        command.Parameters.AddWithValue(after);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct)
            ? new Block(
                reader.GetInt64(0),
                reader.GetFieldValue<Guid[]>(1),
                reader.GetFieldValue<byte[]>(2),
                reader.GetFieldValue<DateTimeOffset>(3),
                reader.GetDateTime(4),
                reader.GetDateTime(5)
            )
            : null;
    }

    private static async Task<Dictionary<Guid, List<string>>> LinesAsync(
        NpgsqlConnection connection,
        string table,
        Block block,
        CancellationToken ct
    )
    {
        var lines = new Dictionary<Guid, List<string>>();
        // Within their time first, so that only a month is read; an event whose time was changed is looked for everywhere.
        foreach (var condition in (string[])["AND e.at BETWEEN $2 AND $3", "AND (e.at < $2 OR e.at > $3)"])
        {
            await using var command = new NpgsqlCommand(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"SELECT e.id, audit.line(e) FROM audit.{table} e WHERE e.id = ANY ($1) {condition}"
                ),
                connection
            );
            command.Parameters.AddWithValue(block.Ids);
            command.Parameters.AddWithValue(block.Earliest);
            command.Parameters.AddWithValue(block.Latest);
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                var id = reader.GetGuid(0);
                if (!lines.TryGetValue(id, out var same))
                {
                    lines[id] = same = [];
                }

                same.Add(reader.GetString(1));
            }
        }

        return lines;
    }

    private sealed record Block(
        long First,
        Guid[] Ids,
        byte[] Hashes,
        DateTimeOffset SealedAt,
        DateTime Earliest,
        DateTime Latest
    )
    {
        public string HashOf(int at) =>
            (at + 1) * 32 <= Hashes.Length ? Convert.ToHexStringLower(Hashes, at * 32, 32) : "";
    }
}

using Npgsql;

namespace Plus.Shared.Audit.Sealing;

/// <summary>Where a chain ends.</summary>
/// <param name="Count">How many events it holds.</param>
/// <param name="Hash">Its hash after the last of them, lower-case hexadecimal.</param>
internal sealed record ChainTail(string Chain, long Count, string Hash)
{
    /// <summary>The ends of all chains that have begun.</summary>
    public static async Task<IReadOnlyList<ChainTail>> ReadAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT c.chain, s.first + cardinality(s.ids) - 1,
                   encode(substr(s.hashes, octet_length(s.hashes) - 31), 'hex')
            FROM unnest($1) AS c (chain)
            CROSS JOIN LATERAL (SELECT * FROM audit.seal WHERE chain = c.chain ORDER BY first DESC LIMIT 1) s
            """,
            connection
        );
        command.Parameters.AddWithValue(AuditChain.All.ToArray());
        await using var reader = await command.ExecuteReaderAsync(ct);
        var tails = new List<ChainTail>();
        while (await reader.ReadAsync(ct))
        {
            tails.Add(new ChainTail(reader.GetString(0), reader.GetInt64(1), reader.GetString(2)));
        }

        return tails;
    }
}

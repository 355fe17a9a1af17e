using Npgsql;

namespace Plus.Shared.Audit.Sealing;

/// <summary>Events of one chain that one pass of the sealer has found, being gathered.</summary>
internal sealed class SealedBlock(string chain, long first, string hash)
{
    /// <summary>More than so many events do not go into one row.</summary>
    public const int Most = 1000;

    private readonly List<Guid> _ids = [];
    private readonly List<byte> _hashes = [];
    private DateTime _earliest = DateTime.MaxValue;
    private DateTime _latest = DateTime.MinValue;
    private long _highest;

    public string Hash { get; private set; } = hash;

    /// <summary>The number that the chain's next event has.</summary>
    public long Next => first + _ids.Count;

    public bool IsFull => _ids.Count == Most;

    public bool IsEmpty => _ids.Count == 0;

    public void Add(Guid id, DateTime at, long transaction, string line)
    {
        Hash = AuditChain.Next(Hash, line);
        _ids.Add(id);
        _hashes.AddRange(Convert.FromHexString(Hash));
        _earliest = at < _earliest ? at : _earliest;
        _latest = at > _latest ? at : _latest;
        _highest = Math.Max(_highest, transaction);
    }

    public async Task WriteAsync(
        NpgsqlConnection connection,
        DateTimeOffset now,
        string cluster,
        long horizon,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(
            """
            INSERT INTO audit.seal (chain, first, ids, hashes, sealed_at, earliest, latest, cluster, highest, horizon)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            connection
        );
        command.Parameters.AddWithValue(chain);
        command.Parameters.AddWithValue(first);
        command.Parameters.AddWithValue(_ids.ToArray());
        command.Parameters.AddWithValue(_hashes.ToArray());
        command.Parameters.AddWithValue(now);
        command.Parameters.AddWithValue(_earliest);
        command.Parameters.AddWithValue(_latest);
        command.Parameters.AddWithValue(cluster);
        command.Parameters.AddWithValue(_highest);
        command.Parameters.AddWithValue(horizon);
        await command.ExecuteNonQueryAsync(ct);
    }
}

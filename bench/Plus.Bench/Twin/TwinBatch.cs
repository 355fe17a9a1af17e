using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace Plus.Bench.Twin;

/// <summary>Statements sent in one round trip; all rows of their results as text.</summary>
internal sealed class TwinBatch(NpgsqlDataSource database) : IAsyncDisposable
{
    private readonly NpgsqlBatch _batch = database.CreateBatch();
    private readonly List<string?> _addresses = [];

    public StringBuilder Text { get; } = new(8192);

    /// <summary>People met in the rows of <see cref="Add"/> with <c>client</c> as the second column.</summary>
    public HashSet<Guid> Clients { get; } = [];

    public ValueTask DisposeAsync() => _batch.DisposeAsync();

    /// <param name="address">Where the first column, an id, leads to; the second is a client then. Null for plain rows.</param>
    public void Add(string? address, string sql, params ReadOnlySpan<object?> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(
                value is Guid[] ids
                    ? new NpgsqlParameter { Value = ids, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid }
                    : new NpgsqlParameter { Value = value ?? DBNull.Value }
            );
        }

        _batch.BatchCommands.Add(command);
        _addresses.Add(address);
    }

    public async Task RunAsync(CancellationToken ct)
    {
        await using var reader = await _batch.ExecuteReaderAsync(ct);
        var result = 0;
        do
        {
            // Statements without rows, such as the audit's, give no result of their own.
            var address = _addresses[Math.Min(result, _addresses.Count - 1)];
            while (await reader.ReadAsync(ct))
            {
                Write(reader, address);
            }

            result++;
        } while (await reader.NextResultAsync(ct));
    }

    private void Write(NpgsqlDataReader reader, string? address)
    {
        var first = 0;
        if (address is not null)
        {
            Text.Append(address).Append(reader.GetGuid(0)).Append(' ');
            Clients.Add(reader.GetGuid(1));
            first = 2;
        }

        for (var i = first; i < reader.FieldCount; i++)
        {
            if (!reader.IsDBNull(i))
            {
                Text.Append(reader.GetValue(i));
            }

            Text.Append(' ');
        }

        Text.Append('\n');
    }
}

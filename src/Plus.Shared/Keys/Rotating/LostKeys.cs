using Npgsql;
using Plus.Shared.Keys.Ring;

namespace Plus.Shared.Keys.Rotating;

/// <summary>
/// The last resort: the master keys are gone and so are both parts of their export. A new ring is made, and what only the
/// old one opened is given up.
/// </summary>
internal static class LostKeys
{
    /// <param name="connectionString">Of the owner.</param>
    /// <returns>The new key's id, and how many sealed keys stay closed for good.</returns>
    public static async Task<(string Id, long Closed)> GiveUpAsync(
        KeyPlaces places,
        string connectionString,
        IReadOnlyCollection<WrappedKeyColumn> columns,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        if (File.Exists(places.File))
        {
            throw new KeysUnavailableException(
                $"{places.File} is there: nothing is lost. Move it away if it is of no use."
            );
        }

        await using var source = NpgsqlDataSource.Create(connectionString);
        long closed = 0;
        foreach (var column in columns)
        {
            await using var count = source.CreateCommand($"SELECT count(*) FROM {column.Table}");
            closed += (long)(await count.ExecuteScalarAsync(ct))!;
        }

        var made = MasterKey.Make(now);
        KeyFile.Write(places, new RingContent(made.Id, [made]));
        // Secrets of authenticators open with the cookies' keys alone, which are gone: they are set up anew.
        await using var give = source.CreateBatch();
        foreach (
            var sql in new[]
            {
                "DELETE FROM keys.data_protection_key",
                "DELETE FROM keys.master_key",
                "DELETE FROM access.recovery_code",
                "DELETE FROM access.second_factor",
            }
        )
        {
            give.BatchCommands.Add(new NpgsqlBatchCommand(sql));
        }

        await give.ExecuteNonQueryAsync(ct);
        await KeyRingStart.OpenAsync(places, connectionString, now, ct);
        return (made.Id, closed);
    }
}

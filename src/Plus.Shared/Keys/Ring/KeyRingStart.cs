using Npgsql;

namespace Plus.Shared.Keys.Ring;

/// <summary>
/// Opens the ring that a database is sealed with. The database remembers the ids of its master keys; a new key is made
/// only for one that has never had any, so that a lost key is noticed and not papered over.
/// </summary>
public static class KeyRingStart
{
    // Two nodes at their first start: one makes the key, the other one is told that it lacks it.
    private const long Lock = 5_150_002;

    /// <param name="places">Where the ring lies or is to lie.</param>
    /// <param name="connectionString">Of the application or the owner.</param>
    /// <param name="now">When a key made here is made.</param>
    /// <param name="ct">Ends the wait for the database.</param>
    /// <exception cref="KeysUnavailableException">The database is sealed with a key that is not here.</exception>
    public static async Task<KeyRing> OpenAsync(
        KeyPlaces places,
        string connectionString,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using (var alone = new NpgsqlCommand($"SELECT pg_advisory_xact_lock({Lock})", connection))
        {
            await alone.ExecuteNonQueryAsync(ct);
        }

        var known = await KnownAsync(connection, ct);
        if (!File.Exists(places.File))
        {
            if (known.Count > 0)
            {
                throw new KeysUnavailableException(
                    $"This database is sealed with the master key {known[^1]}, which {places.File} would hold and which is "
                        + "not there. Bring the folder of keys along, or put it together with 'plus import-keys'; see "
                        + "'Keys' in docs/security.md."
                );
            }

            var made = MasterKey.Make(now);
            KeyFile.Write(places, new RingContent(made.Id, [made]));
        }

        var ring = KeyRing.Open(places);
        if (known.FirstOrDefault(id => ring.Content.Find(id) is null) is { } missing)
        {
            throw new KeysUnavailableException(
                $"This database is sealed with the master key {missing}, which is not in {places.File}: the keys there belong "
                    + "to another service. Name the right folder in PLUS_KEYS, or use 'plus import-keys'."
            );
        }

        foreach (var key in ring.Content.Keys.Where(k => !known.Contains(k.Id)))
        {
            await using var add = new NpgsqlCommand(
                "INSERT INTO keys.master_key (id, made_at) VALUES ($1, $2)",
                connection
            );
            add.Parameters.AddWithValue(key.Id);
            add.Parameters.AddWithValue(key.MadeAt);
            await add.ExecuteNonQueryAsync(ct);
        }

        await transaction.CommitAsync(ct);
        return ring;
    }

    private static async Task<List<string>> KnownAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("SELECT id FROM keys.master_key ORDER BY made_at, id", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var known = new List<string>();
        while (await reader.ReadAsync(ct))
        {
            known.Add(reader.GetString(0));
        }

        return known;
    }
}

using Npgsql;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Files.Records;
using Plus.Shared.Keys.Ring;

namespace Plus.Shared.Files.Storing;

/// <summary>
/// Rows of files, each statement committed by itself: the store's order of steps does not wait for the process that a
/// file belongs to.
/// </summary>
internal sealed class FileRows(NpgsqlDataSource source, TimeProvider time)
{
    private const string Columns = "id, sha256, size, media_type, state, store, address, wrapped_key, master_key, scan";

    /// <summary>The content if it is stored already; it then counts as handed in now.</summary>
    public Task<FileRow?> TouchAsync(string sha256, CancellationToken ct) =>
        OneAsync(
            $"UPDATE files.stored_file SET touched_at = @now WHERE sha256 = @sha AND state = 'stored' RETURNING {Columns}",
            ct,
            ("now", time.GetUtcNow()),
            ("sha", sha256)
        );

    public Task<FileRow?> FindAsync(FileId id, CancellationToken ct) =>
        OneAsync($"SELECT {Columns} FROM files.stored_file WHERE id = @id AND state = 'stored'", ct, ("id", id.Value));

    public Task WriteAsync(FileRow row, CancellationToken ct) =>
        DoAsync(
            $"""
            INSERT INTO files.stored_file ({Columns}, touched_at, words_read)
            VALUES (@id, @sha, @size, @type, 'writing', @store, @address, @key, @master, @scan, @now, false)
            """,
            ct,
            ("id", row.Id.Value),
            ("sha", row.Sha256),
            ("size", row.Size),
            ("type", row.MediaType),
            ("store", row.Store),
            ("address", row.Address),
            ("key", row.WrappedKey),
            ("master", row.MasterKey),
            ("scan", CodeConversion.CodeOf(row.Scan)),
            ("now", time.GetUtcNow())
        );

    /// <summary>The file is in its place. False when another took in the same content in the meantime.</summary>
    public async Task<bool> StoreAsync(FileId id, CancellationToken ct)
    {
        try
        {
            await DoAsync("UPDATE files.stored_file SET state = 'stored' WHERE id = @id", ct, ("id", id.Value));
            return true;
        }
        catch (PostgresException twice) when (twice.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return false;
        }
    }

    /// <summary>
    /// Takes the row away and writes down what is to be removed, when no record names the file and, unless it is being
    /// written, nobody handed it in after <paramref name="before"/>.
    /// </summary>
    public async Task<bool> RemoveAsync(FileId id, DateTimeOffset before, CancellationToken ct)
    {
        try
        {
            return await DoAsync(
                    """
                    WITH gone AS (
                        DELETE FROM files.stored_file WHERE id = @id AND touched_at <= @before RETURNING store, address)
                    INSERT INTO files.removal (store, address, since) SELECT store, address, @now FROM gone
                    """,
                    ct,
                    ("id", id.Value),
                    ("before", before),
                    ("now", time.GetUtcNow())
                ) > 0;
        }
        catch (PostgresException named) when (named.SqlState == PostgresErrorCodes.ForeignKeyViolation)
        {
            return false;
        }
    }

    /// <summary>What the scan said of a content that is stored.</summary>
    public Task SetScanAsync(string sha256, FileScan scan, CancellationToken ct) =>
        DoAsync(
            "UPDATE files.stored_file SET scan = @scan WHERE sha256 = @sha AND scan <> @scan",
            ct,
            ("scan", CodeConversion.CodeOf(scan)),
            ("sha", sha256)
        );

    public Task RemovedAsync(string store, string address, CancellationToken ct) =>
        DoAsync(
            "DELETE FROM files.removal WHERE store = @store AND address = @address",
            ct,
            ("store", store),
            ("address", address)
        );

    /// <summary>Carries out a statement; returns the number of rows.</summary>
    public async Task<int> DoAsync(string sql, CancellationToken ct, params (string Name, object Value)[] values)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Reads rows of files.</summary>
    public async Task<List<FileRow>> ManyAsync(
        string condition,
        CancellationToken ct,
        params (string Name, object Value)[] values
    )
    {
        await using var command = Command($"SELECT {Columns} FROM files.stored_file WHERE {condition}", values);
        return await ReadAsync(command, ct);
    }

    /// <summary>The first two columns of what a statement gives, as text.</summary>
    public async Task<List<(string First, string Second)>> PairsAsync(string sql, CancellationToken ct)
    {
        await using var command = Command(sql, []);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var pairs = new List<(string, string)>();
        while (await reader.ReadAsync(ct))
        {
            pairs.Add((reader.GetString(0), reader.GetString(1)));
        }

        return pairs;
    }

    /// <summary>How many rows meet a condition.</summary>
    public async Task<long> CountAsync(
        string condition,
        CancellationToken ct,
        params (string Name, object Value)[] values
    )
    {
        await using var command = Command($"SELECT count(*) FROM files.stored_file WHERE {condition}", values);
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Which of the addresses have neither a row nor a note that they are to be removed.</summary>
    public async Task<List<string>> UnknownAsync(string store, string[] addresses, CancellationToken ct)
    {
        await using var command = Command(
            """
            SELECT a FROM unnest(@addresses) a
            WHERE NOT EXISTS (SELECT FROM files.stored_file f WHERE f.address = a AND f.store = @store)
              AND NOT EXISTS (SELECT FROM files.removal r WHERE r.address = a AND r.store = @store)
            """,
            [("addresses", addresses), ("store", store)]
        );
        await using var reader = await command.ExecuteReaderAsync(ct);
        var unknown = new List<string>();
        while (await reader.ReadAsync(ct))
        {
            unknown.Add(reader.GetString(0));
        }

        return unknown;
    }

    private async Task<FileRow?> OneAsync(string sql, CancellationToken ct, params (string Name, object Value)[] values)
    {
        await using var command = Command(sql, values);
        return (await ReadAsync(command, ct)) is [var row, ..] ? row : null;
    }

    private static async Task<List<FileRow>> ReadAsync(NpgsqlCommand command, CancellationToken ct)
    {
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<FileRow>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(
                new FileRow(
                    new FileId(reader.GetGuid(0)),
                    reader.GetString(1),
                    reader.GetInt64(2),
                    reader.GetString(3),
                    reader.GetString(5),
                    reader.GetString(6),
                    reader.GetFieldValue<byte[]>(7),
                    reader.GetString(8),
                    CodeConversion.Parse<FileScan>(reader.GetString(9))
                )
            );
        }

        return rows;
    }

    private NpgsqlCommand Command(string sql, (string Name, object Value)[] values)
    {
        var command = source.CreateCommand(sql);
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }
}

/// <summary>A row as the store works with it; <see cref="StoredFile"/> says what each means.</summary>
internal sealed record FileRow(
    FileId Id,
    string Sha256,
    long Size,
    string MediaType,
    string Store,
    string Address,
    byte[] WrappedKey,
    string MasterKey,
    FileScan Scan
)
{
    /// <summary>The file's own key.</summary>
    public byte[] Open(KeyRing keys) =>
        keys.Unwrap(new Keys.Ring.WrappedKey(MasterKey, WrappedKey), Id.Value.ToByteArray());
}

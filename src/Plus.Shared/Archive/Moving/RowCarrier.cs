using System.Globalization;
using Npgsql;
using Plus.Shared.Archive.Plan;

namespace Plus.Shared.Archive.Moving;

/// <summary>Carries rows between two databases of the same schema, by COPY, as they stand.</summary>
internal static class RowCarrier
{
    /// <summary>The columns of a table that are stored, in the order in which they are carried.</summary>
    public static async Task<string> ColumnsAsync(NpgsqlConnection of, string table, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
            WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
            """,
            of
        );
        command.Parameters.AddWithValue(table);
        return (string)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Rows of the table that meet the condition go from one database into the other.</summary>
    /// <param name="removes">They leave the first: what is carried is exactly what was deleted.</param>
    /// <returns>How many; the transaction is to be given up when they did not all arrive.</returns>
    public static async Task<int> CarryAsync(
        NpgsqlConnection from,
        NpgsqlConnection to,
        MovedTable table,
        string where,
        bool removes,
        CancellationToken ct
    )
    {
        var columns = await ColumnsAsync(from, table.Name, ct);
        var stage = "pg_temp.archive_" + table.Name.Replace('.', '_');
        await DoAsync(
            to,
            $"CREATE TEMP TABLE IF NOT EXISTS {stage[8..]} ON COMMIT DROP AS SELECT {columns} FROM {table.Name} WHERE false; TRUNCATE {stage}",
            ct
        );
        var reading = removes
            ? $"DELETE FROM {table.Name} WHERE {where} RETURNING {columns}"
            : $"SELECT {columns} FROM {table.Name} WHERE {where}";
        long sent;
        await using (var into = await to.BeginTextImportAsync($"COPY {stage} ({columns}) FROM STDIN", ct))
        {
            using var rows = await from.BeginTextExportAsync($"COPY ({reading}) TO STDOUT", ct);
            sent = await CarryLinesAsync(((StreamReader)rows).BaseStream, ((StreamWriter)into).BaseStream, ct);
        }

        var arrived = await DoAsync(
            to,
            $"INSERT INTO {table.Name} ({columns}) SELECT {columns} FROM {stage}{(removes ? "" : " ON CONFLICT DO NOTHING")}",
            ct
        );
        if (removes && arrived != sent)
        {
            throw new InvalidOperationException(
                string.Create(CultureInfo.InvariantCulture, $"{table.Name}: {sent} rows left, {arrived} arrived.")
            );
        }

        return arrived;
    }

    public static async Task<int> DoAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        return await command.ExecuteNonQueryAsync(ct);
    }

    // A row is a line: line feeds within values are escaped by COPY.
    private static async Task<long> CarryLinesAsync(Stream from, Stream to, CancellationToken ct)
    {
        var (buffer, lines) = (new byte[64 * 1024], 0L);
        while (await from.ReadAsync(buffer, ct) is var read and > 0)
        {
            lines += buffer.AsSpan(0, read).Count((byte)'\n');
            await to.WriteAsync(buffer.AsMemory(0, read), ct);
        }

        return lines;
    }
}

using Microsoft.EntityFrameworkCore;
using Npgsql;
using Plus.Host.Storage;

namespace Plus.Host.Database;

/// <summary>Compares a database's schema with the one this PLUS knows. Either role may ask.</summary>
public static class SchemaCheck
{
    public static async Task<SchemaState> ReadAsync(string connectionString, CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var context = PlusDbFactory.Create(source);
        var known = context.Database.GetMigrations().ToList();
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var migrations = await RowsAsync(connection, "kernel.migration", "\"MigrationId\", ''", cancellation);
        var scripts = await RowsAsync(connection, "kernel.script", "name, hash", cancellation);
        return SchemaState.Of([.. migrations.Keys], known, scripts, SqlScript.All);
    }

    private static async Task<Dictionary<string, string>> RowsAsync(
        NpgsqlConnection connection,
        string table,
        string columns,
        CancellationToken cancellation
    )
    {
        var rows = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var exists = new NpgsqlCommand($"SELECT to_regclass('{table}') IS NOT NULL", connection);
        if (!(bool)(await exists.ExecuteScalarAsync(cancellation))!)
        {
            return rows;
        }
        await using var command = new NpgsqlCommand($"SELECT {columns} FROM {table}", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(reader.GetString(0), reader.GetString(1));
        }
        return rows;
    }
}

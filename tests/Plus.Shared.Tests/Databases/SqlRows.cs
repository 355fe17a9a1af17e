using Npgsql;

namespace Plus.Shared.Tests.Databases;

/// <summary>Plain SQL for tests of the database itself.</summary>
internal static class SqlRows
{
    internal static async Task<object?> OneAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        return await command.ExecuteScalarAsync();
    }

    internal static async Task<string> RefusalOfAsync(string connectionString, string sql) =>
        (await Assert.ThrowsAsync<PostgresException>(() => OneAsync(connectionString, sql))).SqlState;
}

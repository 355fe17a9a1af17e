using Npgsql;

namespace Plus.Host.Database;

/// <summary>
/// The two roles and the database: <c>plus_owner</c> owns the database and migrates it, <c>plus_app</c> owns
/// nothing and may only connect and make temporary tables; its rights on tables come from the migrations.
/// </summary>
internal static class ClusterRoles
{
    internal const string Database = "plus";

    /// <summary>Where closed cases rest.</summary>
    internal const string Archive = "plus_archive";

    /// <summary>Does what is missing; on a complete cluster it changes nothing.</summary>
    internal static async Task EnsureAsync(string superuser, ClusterSecrets secrets, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(superuser);
        await connection.OpenAsync(cancellation);
        await RoleAsync(connection, ClusterSecrets.OwnerRole, secrets.Owner, cancellation);
        await RoleAsync(connection, ClusterSecrets.AppRole, secrets.App, cancellation);
        if (!await ExistsAsync(connection, "SELECT 1 FROM pg_database WHERE datname = $1", Database, cancellation))
        {
            await DoAsync(connection, Creation(Database), cancellation);
        }
        await DoAsync(connection, Doors(Database), cancellation);
    }

    internal static string Creation(string database) =>
        $"""
            CREATE DATABASE "{database}" OWNER plus_owner TEMPLATE template0 ENCODING 'UTF8'
            LOCALE 'C.UTF-8' LOCALE_PROVIDER icu ICU_LOCALE 'lv-LV'
            """;

    internal static string Doors(string database) =>
        $"""
            REVOKE ALL ON DATABASE "{database}" FROM PUBLIC;
            GRANT CONNECT, TEMPORARY ON DATABASE "{database}" TO plus_app;
            """;

    private static async Task RoleAsync(
        NpgsqlConnection connection,
        string role,
        string password,
        CancellationToken cancellation
    )
    {
        if (!await ExistsAsync(connection, "SELECT 1 FROM pg_roles WHERE rolname = $1", role, cancellation))
        {
            // Passwords are hexadecimal digits made by PLUS, so that they need no quoting.
            await DoAsync(connection, $"CREATE ROLE {role} LOGIN PASSWORD '{password}'", cancellation);
        }
    }

    private static async Task<bool> ExistsAsync(
        NpgsqlConnection connection,
        string sql,
        string value,
        CancellationToken cancellation
    )
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue(value);
        return await command.ExecuteScalarAsync(cancellation) is not null;
    }

    private static async Task DoAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}

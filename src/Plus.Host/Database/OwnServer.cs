using Npgsql;

namespace Plus.Host.Database;

/// <summary>A server of one's own must answer, be new enough and hold its texts in UTF-8.</summary>
internal static class OwnServer
{
    internal static async Task ProbeAsync(DatabaseSettings settings, CancellationToken cancellation)
    {
        await ProbeAsync("PLUS_DB", settings.App, cancellation);
        await ProbeAsync("PLUS_DB_OWNER", settings.Owner, cancellation);
    }

    private static async Task ProbeAsync(string name, string? connectionString, CancellationToken cancellation)
    {
        if (connectionString is null)
        {
            return;
        }
        try
        {
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync(cancellation);
            if (connection.PostgreSqlVersion.Major < PostgresBinaries.Oldest)
            {
                throw new DatabaseStartException(
                    $"The server of {name} is PostgreSQL {connection.PostgreSqlVersion}; PLUS needs {PostgresBinaries.Oldest} or newer."
                );
            }
            await using var command = new NpgsqlCommand("SHOW server_encoding", connection);
            if (await command.ExecuteScalarAsync(cancellation) is not "UTF8")
            {
                throw new DatabaseStartException($"The database of {name} does not hold its texts in UTF8.");
            }
        }
        catch (Exception unreachable) when (unreachable is NpgsqlException or ArgumentException or TimeoutException)
        {
            throw new DatabaseStartException(
                $"The server of {name} cannot be used: {unreachable.Message}",
                unreachable
            );
        }
    }
}

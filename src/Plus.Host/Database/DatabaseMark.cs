using Npgsql;

namespace Plus.Host.Database;

/// <summary>
/// What the database is for: <c>demo</c> (invented people), <c>real</c>, or nothing yet. Set once, as the owner,
/// before the first people are written; it never changes after that.
/// </summary>
public static class DatabaseMark
{
    public const string Demo = "demo";
    public const string Real = "real";

    /// <summary>The mark, or null while the database belongs to nobody.</summary>
    public static async Task<string?> ReadAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT kind FROM kernel.mark", connection);
        return (string?)await command.ExecuteScalarAsync(cancellation);
    }

    /// <summary>Marks an unmarked database. Returns the mark it carries now, which may be an older, other one.</summary>
    public static async Task<string> SetAsync(string ownerConnectionString, string kind, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(ownerConnectionString);
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(
            "INSERT INTO kernel.mark (kind) VALUES ($1) ON CONFLICT DO NOTHING",
            connection
        );
        command.Parameters.AddWithValue(kind);
        await command.ExecuteNonQueryAsync(cancellation);
        return (await ReadAsync(connection, cancellation))!;
    }
}

using Npgsql;

namespace Plus.Host.Database.Backups;

/// <summary>Takes foreign keys out of the way of loading; the owner may do that, while switching them off is the superuser's right.</summary>
internal static class ForeignKeys
{
    /// <summary>Returns the statements that add them again.</summary>
    internal static async Task<IReadOnlyList<string>> DropAllAsync(
        NpgsqlConnection connection,
        CancellationToken cancellation
    )
    {
        var (drops, adds) = (new List<string>(), new List<string>());
        await using (
            var command = new NpgsqlCommand(
                """
                SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', k.conrelid::regclass, k.conname),
                       format('ALTER TABLE %s ADD CONSTRAINT %I %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid))
                FROM pg_constraint k WHERE k.contype = 'f' AND k.conparentid = 0
                ORDER BY k.conrelid::regclass::text, k.conname
                """,
                connection
            )
        )
        {
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
            {
                drops.Add(reader.GetString(0));
                adds.Add(reader.GetString(1));
            }
        }
        foreach (var drop in drops)
        {
            await using var command = new NpgsqlCommand(drop, connection);
            await command.ExecuteNonQueryAsync(cancellation);
        }
        return adds;
    }
}

using Npgsql;

namespace Plus.Host.Database.Backups;

/// <summary>The tables and sequences of a database that hold the house's data.</summary>
internal static class StoredObjects
{
    // What migrations write about themselves is made anew by migrating, and tables of extensions by the extensions.
    private const string OwnSchemas = """
        n.nspname NOT LIKE 'pg\_%' AND n.nspname <> 'information_schema'
        AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
        AND (n.nspname, c.relname) NOT IN (('kernel', 'migration'), ('kernel', 'script'), ('kernel', 'wall_key'), ('kernel', 'restore_unfinished'))
        """;

    // Transaction numbers mean nothing in another server; such columns are filled anew.
    internal static async Task<IReadOnlyList<SavedTable>> TablesAsync(
        NpgsqlConnection connection,
        CancellationToken cancellation
    )
    {
        await using var command = new NpgsqlCommand(
            $"""
            SELECT n.nspname, c.relname, array_agg(a.attname::text ORDER BY a.attnum),
                   (SELECT i.inhparent::regclass::text FROM pg_inherits i WHERE i.inhrelid = c.oid AND c.relispartition),
                   pg_get_expr(c.relpartbound, c.oid)
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
                AND a.atttypid <> 'xid8'::regtype
            WHERE c.relkind = 'r' AND c.relpersistence = 'p' AND {OwnSchemas}
            GROUP BY c.oid, 1, 2 ORDER BY 1, 2
            """,
            connection
        );
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var tables = new List<SavedTable>();
        while (await reader.ReadAsync(cancellation))
        {
            var (schema, name) = (reader.GetString(0), reader.GetString(1));
            var columns = reader.GetFieldValue<string[]>(2);
            tables.Add(
                new SavedTable(schema, name, columns, $"tables/{schema}.{name}.txt", 0, "")
                {
                    PartOf = reader.IsDBNull(3) ? null : reader.GetString(3),
                    Bound = reader.IsDBNull(4) ? null : reader.GetString(4),
                }
            );
        }
        return tables;
    }

    internal static async Task<IReadOnlyList<SavedSequence>> SequencesAsync(
        NpgsqlConnection connection,
        CancellationToken cancellation
    )
    {
        var names = new List<SavedSequence>();
        await using (
            var command = new NpgsqlCommand(
                $"""
                SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind = 'S' AND {OwnSchemas} ORDER BY 1, 2
                """,
                connection
            )
        )
        {
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
            {
                names.Add(new SavedSequence(reader.GetString(0), reader.GetString(1), 0, Called: false));
            }
        }
        var sequences = new List<SavedSequence>();
        foreach (var sequence in names)
        {
            await using var command = new NpgsqlCommand(
                $"SELECT last_value, is_called FROM {sequence.Sql}",
                connection
            );
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            await reader.ReadAsync(cancellation);
            sequences.Add(sequence with { Last = reader.GetInt64(0), Called = reader.GetBoolean(1) });
        }
        return sequences;
    }
}

namespace Plus.Host.Database;

/// <summary>How the schema of a database stands to the one this PLUS knows.</summary>
public enum SchemaStanding
{
    /// <summary>The database holds exactly what this PLUS knows.</summary>
    Current,

    /// <summary>No migration has run.</summary>
    Empty,

    /// <summary>Migrations or scripts of this PLUS have not run; <c>plus migrate</c> runs them.</summary>
    Older,

    /// <summary>The database holds migrations or scripts made after this PLUS.</summary>
    Newer,

    /// <summary>The database holds migrations that this PLUS neither knows nor follows.</summary>
    Foreign,
}

/// <summary>The schema of a database beside the known one.</summary>
/// <param name="Stored">The database's last migration, null where none has run.</param>
/// <param name="Known">The last migration of this PLUS.</param>
/// <param name="Details">Migrations and scripts that make the difference.</param>
public sealed record SchemaState(SchemaStanding Standing, string? Stored, string Known, IReadOnlyList<string> Details)
{
    /// <summary>Why PLUS does not serve on this database and what to do; for an operator.</summary>
    public string Sentence =>
        Standing switch
        {
            SchemaStanding.Current => $"The database's schema is {Known}, as this PLUS knows it.",
            SchemaStanding.Empty => $"The database is empty; this PLUS needs schema {Known}. Run: plus migrate.",
            SchemaStanding.Older =>
                $"The database's schema {Stored} is older than this PLUS, which needs {Known} ({List}). Run: plus migrate.",
            SchemaStanding.Newer =>
                $"The database's schema {Stored} is newer than this PLUS, which knows {Known} ({List}). Use the newer PLUS.",
            _ =>
                $"The database's schema {Stored} comes from another line of PLUS than {Known} ({List}). It can be neither "
                    + "served nor migrated by this PLUS.",
        };

    private string List => string.Join(", ", Details);

    internal static SchemaState Of(
        IReadOnlyList<string> storedMigrations,
        IReadOnlyList<string> knownMigrations,
        IReadOnlyDictionary<string, string> storedScripts,
        IReadOnlyList<SqlScript> knownScripts
    )
    {
        var stored = storedMigrations.Max(StringComparer.Ordinal);
        var known = knownMigrations.Max(StringComparer.Ordinal) ?? "none";
        if (stored is null)
        {
            return new SchemaState(SchemaStanding.Empty, null, known, []);
        }
        var strange = storedMigrations.Except(knownMigrations, StringComparer.Ordinal).ToList();
        if (strange.Count > 0)
        {
            var newer = knownMigrations.All(id => storedMigrations.Contains(id, StringComparer.Ordinal));
            return new SchemaState(newer ? SchemaStanding.Newer : SchemaStanding.Foreign, stored, known, strange);
        }
        var missing = knownMigrations.Except(storedMigrations, StringComparer.Ordinal).ToList();
        var changed = knownScripts
            .Where(script => storedScripts.GetValueOrDefault(script.Name) != script.Hash)
            .Select(script => script.Name)
            .ToList();
        if (missing.Count + changed.Count > 0)
        {
            return new SchemaState(SchemaStanding.Older, stored, known, [.. missing, .. changed]);
        }
        return new SchemaState(SchemaStanding.Current, stored, known, []);
    }
}

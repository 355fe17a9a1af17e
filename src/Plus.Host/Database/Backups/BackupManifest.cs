using System.Text.Json;

namespace Plus.Host.Database.Backups;

/// <summary>What a backup file holds; the entry <c>manifest.json</c>, written last.</summary>
/// <param name="Format">The format of the file; this PLUS writes and reads 2.</param>
/// <param name="MadeAt">The moment whose state is saved.</param>
/// <param name="Server">The version of the PostgreSQL it was read from, for information.</param>
/// <param name="Migrations">The schema: every migration that had run.</param>
/// <param name="Mark">Whether the people are invented (<c>demo</c>) or not (<c>real</c>); null when there are none.</param>
internal sealed record BackupManifest(
    int Format,
    DateTimeOffset MadeAt,
    string Server,
    IReadOnlyList<string> Migrations,
    string? Mark,
    IReadOnlyList<SavedTable> Tables,
    IReadOnlyList<SavedSequence> Sequences,
    SavedFiles Files
)
{
    /// <summary>Tables of the archive, as of the same moment; none where there is no archive.</summary>
    public IReadOnlyList<SavedTable> Archive { get; init; } = [];

    internal const int CurrentFormat = 2;
    internal const string Entry = "manifest.json";

    internal long Rows => Tables.Sum(table => table.Rows);

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web) { WriteIndented = true };
}

/// <summary>One table: its rows lie in <paramref name="Entry"/> in the text format of COPY, one row a line.</summary>
/// <param name="Columns">The columns in the order of the entry; computed ones are left out.</param>
/// <param name="Sha256">Of the entry's bytes, uncompressed, in hexadecimal.</param>
internal sealed record SavedTable(
    string Schema,
    string Name,
    IReadOnlyList<string> Columns,
    string Entry,
    long Rows,
    string Sha256
)
{
    /// <summary>The divided table whose part this is.</summary>
    public string? PartOf { get; init; }

    /// <summary>Which rows the part holds, as PostgreSQL says it.</summary>
    public string? Bound { get; init; }

    internal string FullName => $"{Schema}.{Name}";

    internal string Sql => $"{Quoted(Schema)}.{Quoted(Name)}";

    internal string SqlColumns => string.Join(", ", Columns.Select(Quoted));

    internal string ExportSql => $"COPY {Sql} ({SqlColumns}) TO STDOUT";

    internal string ImportSql => $"COPY {Sql} ({SqlColumns}) FROM STDIN";

    internal string CreatePartSql => $"CREATE TABLE IF NOT EXISTS {Sql} PARTITION OF {PartOf} {Bound}";

    internal static string Quoted(string identifier) =>
        "\"" + identifier.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}

/// <param name="Called">Whether the next number is the one after <paramref name="Last"/>.</param>
internal sealed record SavedSequence(string Schema, string Name, long Last, bool Called)
{
    internal string Sql => $"{SavedTable.Quoted(Schema)}.{SavedTable.Quoted(Name)}";
}

/// <summary>The files outside the database, each in an entry <c>files/ADDRESS</c>, encrypted as it lies in its store.</summary>
/// <param name="Count">Files in the backup.</param>
/// <param name="Bytes">Of all of them, encrypted.</param>
/// <param name="MasterKeys">Ids of the keys that wrap the files' keys; the keys themselves are not in the backup.</param>
/// <param name="Missing">Addresses of files that were missing or damaged when it was made.</param>
internal sealed record SavedFiles(
    long Count,
    long Bytes,
    IReadOnlyList<string> MasterKeys,
    IReadOnlyList<string> Missing
)
{
    internal static readonly SavedFiles None = new(0, 0, [], []);
}

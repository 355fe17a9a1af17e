using Plus.Architecture.Tests.Sources;

namespace Plus.Architecture.Tests.Borders;

/// <summary>The law reads no clock, no file, no network and makes no id. Its only reading is of its own rule files.</summary>
internal static class LawPurity
{
    private const string RuleReader = "src/Plus.Law/Rules/EmbeddedRules.cs";

    private static readonly string[] Outside =
    [
        "System.IO",
        "System.Net",
        "System.Threading",
        "System.Data",
        "System.Diagnostics.Process",
        "Microsoft",
        "Npgsql",
        "Plus.Kernel",
    ];

    private static readonly string[] Members =
    [
        "Guid.NewGuid",
        "Guid.CreateVersion7",
        "Random.Shared",
        "Environment",
        "Console",
        "File",
        "TimeProvider",
        "Stopwatch",
        "HttpClient",
        "Thread",
        "Task",
    ];

    public static IEnumerable<string> Violations(IEnumerable<SourceFile> files) =>
        from file in files
        where file.Path.StartsWith("src/Plus.Law/", StringComparison.Ordinal) && file.Path != RuleReader
        from name in file.Names.Distinct(StringComparer.Ordinal)
        where Outside.Any(o => Begins(name, o)) || Members.Any(m => Begins(name, m))
        select $"{file.Path} uses {name}.";

    private static bool Begins(string name, string with) =>
        name == with
        || name.StartsWith(with + ".", StringComparison.Ordinal)
        || name.StartsWith(with + "<", StringComparison.Ordinal);
}

namespace Plus.Architecture.Tests.Sources;

/// <summary>The sources of the house as they lie on the disk. Nothing is listed by hand.</summary>
internal static class House
{
    private static readonly string[] Apart = ["bin", "obj", "node_modules", "Migrations", "wwwroot"];

    private static readonly Lazy<IReadOnlyList<SourceFile>> All = new(Read);

    public static string Root { get; } = FindRoot();

    /// <summary>Every .cs, .cshtml, .csproj and texts file of src, tests and bench, without what tools made.</summary>
    public static IReadOnlyList<SourceFile> Files => All.Value;

    public static IEnumerable<SourceFile> Code(string under) =>
        Files.Where(f =>
            f.Path.StartsWith(under, StringComparison.Ordinal) && f.Path.EndsWith(".cs", StringComparison.Ordinal)
        );

    public static IEnumerable<SourceFile> Pages =>
        Files.Where(f => f.Path.EndsWith(".cshtml", StringComparison.Ordinal));

    private static List<SourceFile> Read() =>
        [
            .. new[] { "src", "tests", "bench" }
                .SelectMany(top => Directory.EnumerateFiles(Path.Combine(Root, top), "*", SearchOption.AllDirectories))
                .Select(path => (path, relative: Path.GetRelativePath(Root, path).Replace('\\', '/')))
                .Where(f => !f.relative.Split('/').Any(Apart.Contains) && IsSource(f.relative))
                .OrderBy(f => f.relative, StringComparer.Ordinal)
                .Select(f => new SourceFile(f.relative, File.ReadAllText(f.path))),
        ];

    private static bool IsSource(string path) =>
        Path.GetExtension(path) is ".cs" or ".cshtml" or ".csproj"
        || Path.GetFileName(path) is "texts.lv.json" or "texts.en.json";

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Plus.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Plus.slnx is not found above the tests.");
        }

        return folder.FullName;
    }
}

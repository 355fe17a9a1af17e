using Microsoft.CodeAnalysis.CSharp.Syntax;
using Plus.Architecture.Tests.Sources;

namespace Plus.Architecture.Tests.Shape;

/// <summary>Lengths, names and places of files.</summary>
internal static class FileShape
{
    public const int LongestSource = 300;

    public const int LongestTest = 500;

    public const int LongestDoor = 180;

    private static readonly string[] BannedEndings =
    [
        "Helper",
        "Helpers",
        "Utils",
        "Util",
        "Utilities",
        "Manager",
        "Extensions",
    ];

    private static readonly string[] BannedNames = ["Index", "Service", "Common", "Misc", "Base"];

    public static IEnumerable<string> TooLong(IEnumerable<SourceFile> files) =>
        from file in files
        where
            file.Path.EndsWith(".cs", StringComparison.Ordinal)
            || file.Path.EndsWith(".cshtml", StringComparison.Ordinal)
        let limit = file.Path.StartsWith("tests/", StringComparison.Ordinal) ? LongestTest
        : IsDoor(file) ? LongestDoor
        : LongestSource
        where file.Lines > limit
        select $"{file.Path} has {file.Lines} lines; at most {limit}.";

    public static IEnumerable<string> BannedNamesIn(IEnumerable<SourceFile> files) =>
        from file in files
        from name in Names(file).Distinct(StringComparer.Ordinal)
        where
            BannedNames.Contains(name, StringComparer.Ordinal)
            || BannedEndings.Any(e => name.EndsWith(e, StringComparison.Ordinal))
        select $"{file.Path}: the name {name} says nothing.";

    public static IEnumerable<string> NamespacesApart(IEnumerable<SourceFile> files)
    {
        foreach (var file in files)
        {
            var folders = file.Path.Split('/')[1..^1];
            var wanted = string.Join('.', folders);
            foreach (var declared in file.Tree.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>())
            {
                if (declared.Name.ToString() != wanted)
                {
                    yield return $"{file.Path} is in {declared.Name}, not in {wanted}.";
                }
            }
        }
    }

    private static bool IsDoor(SourceFile file) =>
        file.Path.StartsWith("src/Plus.Functions/", StringComparison.Ordinal)
        && file.Path.EndsWith("Module.cs", StringComparison.Ordinal);

    private static IEnumerable<string> Names(SourceFile file)
    {
        yield return Path.GetFileName(file.Path).Split('.')[0];
        foreach (var type in file.Tree.DescendantNodes().OfType<BaseTypeDeclarationSyntax>())
        {
            yield return type.Identifier.Text;
        }
    }
}

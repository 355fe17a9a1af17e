using System.Text.RegularExpressions;
using Plus.Architecture.Tests.Sources;

namespace Plus.Architecture.Tests.Borders;

/// <summary>
/// Shared rooms name no function; a function names of its siblings only what stands in their Contract; the kit names
/// no room.
/// </summary>
internal static partial class RoomArrows
{
    public static IEnumerable<string> Violations(IEnumerable<SourceFile> files)
    {
        foreach (var file in files)
        {
            foreach (var name in NamesIn(file).Distinct(StringComparer.Ordinal))
            {
                var parts = name.Split('.');
                if (parts is not ["Plus", var project, ..])
                {
                    continue;
                }

                var wrong = file.Project switch
                {
                    "Plus.Web" => project is "Shared" or "Functions" or "Host",
                    "Plus.Kernel" => project is "Web" or "Shared" or "Functions" or "Host",
                    "Plus.Shared" => project is "Functions" or "Host",
                    "Plus.Functions" => project == "Host" || IsInsideOfSibling(file, parts),
                    _ => false,
                };
                if (wrong)
                {
                    yield return $"{file.Path} names {name}.";
                }
            }
        }
    }

    private static bool IsInsideOfSibling(SourceFile file, string[] name)
    {
        var own = file.Path.Split('/')[2];
        return name is ["Plus", "Functions", var room, ..] && room != own && (name.Length < 4 || name[3] != "Contract");
    }

    // A page is no plain C#; its names begin with the house's own.
    private static IEnumerable<string> NamesIn(SourceFile file) =>
        file.Path.EndsWith(".cshtml", StringComparison.Ordinal)
            ? HouseName().Matches(file.Text).Select(m => m.Value)
            : file.Names;

    [GeneratedRegex(@"\bPlus(\.\w+)+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HouseName();
}

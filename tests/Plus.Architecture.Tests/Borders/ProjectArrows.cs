using System.Xml.Linq;
using Plus.Architecture.Tests.Sources;

namespace Plus.Architecture.Tests.Borders;

/// <summary>Which project may stand on which. Arrows only go down.</summary>
internal static class ProjectArrows
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Plus.Law"] = [],
        ["Plus.Kernel"] = ["Plus.Law"],
        ["Plus.Web"] = ["Plus.Kernel"],
        ["Plus.Shared"] = ["Plus.Web"],
        ["Plus.Functions"] = ["Plus.Shared"],
        ["Plus.Host"] = ["Plus.Functions"],
    };

    public static IEnumerable<string> Violations(IEnumerable<SourceFile> files)
    {
        foreach (var project in files.Where(f => IsProject(f.Path)))
        {
            var xml = XDocument.Parse(project.Text);
            var name = Path.GetFileNameWithoutExtension(project.Path);
            if (!Allowed.TryGetValue(name, out var below))
            {
                yield return $"{name}: a project that the house does not know.";
                continue;
            }

            foreach (
                var reference in Included(xml, "ProjectReference")
                    .Select(r => Path.GetFileNameWithoutExtension(r.Replace('\\', '/')))
            )
            {
                if (!below.Contains(reference, StringComparer.Ordinal))
                {
                    yield return $"{name} stands on {reference}.";
                }
            }

            if (name == "Plus.Law" && Included(xml, "PackageReference").Any())
            {
                yield return "Plus.Law uses a package.";
            }
        }
    }

    private static bool IsProject(string path) =>
        path.StartsWith("src/", StringComparison.Ordinal) && path.EndsWith(".csproj", StringComparison.Ordinal);

    private static IEnumerable<string> Included(XDocument xml, string element) =>
        xml.Descendants(element).Select(e => e.Attribute("Include")?.Value).OfType<string>();
}

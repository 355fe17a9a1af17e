using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Plus.Host.Database;

/// <summary>
/// What the migrations cannot say (functions, exclusion constraints, rights): an idempotent script that a room keeps
/// as <c>Sql/NN-name.sql</c>. Function bodies stand between <c>$$</c>; the name of the application's role is
/// <c>current_setting('plus.app_role')</c>.
/// </summary>
/// <param name="Name">The path in the sources, such as <c>Plus.Shared/Cases/Sql/10-case-number.sql</c>.</param>
internal sealed record SqlScript(string Name, string Text)
{
    internal string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    /// <summary>All scripts of the house, in the order in which they run: by file name, then by room.</summary>
    internal static IReadOnlyList<SqlScript> All { get; } =
    [
        .. HouseAssemblies()
            .SelectMany(OfAssembly)
            .OrderBy(script => Path.GetFileName(script.Name), StringComparer.Ordinal)
            .ThenBy(script => script.Name, StringComparer.Ordinal),
    ];

    private static IEnumerable<SqlScript> OfAssembly(Assembly assembly)
    {
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (name.EndsWith(".sql", StringComparison.Ordinal) && name.Contains("/Sql/", StringComparison.Ordinal))
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                yield return new SqlScript(name, reader.ReadToEnd());
            }
        }
    }

    private static List<Assembly> HouseAssemblies()
    {
        var found = new List<Assembly> { typeof(SqlScript).Assembly };
        for (var at = 0; at < found.Count; at++)
        {
            var names = found[at].GetReferencedAssemblies();
            foreach (var name in names.Where(n => n.Name!.StartsWith("Plus.", StringComparison.Ordinal)))
            {
                var assembly = Assembly.Load(name);
                if (!found.Contains(assembly))
                {
                    found.Add(assembly);
                }
            }
        }
        return found;
    }
}

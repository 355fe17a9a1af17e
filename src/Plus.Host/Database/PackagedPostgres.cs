using System.Text.Json;

namespace Plus.Host.Database;

/// <summary>
/// The npm package carries its libraries without their links, because npm archives hold none; the list of links
/// lies beside them.
/// </summary>
internal static class PackagedPostgres
{
    private sealed record Link(string Source, string Target);

    internal static void LinkLibraries(string package)
    {
        var list = Path.Combine(package, "native", "pg-symlinks.json");
        if (!File.Exists(list))
        {
            return;
        }
        var links = JsonSerializer.Deserialize<Link[]>(File.ReadAllText(list), JsonSerializerOptions.Web) ?? [];
        foreach (var link in links)
        {
            var target = Path.Combine(package, link.Target);
            var source = Path.Combine(package, link.Source);
            if (!File.Exists(target) && File.Exists(source))
            {
                Make(target, Path.GetRelativePath(Path.GetDirectoryName(target)!, source));
            }
        }
    }

    private static void Make(string link, string target)
    {
        try
        {
            File.CreateSymbolicLink(link, target);
        }
        catch (IOException) when (File.Exists(link))
        {
            // Another process has just made it.
        }
        catch (UnauthorizedAccessException closed)
        {
            throw new DatabaseStartException(
                $"The programs of PostgreSQL in {link} lack a link and the folder cannot be written: {closed.Message}",
                closed
            );
        }
    }
}

using System.Globalization;

namespace Plus.Shared.Audit.Sealing;

/// <summary>The heads files, one a month (<c>heads-2026-11.txt</c>), only ever added to.</summary>
internal static class HeadFolder
{
    public static IReadOnlyList<string> Files(string folder) =>
        Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "heads-*.txt").Order(StringComparer.Ordinal)]
            : [];

    /// <summary>The public keys, the one in use and those before it.</summary>
    public static IReadOnlyList<string> Keys(string folder) =>
        Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "audit-key*.pub.pem")] : [];

    /// <summary>The JSON of the last head; null when there is none.</summary>
    public static string? LastJson(string folder)
    {
        foreach (var file in Files(folder).Reverse())
        {
            if (File.ReadLines(file).LastOrDefault(l => l.Length > 0) is { } line)
            {
                return line[(line.IndexOf('\t', StringComparison.Ordinal) + 1)..];
            }
        }

        return null;
    }

    public static void Append(string folder, DateTimeOffset at, string line)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"heads-{at.UtcDateTime:yyyy-MM}.txt");
        using var file = new FileStream(Path.Combine(folder, name), FileMode.Append, FileAccess.Write, FileShare.Read);
        file.Write(System.Text.Encoding.UTF8.GetBytes(line + "\n"));
        file.Flush(flushToDisk: true);
    }

    /// <summary>Adds to the second place whatever it lacks, also what it missed while it was away.</summary>
    public static void Mirror(string folder, string copy)
    {
        Directory.CreateDirectory(copy);
        foreach (var file in Keys(folder))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)), overwrite: true);
        }

        foreach (var file in Files(folder))
        {
            using var from = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var to = new FileStream(
                Path.Combine(copy, Path.GetFileName(file)),
                FileMode.OpenOrCreate,
                FileAccess.Write
            );
            if (to.Length < from.Length)
            {
                from.Position = to.Length;
                to.Position = to.Length;
                from.CopyTo(to);
                to.Flush(flushToDisk: true);
            }
        }
    }
}

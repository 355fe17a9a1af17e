using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Plus.Host.Database;

/// <summary>A PostgreSQL that runs on a cluster, seen through its postmaster.pid and the system's process list.</summary>
internal sealed record RunningServer(int Pid, bool Ready)
{
    internal static string PidFile(string cluster) => Path.Combine(cluster, "postmaster.pid");

    /// <summary>The live server of the cluster; a pid file left behind by a dead one counts as none.</summary>
    internal static RunningServer? Find(string cluster)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(PidFile(cluster));
        }
        catch (Exception none) when (none is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        return
            lines.Length > 0
            && int.TryParse(lines[0], NumberStyles.Integer, CultureInfo.InvariantCulture, out var pid)
            && Serves(pid, cluster)
            ? new RunningServer(pid, lines.Length > 7 && lines[7].StartsWith("ready", StringComparison.Ordinal))
            : null;
    }

    /// <summary>
    /// Ends what a killed server left: its orphaned processes, which would keep a new one from starting, and files
    /// naming a process that is no server any more (another program's number, or a zombie nobody buries).
    /// </summary>
    internal static async Task ClearRemainsAsync(string cluster, string sockets, CancellationToken cancellation)
    {
        var waited = Stopwatch.StartNew();
        while (OrphansOf(cluster) is { Count: > 0 } orphans)
        {
            if (waited.Elapsed > TimeSpan.FromSeconds(20))
            {
                throw new DatabaseStartException(
                    $"Processes of an earlier PostgreSQL still use {cluster} and do not end: {string.Join(", ", orphans)}."
                );
            }
            foreach (var orphan in orphans)
            {
                _ = kill(orphan, Sigquit);
            }
            await Task.Delay(50, cancellation);
        }
        File.Delete(PidFile(cluster));
        File.Delete(Path.Combine(sockets, $".s.PGSQL.{ServerLaunch.Port}.lock"));
    }

    internal bool Runs(string cluster) => Serves(Pid, cluster);

    /// <summary>Asks the server to stop: sessions are ended, everything is written (or, at once, nothing is).</summary>
    internal async Task StopAsync(string cluster, bool atOnce, CancellationToken cancellation)
    {
        _ = kill(Pid, atOnce ? Sigquit : Sigint);
        var waited = Stopwatch.StartNew();
        while (Serves(Pid, cluster))
        {
            if (waited.Elapsed > TimeSpan.FromMinutes(5))
            {
                throw new DatabaseStartException($"The PostgreSQL of {cluster} (process {Pid}) does not stop.");
            }
            await Task.Delay(10, cancellation);
        }
    }

    private static bool Serves(int pid, string cluster) =>
        pid > 0
        && (
            OperatingSystem.IsLinux()
                ? Alive(pid) && string.Equals(WorkingFolder(pid), Real(cluster), StringComparison.Ordinal)
                : kill(pid, 0) == 0
        );

    private static List<int> OrphansOf(string cluster)
    {
        var orphans = new List<int>();
        if (!OperatingSystem.IsLinux())
        {
            return orphans;
        }
        var real = Real(cluster);
        foreach (var entry in Directory.EnumerateDirectories("/proc"))
        {
            if (
                int.TryParse(Path.GetFileName(entry), NumberStyles.None, CultureInfo.InvariantCulture, out var pid)
                && string.Equals(WorkingFolder(pid), real, StringComparison.Ordinal)
                && Name(pid) is "postgres"
                && Alive(pid)
            )
            {
                orphans.Add(pid);
            }
        }
        return orphans;
    }

    private static string Real(string cluster) =>
        new DirectoryInfo(cluster).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? cluster;

    // Every process of PostgreSQL works in the cluster's folder; a zombie and a stranger's process show none.
    private static string? WorkingFolder(int pid)
    {
        try
        {
            return new FileInfo($"/proc/{pid}/cwd").LinkTarget;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string? Name(int pid)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/comm").Trim();
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool Alive(int pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            return stat[stat.LastIndexOf(')')..] is [_, _, not ('Z' or 'X'), ..];
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private const int Sigint = 2;
    private const int Sigquit = 3;

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int kill(int pid, int signal);
}

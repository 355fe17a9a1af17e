using System.Globalization;

namespace Plus.Bench.Measuring;

/// <summary>
/// CPU time from /proc, user and system: of one server process, and of PostgreSQL with every backend. Only one server
/// is under load at a time, so all the database's time in between belongs to it.
/// </summary>
internal sealed class CpuMeter(int serverPid, int postmasterPid)
{
    private const double TicksPerSecond = 100;

    /// <summary>Seconds used so far.</summary>
    public CpuReading Read() => new(Seconds(serverPid, withReaped: false), Database());

    /// <summary>Seconds used by processes that this one started and that have ended.</summary>
    public static double EndedChildren() =>
        Fields(Environment.ProcessId) is { } fields ? (Number(fields[13]) + Number(fields[14])) / TicksPerSecond : 0;

    /// <summary>Postmaster, living backends, and those that have ended since it started.</summary>
    private double Database()
    {
        var total = Seconds(postmasterPid, withReaped: true);
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (
                int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var pid)
                && ParentOf(pid) == postmasterPid
            )
            {
                total += Seconds(pid, withReaped: false);
            }
        }

        return total;
    }

    private static int ParentOf(int pid) =>
        Fields(pid) is { } fields ? int.Parse(fields[1], CultureInfo.InvariantCulture) : -1;

    private static double Seconds(int pid, bool withReaped)
    {
        if (Fields(pid) is not { } fields)
        {
            return 0;
        }

        // After the name: state is 0, ppid 1, utime 11, stime 12, cutime 13, cstime 14.
        var ticks =
            Number(fields[11]) + Number(fields[12]) + (withReaped ? Number(fields[13]) + Number(fields[14]) : 0);
        return ticks / TicksPerSecond;
    }

    private static double Number(string field) => long.Parse(field, CultureInfo.InvariantCulture);

    private static string[]? Fields(int pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }
}

/// <summary>CPU seconds of the server and of the database.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct CpuReading(double Server, double Database)
{
    public double Total => Server + Database;

    public static CpuReading operator -(CpuReading a, CpuReading b) =>
        new(a.Server - b.Server, a.Database - b.Database);
}

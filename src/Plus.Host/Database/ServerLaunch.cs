using System.Diagnostics;

namespace Plus.Host.Database;

/// <summary>Starts PostgreSQL on a cluster and waits until it answers; explains why when it does not.</summary>
internal static class ServerLaunch
{
    internal const int Port = 5432;

    internal static async Task<RunningServer> StartAsync(
        DataFolder folder,
        PostgresBinaries binaries,
        string sockets,
        EmbeddedPostgresOptions options,
        CancellationToken cancellation
    )
    {
        await RunningServer.ClearRemainsAsync(folder.Cluster, sockets, cancellation);
        try
        {
            var settings = Path.Combine(folder.Cluster, "conf.d", "10-plus.conf");
            var text = ServerSettings.Text(options.Ephemeral);
            if (!File.Exists(settings) || await File.ReadAllTextAsync(settings, cancellation) != text)
            {
                await File.WriteAllTextAsync(settings, text, cancellation);
                await folder.User.TakeAsync(settings, cancellation);
            }
        }
        catch (IOException full) when (StartFailure.DiskIsFull(full))
        {
            throw StartFailure.Explain(folder, full);
        }
        // A session of its own: Ctrl+C in the terminal must reach PLUS only, which then stops the server in order.
        using var process = Launch([
            "sh",
            "-c",
            """log=$1; shift; exec </dev/null >"$log" 2>&1; exec "$@" """,
            "sh",
            folder.StartLog,
            .. OperatingSystem.IsLinux() ? (string[])["setsid"] : [],
            .. folder.User.Prefix,
            binaries.Postgres,
            "-D",
            folder.Cluster,
            "-k",
            sockets,
            "-p",
            $"{Port}",
            "-c",
            "listen_addresses=",
        ]);
        return await ReadyAsync(process, folder, options, cancellation);
    }

    /// <summary>
    /// Starts the guard: a shell that waits until the last process using the server is gone, however it ended, and
    /// then stops the server. It outlives PLUS, so that kill -9 leaves nothing running.
    /// </summary>
    internal static void Guard(DataFolder folder, EmbeddedPostgresOptions options)
    {
        using var process = Launch([
            "sh",
            "-c",
            """
            exec </dev/null >/dev/null 2>&1
            users=$1; guards=$2; cluster=$3; signal=$4; remove=$5; pidfile=$cluster/postmaster.pid
            exec 8>"$guards"; flock -n 8 || exit 0
            exec 9<"$users"
            flock -x 9
            pid=$(head -n 1 "$pidfile")
            case $(readlink "/proc/$pid/cwd") in
              "$cluster" | "") kill -s "$signal" "$pid" && while kill -0 "$pid" && [ -e "$pidfile" ]; do sleep 0.05; done ;;
            esac
            [ -z "$remove" ] || rm -rf "$remove"
            """,
            "plus-guard",
            folder.UsersLock,
            folder.WatchLock,
            folder.Cluster,
            options.Ephemeral ? "QUIT" : "INT",
            options.Ephemeral ? folder.Home : "",
        ]);
    }

    private static Process Launch(IReadOnlyList<string> command)
    {
        try
        {
            return Process.Start(ToolRun.Clean(command))!;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new DatabaseStartException($"PostgreSQL cannot be started: {missing.Message}.", missing);
        }
    }

    private static async Task<RunningServer> ReadyAsync(
        Process process,
        DataFolder folder,
        EmbeddedPostgresOptions options,
        CancellationToken cancellation
    )
    {
        var waited = Stopwatch.StartNew();
        var said = TimeSpan.FromSeconds(10);
        while (true)
        {
            if (RunningServer.Find(folder.Cluster) is { Ready: true } server)
            {
                return server;
            }
            if (process.HasExited)
            {
                throw StartFailure.Explain(folder, cause: null);
            }
            if (waited.Elapsed > options.WaitForReady)
            {
                throw new DatabaseStartException(
                    $"PostgreSQL is not ready after {waited.Elapsed.TotalMinutes:0} minutes."
                );
            }
            if (waited.Elapsed > said)
            {
                options.Say(
                    $"PostgreSQL is putting its files in order after an unclean end ({waited.Elapsed:mm\\:ss})."
                );
                said += TimeSpan.FromSeconds(30);
            }
            await Task.Delay(10, cancellation);
        }
    }
}

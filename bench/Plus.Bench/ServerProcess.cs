using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Plus.Bench;

/// <summary>A server started for the bench; ended with it.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, string address) => (_process, Address) = (process, address);

    public int Pid => _process.Id;

    public string Address { get; }

    /// <summary>Memory in use, megabytes.</summary>
    public double MemoryMb
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1048576.0;
        }
    }

    /// <summary>Starts on a free port and waits until <paramref name="probe"/> answers.</summary>
    public static async Task<ServerProcess> StartAsync(
        Func<string, string[]> command,
        string probe,
        Dictionary<string, string> environment
    )
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        foreach (var part in command(port))
        {
            start.ArgumentList.Add(part);
        }

        // The bench measures its own database, whatever else is named for PLUS here.
        start.Environment.Remove("PLUS_DB");
        start.Environment.Remove("PLUS_DB_OWNER");
        start.Environment.Remove("PLUS_WALL_KEY");
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        var said = new List<string>();
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += (_, line) => said.Add(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new ServerProcess(process, $"http://127.0.0.1:{port}");
        using var client = new HttpClient();
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < TimeSpan.FromMinutes(2))
        {
            if (process.HasExited)
            {
                throw new BenchException("A server stopped at once: " + string.Join(' ', said));
            }

            try
            {
                using var answer = await client.GetAsync(new Uri(server.Address + probe));
                return server;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100);
            }
        }

        server.Dispose();
        throw new BenchException("A server does not answer.");
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            // As an operator would: what it holds is put down in order.
            using var stop = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            stop.WaitForExit();
            if (!_process.WaitForExit(20_000))
            {
                _process.Kill(entireProcessTree: true);
            }
        }

        _process.Dispose();
    }

    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }
}

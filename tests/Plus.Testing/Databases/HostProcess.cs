using System.Diagnostics;

namespace Plus.Testing.Databases;

/// <summary>The real program in a process of its own, for tests that kill it or look at its exit status.</summary>
public sealed class HostProcess : IDisposable
{
    private readonly Process process;

    private HostProcess(Process process) => this.process = process;

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    /// <summary>Runs a command of the program to its end.</summary>
    public static async Task<(int Status, string Output, string Errors)> RunAsync(
        IReadOnlyList<string> command,
        IReadOnlyDictionary<string, string?>? environment = null,
        string? input = null
    )
    {
        using var running = Start(command, environment, input is not null);
        if (input is not null)
        {
            await running.process.StandardInput.WriteAsync(input);
            running.process.StandardInput.Close();
        }

        var output = running.process.StandardOutput.ReadToEndAsync();
        var errors = running.process.StandardError.ReadToEndAsync();
        await running.process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(5));
        return (running.process.ExitCode, await output, await errors);
    }

    /// <summary>Starts a command and goes on.</summary>
    public static HostProcess Start(
        IReadOnlyList<string> command,
        IReadOnlyDictionary<string, string?>? environment = null,
        bool writes = false
    )
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = writes,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Plus.Host.dll"));
        foreach (var argument in command)
        {
            start.ArgumentList.Add(argument);
        }
        start.Environment.Remove("PLUS_DB");
        start.Environment.Remove("PLUS_DB_OWNER");
        start.Environment.Remove("PLUS_WALL_KEY");
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>(StringComparer.Ordinal))
        {
            start.Environment[name] = value;
        }
        return new HostProcess(Process.Start(start)!);
    }

    /// <summary>Reads what it prints until a line holds the text; fails when it ends before.</summary>
    public async Task<string> SaysAsync(string text)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return line;
            }
        }
        throw new InvalidOperationException(
            $"The program ended without saying '{text}': {await process.StandardError.ReadToEndAsync(limit.Token)}"
        );
    }

    /// <summary>kill -9</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }
        process.Dispose();
    }
}

using System.Diagnostics;

namespace Plus.Host.Database;

/// <summary>Runs a small system tool to its end, in an environment free of PG* and other inherited settings.</summary>
internal static class ToolRun
{
    internal sealed record Outcome(int Status, string Output, string Errors)
    {
        internal bool Succeeded => Status == 0;
    }

    internal static ProcessStartInfo Clean(IReadOnlyList<string> command)
    {
        var start = new ProcessStartInfo(command[0]) { UseShellExecute = false, WorkingDirectory = "/" };
        foreach (var argument in command.Skip(1))
        {
            start.ArgumentList.Add(argument);
        }
        var path = Environment.GetEnvironmentVariable("PATH");
        start.Environment.Clear();
        start.Environment["PATH"] = $"{path}:/usr/local/sbin:/usr/sbin:/sbin:/usr/bin:/bin";
        start.Environment["LC_ALL"] = "C.UTF-8";
        return start;
    }

    internal static async Task<Outcome> RunAsync(IReadOnlyList<string> command, CancellationToken cancellation)
    {
        var start = Clean(command);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.RedirectStandardInput = true;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return new Outcome(process.ExitCode, await output, await errors);
    }

    /// <summary>Runs a tool that has no reason to fail.</summary>
    internal static async Task<string> DemandAsync(IReadOnlyList<string> command, CancellationToken cancellation)
    {
        Outcome outcome;
        try
        {
            outcome = await RunAsync(command, cancellation);
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new DatabaseStartException($"The tool '{command[0]}' cannot be run: {missing.Message}.", missing);
        }
        return outcome.Succeeded
            ? outcome.Output.Trim()
            : throw new DatabaseStartException(
                $"'{string.Join(' ', command)}' failed: {outcome.Errors.Trim()} {outcome.Output.Trim()}".TrimEnd()
            );
    }
}

using System.Diagnostics;
using Npgsql;

namespace Plus.Bench;

/// <summary>The data measured on: the demo service of 2023, built once into the bench's folder.</summary>
internal static class BenchData
{
    public static async Task PrepareAsync(NpgsqlDataSource owner, string host, string data)
    {
        await using var count = owner.CreateCommand("SELECT count(*) FROM cases.section");
        if ((long)(await count.ExecuteScalarAsync())! > 0)
        {
            return;
        }

        await Console.Error.WriteLineAsync("building the demo service for the bench ...");
        using var demo =
            Process.Start(new ProcessStartInfo("dotnet", [host, "demo", "--year", "2023", "--data", data]) { UseShellExecute = false })
            ?? throw new InvalidOperationException("dotnet does not start.");
        await demo.WaitForExitAsync();
        if (demo.ExitCode != 0)
        {
            throw new InvalidOperationException("The demo service could not be built.");
        }
    }
}

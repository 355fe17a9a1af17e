using Plus.Testing.Databases;

namespace Plus.Shared.Tests.Databases;

/// <summary>What is left when the program itself is killed.</summary>
public sealed class KilledHostTests : IDisposable
{
    private readonly DataFolderFixture folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task KilledProgram_LeavesNoServerBehindAndLosesNothing()
    {
        using var host = HostProcess.Start(["database", "--data", folder.Path]);
        await host.SaysAsync("answers");
        var server = folder.Pid;
        await using (var beside = await folder.AttachAsync())
        {
            await SqlRows.OneAsync(beside.OwnerConnectionString, "CREATE TABLE public.kept AS SELECT 7 AS n");
        }
        Assert.True(DataFolderFixture.Runs(server));

        await host.KillAsync();
        await Eventually.HoldsAsync(
            () => !DataFolderFixture.Runs(server),
            "the server of the killed program is gone",
            60
        );

        await using var again = await folder.ServeAsync();
        Assert.Equal(7, await SqlRows.OneAsync(again.OwnerConnectionString, "SELECT n FROM public.kept"));
    }

    [Fact]
    public async Task ProgramAndServerAndGuardKilled_TheFolderStillOpens()
    {
        using var host = HostProcess.Start(["database", "--data", folder.Path]);
        await host.SaysAsync("answers");
        await using (var beside = await folder.AttachAsync())
        {
            await SqlRows.OneAsync(beside.OwnerConnectionString, "CREATE TABLE public.kept AS SELECT 7 AS n");
        }
        foreach (var guard in GuardsOf(folder.Path))
        {
            DataFolderFixture.Kill9(guard);
        }
        var server = folder.Pid;
        await host.KillAsync();
        DataFolderFixture.Kill9(server);

        Assert.True(File.Exists(folder.PidFile));
        await using var again = await folder.ServeAsync();

        Assert.Equal(7, await SqlRows.OneAsync(again.OwnerConnectionString, "SELECT n FROM public.kept"));
    }

    [Fact]
    public async Task ServerThatOutlivedTheProgram_IsTakenOver()
    {
        using var host = HostProcess.Start(["database", "--data", folder.Path]);
        await host.SaysAsync("answers");
        var server = folder.Pid;
        foreach (var guard in GuardsOf(folder.Path))
        {
            DataFolderFixture.Kill9(guard);
        }
        await host.KillAsync();
        Assert.True(DataFolderFixture.Runs(server));

        await using (var again = await folder.ServeAsync())
        {
            Assert.Equal(server, folder.Pid);
            Assert.Equal(1, await SqlRows.OneAsync(again.AppConnectionString, "SELECT 1"));
        }

        await DataFolderFixture.EndsAsync(server);
    }

    private static IEnumerable<int> GuardsOf(string path) =>
        Directory
            .EnumerateDirectories("/proc")
            .Select(entry => int.TryParse(Path.GetFileName(entry), out var pid) ? pid : 0)
            .Where(pid =>
                pid > 0
                && CommandLineOf(pid) is { } line
                && line.Contains("plus-guard", StringComparison.Ordinal)
                && line.Contains(path, StringComparison.Ordinal)
            )
            .ToList();

    private static string? CommandLineOf(int pid)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/cmdline");
        }
        catch (IOException)
        {
            return null;
        }
    }
}

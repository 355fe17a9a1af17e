using System.Diagnostics;
using Npgsql;
using Plus.Host.Database;
using Plus.Testing.Databases;

namespace Plus.Shared.Tests.Databases;

/// <summary>A disk of 120 MB in memory that fills up. Making one takes root's rights; without them the tests are skipped.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly string disk = PostgresServer.NewFolder("disk");
    private readonly bool mounted;
    private readonly List<string> said = [];

    public FullDiskTests()
    {
        Directory.CreateDirectory(disk);
        mounted =
            Environment.IsPrivilegedProcess && Tool("mount", "-t", "tmpfs", "-o", "size=120m,mode=755", "tmpfs", disk);
    }

    public void Dispose()
    {
        if (mounted)
        {
            Tool("umount", "-l", disk);
        }
        Directory.Delete(disk);
    }

    [Fact]
    public async Task DiskFillsWhileServing_IsSaidClearly_AndNothingCommittedIsLost()
    {
        Assert.SkipUnless(mounted, "Needs the right to mount a small disk (root).");
        await using var server = await EmbeddedPostgres.StartAsync(Options, CancellationToken.None);
        await SqlRows.OneAsync(server.OwnerConnectionString, "CREATE TABLE public.kept (n int, filling text)");
        var committed = await InsertUntilFullAsync(server.OwnerConnectionString);

        // What is left is taken too, and the server killed: it cannot start until there is room.
        await FillAsync();
        DataFolderFixture.Kill9(server.ServerPid!.Value);
        await Eventually.HoldsAsync(() => server.Trouble is not null, "the trouble is known", 60);
        Assert.Contains($"{disk}/data is full", server.Trouble, StringComparison.Ordinal);
        Assert.Contains(said, text => text.Contains("Nothing that was saved is lost", StringComparison.Ordinal));

        File.Delete(Ballast);
        Tool("mount", "-o", "remount,size=200m", disk);
        await Eventually.HoldsAsync(
            () => server.Trouble is null && server.ServerPid is not null,
            "the server is back",
            60
        );

        Assert.Equal(
            committed,
            await SqlRows.OneAsync(server.OwnerConnectionString, "SELECT count(*) FROM public.kept")
        );
        await SqlRows.OneAsync(server.OwnerConnectionString, "INSERT INTO public.kept VALUES (0, '')");
    }

    [Fact]
    public async Task StartOnAFullDisk_IsRefusedInWords_AndWorksOnceThereIsRoom()
    {
        Assert.SkipUnless(mounted, "Needs the right to mount a small disk (root).");
        await using (var server = await EmbeddedPostgres.StartAsync(Options, CancellationToken.None))
        {
            await SqlRows.OneAsync(server.OwnerConnectionString, "CREATE TABLE public.kept AS SELECT 1 AS n");
        }
        await FillAsync();

        var refused = await Assert.ThrowsAsync<DatabaseStartException>(() =>
            EmbeddedPostgres.StartAsync(Options, CancellationToken.None)
        );
        File.Delete(Ballast);
        await using var again = await EmbeddedPostgres.StartAsync(Options, CancellationToken.None);

        Assert.Contains("is full", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, await SqlRows.OneAsync(again.OwnerConnectionString, "SELECT n FROM public.kept"));
    }

    private EmbeddedPostgresOptions Options =>
        new(Path.Combine(disk, "data"))
        {
            Say = text =>
            {
                lock (said)
                {
                    said.Add(text);
                }
            },
        };

    private string Ballast => Path.Combine(disk, "ballast");

    private static async Task<long> InsertUntilFullAsync(string connectionString)
    {
        long committed = 0;
        while (true)
        {
            try
            {
                await SqlRows.OneAsync(
                    connectionString,
                    "INSERT INTO public.kept SELECT n, md5(n::text) || repeat(md5(n::text), 30) FROM generate_series(1, 1000) n"
                );
                committed += 1000;
            }
            catch (NpgsqlException)
            {
                Assert.True(committed > 0);
                return committed;
            }
        }
    }

    private async Task FillAsync()
    {
        await using var file = new FileStream(Ballast, FileMode.Create);
        var block = new byte[4096];
        try
        {
            while (true)
            {
                await file.WriteAsync(block);
                await file.FlushAsync();
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    private static bool Tool(params string[] command)
    {
        using var process = Process.Start(
            new ProcessStartInfo(command[0], command[1..]) { UseShellExecute = false, RedirectStandardError = true }
        )!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}

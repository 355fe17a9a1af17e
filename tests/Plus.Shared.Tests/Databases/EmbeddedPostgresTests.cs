using System.Runtime.Versioning;
using Npgsql;
using Plus.Host.Database;
using Plus.Testing.Databases;

namespace Plus.Shared.Tests.Databases;

[SupportedOSPlatform("linux")]
public sealed class EmbeddedPostgresTests : IDisposable
{
    private readonly DataFolderFixture folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task EmptyFolder_GetsASafeServerWithoutAPort()
    {
        await using var server = await folder.ServeAsync();
        var settings = await SqlRows.OneAsync(
            server.SuperuserConnectionTo("plus"),
            """
            SELECT concat_ws(' ', current_setting('fsync'), current_setting('full_page_writes'), current_setting('data_checksums'),
                nullif(current_setting('listen_addresses'), ''), current_setting('server_encoding'), datlocprovider, daticulocale)
            FROM pg_database WHERE datname = 'plus'
            """.Replace(
                "daticulocale",
                await SqlRows.OneAsync(
                    server.SuperuserConnectionTo("plus"),
                    "SELECT attname::text FROM pg_attribute WHERE attrelid = 'pg_database'::regclass AND attname IN ('daticulocale', 'datlocale')"
                ) as string
            )
        );

        Assert.Equal("on on on UTF8 i lv-LV", settings);
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite,
            File.GetUnixFileMode(Path.Combine(folder.Path, "database.json"))
        );
    }

    [Fact]
    public async Task WrongPassword_IsRefused()
    {
        await using var server = await folder.ServeAsync();
        var wrong = new NpgsqlConnectionStringBuilder(server.OwnerConnectionString) { Password = "x" };

        Assert.Equal(
            PostgresErrorCodes.InvalidPassword,
            await SqlRows.RefusalOfAsync(wrong.ConnectionString, "SELECT 1")
        );
    }

    [Fact]
    public async Task Stopped_KeepsItsRowsAndStartsAgain()
    {
        int first;
        await using (var server = await folder.ServeAsync())
        {
            await SqlRows.OneAsync(server.OwnerConnectionString, "CREATE TABLE public.kept AS SELECT 'Ķirsis' AS name");
            first = folder.Pid;
        }
        await DataFolderFixture.EndsAsync(first);
        Assert.False(File.Exists(folder.PidFile));

        await using var again = await folder.ServeAsync();

        Assert.Equal("Ķirsis", await SqlRows.OneAsync(again.OwnerConnectionString, "SELECT name FROM public.kept"));
    }

    [Fact]
    public async Task SecondRun_IsRefusedAndToldWhoServes()
    {
        await using var server = await folder.ServeAsync();

        var refused = await Assert.ThrowsAsync<DataFolderInUseException>(folder.ServeAsync);

        Assert.Contains($"process {Environment.ProcessId}", refused.Message, StringComparison.Ordinal);
        Assert.Contains("since 20", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, await SqlRows.OneAsync(server.AppConnectionString, "SELECT 1"));
    }

    [Fact]
    public async Task Commands_ShareTheServer_TheLastOneStopsIt()
    {
        var command = await folder.AttachAsync();
        var pid = folder.Pid;
        var serving = await folder.ServeAsync();
        Assert.Equal(pid, folder.Pid);

        await command.DisposeAsync();
        Assert.Equal(1, await SqlRows.OneAsync(serving.AppConnectionString, "SELECT 1"));
        await serving.DisposeAsync();

        await DataFolderFixture.EndsAsync(pid);
    }

    [Fact]
    public async Task KilledServer_IsStartedAgainAndConnectionsRecover()
    {
        await using var server = await folder.ServeAsync();
        await SqlRows.OneAsync(server.OwnerConnectionString, "CREATE TABLE public.kept AS SELECT 42 AS answer");
        var killed = folder.Pid;

        DataFolderFixture.Kill9(killed);
        await Eventually.HoldsAsync(() => server.ServerPid is { } pid && pid != killed, "the server is started again");
        await Eventually.HoldsAsync(() => AnswersAsync(server.OwnerConnectionString), "the server answers again");

        Assert.Equal(42, await SqlRows.OneAsync(server.OwnerConnectionString, "SELECT answer FROM public.kept"));
    }

    [Fact]
    public async Task StalePidFileOfAStranger_IsNotBelieved()
    {
        await using (await folder.ServeAsync()) { }
        // The number now belongs to a process that is no server of this folder: this one.
        await File.WriteAllTextAsync(folder.PidFile, $"{Environment.ProcessId}\n{folder.Path}/postgres\n1\n5432\n");

        await using var server = await folder.ServeAsync();

        Assert.NotEqual(Environment.ProcessId, folder.Pid);
        Assert.Equal(1, await SqlRows.OneAsync(server.AppConnectionString, "SELECT 1"));
    }

    [Fact]
    public async Task FolderOfAnotherMajorVersion_NamesTheVersionItNeeds()
    {
        await using (await folder.ServeAsync()) { }
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "postgres", "PG_VERSION"), "14\n");

        var refused = await Assert.ThrowsAsync<DatabaseStartException>(folder.ServeAsync);

        Assert.Contains("only with PostgreSQL 14", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task VanishedCluster_IsNotReplacedByAnEmptyOne()
    {
        await using (await folder.ServeAsync()) { }
        Directory.Move(Path.Combine(folder.Path, "postgres"), Path.Combine(folder.Path, "elsewhere"));

        var refused = await Assert.ThrowsAsync<DatabaseStartException>(folder.ServeAsync);

        Assert.Contains("has held a database", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CreationStoppedHalfWay_IsDoneAnew()
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, "postgres.new", "base"));

        await using var server = await folder.ServeAsync();

        Assert.Equal(1, await SqlRows.OneAsync(server.AppConnectionString, "SELECT 1"));
    }

    [Fact]
    public async Task ChangedSortingRules_AreNoticedAndReindexed()
    {
        await using (var server = await folder.ServeAsync())
        {
            await SqlRows.OneAsync(
                server.SuperuserConnectionTo("postgres"),
                "UPDATE pg_database SET datcollversion = '1.2' WHERE datname = 'plus'"
            );
            await SqlRows.OneAsync(
                server.SuperuserConnectionTo("plus"),
                "UPDATE pg_collation SET collversion = '1.2' WHERE collname = 'lv-LV-x-icu'"
            );
        }

        await using var again = await folder.ServeAsync();

        Assert.Contains(folder.Said, text => text.Contains("'plus' are being rebuilt", StringComparison.Ordinal));
        Assert.Equal(
            0L,
            await SqlRows.OneAsync(
                again.SuperuserConnectionTo("plus"),
                """
                SELECT (SELECT count(*) FROM pg_database WHERE datcollversion <> pg_database_collation_actual_version(oid))
                     + (SELECT count(*) FROM pg_collation WHERE collversion <> pg_collation_actual_version(oid))
                """
            )
        );
    }

    private static async Task<bool> AnswersAsync(string connectionString)
    {
        try
        {
            await SqlRows.OneAsync(connectionString, "SELECT 1");
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}

using Npgsql;
using Plus.Host.Database;
using Plus.Kernel.Storage;
using Plus.Testing.Databases;

namespace Plus.Shared.Tests.Databases;

public sealed class OwnServerTests
{
    [Fact]
    public async Task UnreachableServer_IsNamedInOneLine()
    {
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["PLUS_DB_OWNER"] = "Host=/tmp/no-server-here;Username=plus_owner;Database=plus",
        };

        var migrate = await HostProcess.RunAsync(["migrate"], environment);

        Assert.Equal(1, migrate.Status);
        Assert.StartsWith("The server of PLUS_DB_OWNER cannot be used", migrate.Errors, StringComparison.Ordinal);
        Assert.Single(migrate.Errors.Trim().Split('\n'));
    }

    [Fact]
    public async Task MigratedByTheCommand_IsReadyToServe()
    {
        await using var server = await TestDatabase.CreateEmptyAsync();
        var key = Path.Combine(PostgresServer.NewFolder("key"), "wall.key");
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["PLUS_DB"] = server.AppConnectionString,
            ["PLUS_DB_OWNER"] = server.OwnerConnectionString,
            ["PLUS_WALL_KEY"] = key,
        };

        var migrate = await HostProcess.RunAsync(["migrate"], environment);
        var again = await HostProcess.RunAsync(["migrate"], environment);
        await using var ready = await DatabaseAccess.ServeAsync(
            new DatabaseSettings("unused", server.AppConnectionString, null) { WallKeyPath = key },
            _ => { },
            TestContext.Current.CancellationToken
        );

        Assert.Equal((0, ""), (migrate.Status, migrate.Errors));
        Assert.Equal((0, "The schema was up to date."), (again.Status, again.Output.Trim()));
        Assert.Null(ready.Embedded);
    }

    [Fact]
    public async Task WithoutTheSecretOfPlus_OrWithAnotherOne_NothingIsServed()
    {
        await using var server = await TestDatabase.CreateAsync();
        var bare = new NpgsqlConnectionStringBuilder(server.AppConnectionString) { Options = null }.ConnectionString;
        var folder = Directory.CreateDirectory(PostgresServer.NewFolder("key")).FullName;
        var another = Path.Combine(folder, "another.key");
        await File.WriteAllTextAsync(another, new string('a', 64), TestContext.Current.CancellationToken);
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["PLUS_DB"] = bare,
            ["PLUS_WALL_KEY"] = Path.Combine(folder, "none.key"),
        };

        var without = await HostProcess.RunAsync(["figures", "--year", "2025", "--json"], environment);
        var wrong = await RefusalAsync(bare, another);

        Assert.Equal(1, without.Status);
        Assert.Contains("is missing or is another one", without.Errors, StringComparison.Ordinal);
        Assert.Contains("is missing or is another one", wrong, StringComparison.Ordinal);
    }

    private static async Task<string> RefusalAsync(string connectionString, string key) =>
        (
            await Assert.ThrowsAsync<DatabaseStartException>(() =>
                DatabaseAccess.ServeAsync(
                    new DatabaseSettings("unused", connectionString, null) { WallKeyPath = key },
                    _ => { },
                    TestContext.Current.CancellationToken
                )
            )
        ).Message;

    [Fact]
    public async Task MissingApplicationRole_IsSaidBeforeAnythingIsMade()
    {
        await using var server = await TestDatabase.CreateEmptyAsync();

        var refused = await Assert.ThrowsAsync<DatabaseStartException>(() =>
            DatabaseMigrator.MigrateAsync(
                server.OwnerConnectionString,
                "nobody_made_me",
                TestContext.Current.CancellationToken
            )
        );

        Assert.Contains("nobody_made_me", refused.Message, StringComparison.Ordinal);
        Assert.Equal(
            SchemaStanding.Empty,
            (await SchemaCheck.ReadAsync(server.OwnerConnectionString, TestContext.Current.CancellationToken)).Standing
        );
    }

    [Fact]
    public void FullDisk_IsNamed_AndABugIsNot()
    {
        var full = new PostgresException("no space", "ERROR", "ERROR", PostgresErrorCodes.DiskFull);
        var bug = new PostgresException("no column", "ERROR", "ERROR", PostgresErrorCodes.UndefinedColumn);

        Assert.Contains("disk of the database is full", DatabaseTrouble.Sentence(full), StringComparison.Ordinal);
        Assert.Null(DatabaseTrouble.Sentence(bug));
    }
}

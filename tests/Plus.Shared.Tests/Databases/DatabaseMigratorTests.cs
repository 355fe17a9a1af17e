using Npgsql;
using Plus.Host.Database;
using Plus.Testing.Databases;

namespace Plus.Shared.Tests.Databases;

public sealed class DatabaseMigratorTests
{
    private const string App = "plus_app";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EmptyDatabase_IsMigratedOnceAndIsThenCurrent()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        var before = await SchemaCheck.ReadAsync(database.OwnerConnectionString, Token);

        var first = await DatabaseMigrator.MigrateAsync(database.OwnerConnectionString, App, Token);
        var second = await DatabaseMigrator.MigrateAsync(database.OwnerConnectionString, App, Token);
        var after = await SchemaCheck.ReadAsync(database.AppConnectionString, Token);

        Assert.Equal(SchemaStanding.Empty, before.Standing);
        Assert.Contains(first, step => step.EndsWith("_Initial", StringComparison.Ordinal));
        Assert.Contains("Plus.Host/Database/Sql/05-database-mark.sql", first);
        Assert.Empty(second);
        Assert.Equal(SchemaStanding.Current, after.Standing);
    }

    [Fact]
    public async Task TwoAtOnce_WaitForOneAnother()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();

        var ran = await Task.WhenAll(
            Enumerable
                .Range(0, 3)
                .Select(_ => DatabaseMigrator.MigrateAsync(database.OwnerConnectionString, App, Token))
        );

        Assert.Single(ran, steps => steps.Count > 0);
    }

    [Fact]
    public async Task ApplicationRole_ReadsAndWritesTablesAndOwnsNone()
    {
        await using var database = await TestDatabase.CreateAsync();

        var owned = await SqlRows.OneAsync(
            database.OwnerConnectionString,
            "SELECT count(*) FROM pg_class WHERE relowner = 'plus_app'::regrole"
        );
        var closed = await SqlRows.OneAsync(
            database.OwnerConnectionString,
            """
            SELECT count(*) FROM pg_tables WHERE tableowner = 'plus_owner' AND schemaname <> 'kernel'
            AND NOT has_table_privilege('plus_app', format('%I.%I', schemaname, tablename), 'SELECT')
            AND NOT (SELECT relispartition FROM pg_class WHERE oid = format('%I.%I', schemaname, tablename)::regclass)
            """
        );

        Assert.Equal(0L, owned);
        Assert.Equal(0L, closed);
        Assert.Equal(
            PostgresErrorCodes.InsufficientPrivilege,
            await SqlRows.RefusalOfAsync(database.AppConnectionString, "DELETE FROM kernel.migration")
        );
        Assert.Equal(
            PostgresErrorCodes.InsufficientPrivilege,
            await SqlRows.RefusalOfAsync(database.AppConnectionString, "DROP TABLE kernel.migration")
        );
    }

    [Fact]
    public async Task UnknownMigration_AfterAllKnownOnes_IsNewerAndRefused()
    {
        await using var database = await TestDatabase.CreateAsync();
        await SqlRows.OneAsync(
            database.OwnerConnectionString,
            "INSERT INTO kernel.migration SELECT '29990101000000_FromTheFuture', '10.0.0'"
        );

        var state = await SchemaCheck.ReadAsync(database.AppConnectionString, Token);
        var refused = await Assert.ThrowsAsync<DatabaseStartException>(() =>
            DatabaseMigrator.MigrateAsync(database.OwnerConnectionString, App, Token)
        );

        Assert.Equal(SchemaStanding.Newer, state.Standing);
        Assert.Contains("29990101000000_FromTheFuture", refused.Message, StringComparison.Ordinal);
        Assert.Contains("newer", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StrangeMigrationInsteadOfAKnownOne_IsForeignAndRefused()
    {
        await using var database = await TestDatabase.CreateAsync();
        await SqlRows.OneAsync(
            database.OwnerConnectionString,
            "UPDATE kernel.migration SET \"MigrationId\" = '20200101000000_Other'"
        );

        var state = await SchemaCheck.ReadAsync(database.AppConnectionString, Token);

        Assert.Equal(SchemaStanding.Foreign, state.Standing);
        await Assert.ThrowsAsync<DatabaseStartException>(() =>
            DatabaseMigrator.MigrateAsync(database.OwnerConnectionString, App, Token)
        );
    }

    [Fact]
    public async Task ScriptOfAnEarlierText_IsOlderAndRunsAgain()
    {
        await using var database = await TestDatabase.CreateAsync();
        await SqlRows.OneAsync(
            database.OwnerConnectionString,
            "UPDATE kernel.script SET hash = 'earlier' WHERE name LIKE '%05-database-mark.sql'"
        );

        var state = await SchemaCheck.ReadAsync(database.AppConnectionString, Token);
        var ran = await DatabaseMigrator.MigrateAsync(database.OwnerConnectionString, App, Token);

        Assert.Equal(SchemaStanding.Older, state.Standing);
        Assert.Equal(["Plus.Host/Database/Sql/05-database-mark.sql"], ran);
    }

    [Fact]
    public async Task OwnServer_WithAnEmptySchema_IsNotMigratedByItself()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        var settings = new DatabaseSettings("unused", database.AppConnectionString, database.OwnerConnectionString);

        var refused = await Assert.ThrowsAsync<DatabaseStartException>(() =>
            DatabaseAccess.ServeAsync(settings, _ => { }, Token)
        );

        Assert.Contains("plus migrate", refused.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists("unused"));
    }

    [Fact]
    public async Task Mark_IsSetOnceAndStays()
    {
        await using var database = await TestDatabase.CreateAsync();

        Assert.Equal("demo", await DatabaseMark.SetAsync(database.OwnerConnectionString, DatabaseMark.Demo, Token));
        Assert.Equal("demo", await DatabaseMark.SetAsync(database.OwnerConnectionString, DatabaseMark.Real, Token));
        Assert.Equal(
            PostgresErrorCodes.RaiseException,
            await SqlRows.RefusalOfAsync(database.OwnerConnectionString, "UPDATE kernel.mark SET kind = 'real'")
        );
        Assert.Equal(
            PostgresErrorCodes.InsufficientPrivilege,
            await SqlRows.RefusalOfAsync(database.AppConnectionString, "DELETE FROM kernel.mark")
        );
    }
}

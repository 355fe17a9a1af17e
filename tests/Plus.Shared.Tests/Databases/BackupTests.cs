using System.IO.Compression;
using System.Text.Json;
using Npgsql;
using Plus.Host.Database;
using Plus.Host.Database.Backups;
using Plus.Testing.Databases;

namespace Plus.Shared.Tests.Databases;

public sealed class BackupTests : IDisposable
{
    private const string Pair = """
        WITH r AS (
            INSERT INTO organisation.region (id, code, name, valid_from)
            SELECT gen_random_uuid(), left(gen_random_uuid()::text, 20), E'Rīga\tun\nVidzeme \\ ', '2005-01-01' RETURNING id
        )
        INSERT INTO organisation.office (id, region_id, code, name, kind, valid_from)
        SELECT gen_random_uuid(), id, left(gen_random_uuid()::text, 20), 'Ķekava', 'office', '2005-01-01' FROM r
        """;

    private const string Regions = @"SELECT count(*) FROM organisation.region WHERE name = E'Rīga\tun\nVidzeme \\ '";

    private const string Pairs =
        @"SELECT count(*) FROM organisation.office o JOIN organisation.region r ON r.id = o.region_id WHERE r.name = E'Rīga\tun\nVidzeme \\ '";

    private readonly DataFolderFixture folder = new();
    private readonly string file = PostgresServer.NewFolder("backup") + ".zip";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        folder.Dispose();
        File.Delete(file);
    }

    [Fact]
    public async Task BackupWhileWriting_IsOneMoment_AndRestoresExactly()
    {
        await using var source = await TestDatabase.CreateAsync();
        for (var i = 0; i < 50; i++)
        {
            await SqlRows.OneAsync(source.OwnerConnectionString, Pair);
        }
        await SqlRows.OneAsync(source.OwnerConnectionString, "SELECT setval('cases.case_number', 4711)");
        using var stop = new CancellationTokenSource();
        var writing = WriteUntilAsync(source.OwnerConnectionString, stop.Token);
        await Eventually.HoldsAsync(
            async () => (long)(await SqlRows.OneAsync(source.AppConnectionString, Regions))! > 60,
            "rows are being written"
        );

        var saved = await DatabaseBackup.SaveAsync(source.OwnerConnectionString, file, Token);
        await stop.CancelAsync();
        var written = await writing;

        await using var target = await TestDatabase.CreateEmptyAsync();
        using (var backup = BackupFile.Open(file))
        {
            await DatabaseRestore.RestoreAsync(backup, target.OwnerConnectionString, "plus_app", Token);
        }

        // A region and its office are written together, so that a moment holds as many of one as of the other.
        var pairs = (long)(await SqlRows.OneAsync(target.AppConnectionString, Pairs))!;
        Assert.InRange(pairs, 60, 50 + written);
        Assert.Equal(pairs, await SqlRows.OneAsync(target.AppConnectionString, Regions));
        Assert.Equal(
            saved.Tables.Single(table => table.FullName == "organisation.region").Rows,
            await SqlRows.OneAsync(target.AppConnectionString, "SELECT count(*) FROM organisation.region")
        );
        Assert.Equal(4712L, await SqlRows.OneAsync(target.AppConnectionString, "SELECT nextval('cases.case_number')"));
        Assert.Equal(await ShapeAsync(source), await ShapeAsync(target));
        Assert.Equal(SchemaStanding.Current, (await SchemaCheck.ReadAsync(target.AppConnectionString, Token)).Standing);
    }

    [Fact]
    public async Task DataFolder_MovesToAServerOfOnesOwn_ByTheCommands()
    {
        await using (var embedded = await folder.AttachAsync())
        {
            await DatabaseMigrator.MigrateAsync(embedded.OwnerConnectionString, "plus_app", Token);
            await DatabaseMark.SetAsync(embedded.OwnerConnectionString, DatabaseMark.Demo, Token);
            await SqlRows.OneAsync(embedded.OwnerConnectionString, Pair);
        }
        await using var server = await TestDatabase.CreateEmptyAsync();
        var own = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["PLUS_DB"] = server.AppConnectionString,
            ["PLUS_DB_OWNER"] = server.OwnerConnectionString,
        };

        var backup = await HostProcess.RunAsync(["backup", file, "--data", folder.Path]);
        var restore = await HostProcess.RunAsync(["restore", file], own);
        var again = await HostProcess.RunAsync(["restore", file], own);

        Assert.Equal((0, ""), (backup.Status, backup.Errors));
        Assert.Equal((0, ""), (restore.Status, restore.Errors));
        Assert.Equal(1L, await SqlRows.OneAsync(server.AppConnectionString, Pairs));
        Assert.Equal("demo", await SqlRows.OneAsync(server.AppConnectionString, "SELECT kind FROM kernel.mark"));
        Assert.Equal(1, again.Status);
        Assert.Contains("not empty", again.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DamagedRows_RestoreNothingAndTheDatabaseIsNotServed()
    {
        await using var source = await TestDatabase.CreateAsync();
        await SqlRows.OneAsync(source.OwnerConnectionString, Pair);
        await DatabaseBackup.SaveAsync(source.OwnerConnectionString, file, Token);
        Rewrite(file, "tables/organisation.region.txt", text => text.Replace("Rīga", "Roga", StringComparison.Ordinal));
        await using var target = await TestDatabase.CreateEmptyAsync();
        using var backup = BackupFile.Open(file);

        var refused = await Assert.ThrowsAsync<DatabaseStartException>(() =>
            DatabaseRestore.RestoreAsync(backup, target.OwnerConnectionString, "plus_app", Token)
        );

        Assert.Contains("organisation.region", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0L, await SqlRows.OneAsync(target.OwnerConnectionString, Regions));
        var settings = new DatabaseSettings("unused", target.AppConnectionString, target.OwnerConnectionString);
        var unserved = await Assert.ThrowsAsync<DatabaseStartException>(() =>
            DatabaseAccess.ServeAsync(settings, _ => { }, Token)
        );
        Assert.Contains("not been finished", unserved.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BackupOfAnotherSchema_IsRefusedByName()
    {
        await using var source = await TestDatabase.CreateAsync();
        await DatabaseBackup.SaveAsync(source.OwnerConnectionString, file, Token);
        Rewrite(
            file,
            BackupManifest.Entry,
            text =>
            {
                var manifest = JsonSerializer.Deserialize<BackupManifest>(text, BackupManifest.Json)!;
                return JsonSerializer.Serialize(
                    manifest with
                    {
                        Migrations = ["29990101000000_Later"],
                    },
                    BackupManifest.Json
                );
            }
        );
        await using var target = await TestDatabase.CreateEmptyAsync();
        using var backup = BackupFile.Open(file);

        var refused = await Assert.ThrowsAsync<DatabaseStartException>(() =>
            DatabaseRestore.RestoreAsync(backup, target.OwnerConnectionString, "plus_app", Token)
        );

        Assert.Contains("29990101000000_Later", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExistingFile_IsNeverOverwritten()
    {
        await using var source = await TestDatabase.CreateAsync();
        await File.WriteAllTextAsync(file, "an older backup", Token);

        await Assert.ThrowsAsync<DatabaseStartException>(() =>
            DatabaseBackup.SaveAsync(source.OwnerConnectionString, file, Token)
        );

        Assert.Equal("an older backup", await File.ReadAllTextAsync(file, Token));
    }

    [Fact]
    public async Task FileThatIsNoBackup_IsRefusedInWords()
    {
        await File.WriteAllTextAsync(file, "not a zip", Token);

        var restore = await HostProcess.RunAsync(["restore", file, "--data", folder.Path]);

        Assert.Equal(1, restore.Status);
        Assert.Contains("not a readable backup", restore.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.Path));
    }

    private static async Task<int> WriteUntilAsync(string connectionString, CancellationToken stop)
    {
        var written = 0;
        while (!stop.IsCancellationRequested)
        {
            await SqlRows.OneAsync(connectionString, Pair);
            written++;
        }
        return written;
    }

    /// <summary>Constraints, indexes, triggers and rights: what loading takes out of the way must be back.</summary>
    private static async Task<object?> ShapeAsync(TestDatabase database) =>
        await SqlRows.OneAsync(
            database.OwnerConnectionString,
            """
            SELECT string_agg(line, E'\n' ORDER BY line) FROM (
                SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || convalidated FROM pg_constraint WHERE conrelid <> 0
                UNION ALL SELECT indexdef FROM pg_indexes
                UNION ALL SELECT tgrelid::regclass || ' ' || tgname || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
                UNION ALL SELECT oid::regclass || ' ' || coalesce(relacl::text, '') FROM pg_class WHERE relkind IN ('r', 'S') AND relowner = 'plus_owner'::regrole
            ) l (line)
            """
        );

    private static void Rewrite(string zipFile, string name, Func<string, string> change)
    {
        using var zip = ZipFile.Open(zipFile, ZipArchiveMode.Update);
        var entry = zip.GetEntry(name)!;
        string text;
        using (var reader = new StreamReader(entry.Open()))
        {
            text = reader.ReadToEnd();
        }
        entry.Delete();
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(change(text));
    }
}

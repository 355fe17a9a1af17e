using System.IO.Compression;
using Microsoft.Extensions.DependencyInjection;
using Plus.Host.Database;
using Plus.Host.Database.Backups;
using Plus.Shared.Files;
using Plus.Shared.Files.Storing;
using Plus.Shared.Keys.Ring;
using Plus.Testing.Databases;
using Plus.Testing.Pages;
using static Plus.Shared.Tests.Files.StoreScene;

namespace Plus.Shared.Tests.Files;

public sealed class FilesInBackupTests(PlusApp app) : IClassFixture<PlusApp>, IDisposable
{
    private readonly string _file = PostgresServer.NewFolder("filesaved") + ".zip";
    private readonly string _target = PostgresServer.NewFolder("filesback");

    public void Dispose()
    {
        File.Delete(_file);
        if (Directory.Exists(_target))
        {
            Directory.Delete(_target, recursive: true);
        }
    }

    [Fact]
    public async Task BackupWithFiles_RestoresEachRowWithItsFile_AndNothingWithoutTheKeys()
    {
        var kept = await app.KeepAsync(Bytes(120_000, 61));
        await app.KeepAsync(Bytes(0, 62));
        var saved = await SaveAsync();
        Assert.Equal(
            await app.ScalarAsync<long>("SELECT count(*) FROM files.stored_file WHERE state = 'stored'"),
            saved.Files.Count
        );
        await using var target = await TestDatabase.CreateEmptyAsync();
        var places = FilePlaces.Of(_target);
        using var backup = BackupFile.Open(_file);

        foreach (var foreign in new[] { null, KeyRing.InMemory() })
        {
            var keyless = Assert.Throws<DatabaseStartException>(() =>
                Files(places, foreign).RefuseUnreadable(backup.Manifest, acceptMissing: false)
            );
            Assert.Contains("PLUS_KEYS", keyless.Message, StringComparison.Ordinal);
        }

        var files = Files(places, app.Keys());
        files.RefuseUnreadable(backup.Manifest, acceptMissing: false);
        await DatabaseRestore.RestoreAsync(backup, target.OwnerConnectionString, "plus_app", Ct, files);

        await using var room = FileRoom.Over(target.AppConnectionString, places, app.Keys());
        await using var content = await room.GetRequiredService<FileStore>().OpenAsync(kept.Id, Ct);
        using var all = new MemoryStream();
        await content.CopyToAsync(all, Ct);
        Assert.Equal(Bytes(120_000, 61), all.ToArray());
    }

    [Fact]
    public async Task FileLackingInTheBackup_RestoresNothing_AndSaysWhich()
    {
        var kept = await app.KeepAsync(Bytes(3000, 63));
        await SaveAsync();
        var address = Path.GetFileName(await app.PathAsync(kept.Id));
        using (var zip = ZipFile.Open(_file, ZipArchiveMode.Update))
        {
            zip.GetEntry("files/" + address)!.Delete();
        }

        await using var target = await TestDatabase.CreateEmptyAsync();
        var places = FilePlaces.Of(_target);
        using var backup = BackupFile.Open(_file);

        var refused = await Assert.ThrowsAsync<DatabaseStartException>(() =>
            DatabaseRestore.RestoreAsync(
                backup,
                target.OwnerConnectionString,
                "plus_app",
                Ct,
                Files(places, app.Keys())
            )
        );

        Assert.Contains(kept.Id.ToString(), refused.Message, StringComparison.Ordinal);
        Assert.Equal(
            0L,
            await Databases.SqlRows.OneAsync(target.OwnerConnectionString, "SELECT count(*) FROM files.stored_file")
        );
    }

    [Fact]
    public async Task FileDamagedBeforeTheBackup_IsNamedByIt_AndRestoredOnlyWhenAccepted()
    {
        var kept = await app.KeepAsync(Bytes(3000, 64));
        var path = await app.PathAsync(kept.Id);
        var bytes = await File.ReadAllBytesAsync(path, Ct);
        await File.WriteAllBytesAsync(path, [.. bytes[..^1], (byte)(bytes[^1] ^ 1)], Ct);
        try
        {
            var saved = await SaveAsync();

            Assert.Equal([Path.GetFileName(path)], saved.Files.Missing);
            var files = Files(app.Places(), app.Keys());
            var refused = Assert.Throws<DatabaseStartException>(() => files.RefuseUnreadable(saved, false));
            Assert.Contains("--accept-missing", refused.Message, StringComparison.Ordinal);
            files.RefuseUnreadable(saved, acceptMissing: true);
        }
        finally
        {
            await File.WriteAllBytesAsync(path, bytes, Ct);
        }
    }

    [Fact]
    public async Task WhileABackupIsMade_WhatIsRemovedStaysUntilAfterwards()
    {
        var kept = await app.KeepAsync(Bytes(3000, 65));
        var path = await app.PathAsync(kept.Id);
        await using (var holder = new Npgsql.NpgsqlConnection(app.Database.OwnerConnectionString))
        {
            await holder.OpenAsync(Ct);
            await using var hold = new Npgsql.NpgsqlCommand(FilesToSave.HoldSql, holder);
            await hold.ExecuteNonQueryAsync(Ct);
            Assert.True(await app.Store().DeleteAsync(kept.Id, Ct));
            await app.Sweep().RunAsync(TimeSpan.FromDays(1), Ct);
            Assert.True(File.Exists(path));
            await using var release = new Npgsql.NpgsqlCommand("SELECT pg_advisory_unlock_all()", holder);
            await release.ExecuteNonQueryAsync(Ct);
        }

        await app.Sweep().RunAsync(TimeSpan.FromDays(1), Ct);
        Assert.False(File.Exists(path));
    }

    private async Task<BackupManifest> SaveAsync()
    {
        using var stores = new BlobStores(app.Places(), TimeProvider.System);
        return await DatabaseBackup.SaveAsync(app.Database.OwnerConnectionString, _file, Ct, new FilesToSave(stores));
    }

    private static FilesToRestore Files(FilePlaces places, KeyRing? keys) =>
        new(places, new BlobStores(places, TimeProvider.System), keys);
}

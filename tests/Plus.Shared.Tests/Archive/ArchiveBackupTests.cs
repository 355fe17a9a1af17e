using Plus.Host.Database.Backups;
using Plus.Testing.Databases;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Archive;

/// <summary>A backup takes working database and archive as of one moment, also while cases move; a restore proves both.</summary>
public sealed class ArchiveBackupTests(ArchivingApp archiving) : IClassFixture<ArchivingApp>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("plus-archive").FullName;

    private PlusApp App => archiving.App;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task BackupWhileCasesMove_HoldsEachCaseOnce_AndIsRestoredWhole()
    {
        for (var i = 0; i < 4; i++)
        {
            await App.ClosedCaseAsync();
        }

        var rows = await App.RowsAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var moving = Task.Run(() => MoveToAndFroAsync(stop.Token), Ct);
        for (var i = 0; i < 2; i++)
        {
            var file = Path.Combine(_folder, $"{i}.zip");
            await DatabaseBackup.SaveAsync(
                App.Database.OwnerConnectionString,
                file,
                Ct,
                archive: App.Archive!.OwnerConnectionString
            );
            Assert.Equal(rows, await RestoredAsync(file));
        }

        await stop.CancelAsync();
        await moving;
    }

    [Fact]
    public async Task BackupWithAnArchive_IsNotRestoredWhereThereIsNone()
    {
        await App.ClosedCaseAsync();
        await App.Run().MoveAsync(null, null, Ct);
        var file = Path.Combine(_folder, "whole.zip");
        await DatabaseBackup.SaveAsync(
            App.Database.OwnerConnectionString,
            file,
            Ct,
            archive: App.Archive!.OwnerConnectionString
        );
        await using var target = await TestDatabase.CreateEmptyAsync();
        using var backup = BackupFile.Open(file);

        var refused = await Assert.ThrowsAsync<Plus.Host.Database.DatabaseStartException>(() =>
            DatabaseRestore.RestoreAsync(backup, target.OwnerConnectionString, "plus_app", Ct)
        );

        Assert.Contains("PLUS_ARCHIVE_DB_OWNER", refused.Message, StringComparison.Ordinal);
    }

    private async Task MoveToAndFroAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await App.Run().MoveAsync(null, null, Ct);
            await App.DoAsync("UPDATE archive.archived_case SET returns_since = now()");
            await App.Run().ReturnAsync(Ct);
        }
    }

    // Rows of cases in the archive and of those at hand, each where it belongs, as they stand in the restored databases.
    private async Task<IReadOnlyList<string>> RestoredAsync(string file)
    {
        await using var target = await TestDatabase.CreateEmptyAsync();
        await using var archive = await TestDatabase.CreateEmptyAsync();
        using var backup = BackupFile.Open(file);
        await DatabaseRestore.RestoreAsync(
            backup,
            target.OwnerConnectionString,
            "plus_app",
            Ct,
            archive: archive.OwnerConnectionString
        );
        var resting = await ArchiveScene.ListAsync(
            target.OwnerConnectionString,
            "SELECT client_id::text FROM archive.archived_case UNION ALL SELECT s.id::text FROM cases.section s JOIN archive.archived_case a USING (client_id)"
        );
        var here = await ArchiveScene.RowsOfAsync(App, target.OwnerConnectionString);
        var there = await ArchiveScene.RowsOfAsync(App, archive.OwnerConnectionString);
        return
        [
            .. here.Concat(there.Where(r => resting.Any(id => r.Contains(id, StringComparison.Ordinal))))
                .Order(StringComparer.Ordinal),
        ];
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Exchange.Takeover.Contract;
using Plus.Shared.Exchange.Takeover.Files;
using Plus.Shared.Exchange.Takeover.Reading;
using Plus.Shared.Exchange.Takeover.Reconciling;
using Plus.Shared.Exchange.Takeover.Records;
using Plus.Shared.Exchange.Takeover.Taking;
using Plus.Shared.Exchange.Taking;
using Plus.Shared.Rules.Current;

namespace Plus.Shared.Exchange.Takeover.Running;

/// <summary>
/// Takes a folder over, file by file in the order of the contract. Each batch is committed with how far it came, so
/// that a run that was stopped in any way goes on where it was. A dry run is one transaction that is taken back.
/// </summary>
public sealed class TakeoverRunner(IServiceScopeFactory scopes, NpgsqlDataSource source, PlusClock clock)
{
    internal const int RowsOfBatch = 2000;

    /// <summary>What a run came to, read while everything it wrote can still be seen.</summary>
    public delegate Task Finished(PlusDb db, TakeoverRun run, Reconciliation reconciliation, CancellationToken ct);

    /// <param name="folder">Holds manifest.json and what it names.</param>
    /// <param name="dryRun">Does everything and takes it back.</param>
    /// <param name="progress">Told the table and bytes done after each batch.</param>
    /// <param name="finished">Told what it came to.</param>
    /// <param name="ct">Stops it between two batches; it can go on later.</param>
    /// <exception cref="TakeoverRefusedException">The folder cannot be taken as it is; nothing was.</exception>
    public async Task<TakeoverVerdict> RunAsync(
        string folder,
        bool dryRun,
        Action<string, long>? progress,
        Finished? finished,
        CancellationToken ct
    )
    {
        var manifest = await TakeoverManifest.ReadAsync(folder, ct);
        await manifest.VerifyAsync(folder, ct);
        await using var mine = await OnlyOne.ClaimAsync(source, folder, ct);
        await using var scope = scopes.CreateAsyncScope();
        var staff = scope.ServiceProvider.GetRequiredService<StaffAccessor>();
        staff.Source = WorkedSince.Source;
        using var system = staff.AsSystem("takeover");
        var db = scope.ServiceProvider.GetRequiredService<PlusDb>();
        await db.Database.OpenConnectionAsync(ct);
        var codes = await CodeMapping.ReadAsync(folder, manifest, (NpgsqlConnection)db.Database.GetDbConnection(), ct);
        await CheckHeadingsAsync(folder, manifest, ct);
        var whole = dryRun ? await db.Database.BeginTransactionAsync(ct) : null;
        var run = await BeginAsync(db, manifest, folder, ct);
        try
        {
            var verdict = await TakeAllAsync(scope.ServiceProvider, manifest, folder, run, codes, dryRun, progress, ct);
            if (finished is not null)
            {
                var reconciliation = await Reconciliation.ReadAsync(db, run.Id, ct);
                await finished(db, run, reconciliation, ct);
            }

            return verdict;
        }
        catch (Exception failure) when (failure is not OperationCanceledException && !dryRun)
        {
            // The words of an exception may hold personal data; its kind does not.
            var error = failure is PostgresException { SqlState: var state }
                ? $"{nameof(PostgresException)} {state}"
                : failure.GetType().Name;
            await FailAsync(run.Id, error);
            throw;
        }
        finally
        {
            if (whole is not null)
            {
                await whole.RollbackAsync(CancellationToken.None);
                await whole.DisposeAsync();
            }
        }
    }

    private async Task<TakeoverVerdict> TakeAllAsync(
        IServiceProvider services,
        TakeoverManifest manifest,
        string folder,
        TakeoverRun run,
        CodeMapping codes,
        bool dryRun,
        Action<string, long>? progress,
        CancellationToken ct
    )
    {
        var db = services.GetRequiredService<PlusDb>();
        var rules = await services.GetRequiredService<CurrentRules>().ReadAsync(ct);
        var ground = new TakeoverGround(
            run.Id,
            run.Source,
            clock.Today,
            clock.Now,
            PlusClock.DayOf(run.ExportedAt) is var exported && exported < clock.Today ? exported : clock.Today,
            dryRun,
            rules.Parameters,
            rules.Calendar,
            codes,
            await TerritoriesAsync(db, ct)
        );
        var batch = new TakeoverBatch(
            db,
            services.GetRequiredService<Processes>(),
            services.GetRequiredService<FunctionDoors>(),
            ground
        );
        foreach (var table in TakeoverContract.Tables)
        {
            if (manifest.FileOf(table) is { } file)
            {
                await TakeFileAsync(db, batch, ground, table, Path.Combine(folder, file.Name), progress, ct);
            }
        }

        if (!dryRun)
        {
            await CaseNumberCeiling.RaiseAsync(db, ground.Today, ct);
            await TakeoverTasks.AlignAsync(scopes, ground, ct);
        }

        await using var own = dryRun ? null : await db.Database.BeginTransactionAsync(ct);
        await DatabaseCounts.WriteAsync(db, ground, manifest, ct);
        var verdict = (await Reconciliation.ReadAsync(db, run.Id, ct)).Verdict;
        var code = CodeConversion.CodeOf(verdict);
        await db.Database.ExecuteSqlAsync(
            $"UPDATE takeover.run SET state = 'done', verdict = {code}, ended_at = {clock.Now} WHERE id = {run.Id}",
            ct
        );
        if (own is not null)
        {
            await own.CommitAsync(ct);
        }

        return verdict;
    }

    private static async Task TakeFileAsync(
        PlusDb db,
        TakeoverBatch batch,
        TakeoverGround ground,
        TakeoverTable table,
        string path,
        Action<string, long>? progress,
        CancellationToken ct
    )
    {
        var mark = await db.Set<TakeoverFileMark>()
            .AsNoTracking()
            .SingleAsync(f => f.RunId == ground.Run && f.TableCode == table.Code, ct);
        if (mark.Done)
        {
            return;
        }

        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var file = await TakeoverFile.OpenAsync(path, table, mark.BytesDone, mark.LinesDone, ct);
        file.Ignore(mark.Ignored);
        var next = ReadAsync(file, table, ground.Today, ct);
        while (await next is { Count: > 0 } rows)
        {
            // The next rows are read while these are written.
            next = ReadAsync(file, table, ground.Today, ct);
            await using var own = ground.DryRun ? null : await db.Database.BeginTransactionAsync(ct);
            if (!ground.DryRun)
            {
                await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({IntakeBatch.WriteLock})", ct);
            }

            var taken = await batch.TakeAsync(table, rows, ct);
            await new BatchTally(connection, ground).WriteAsync(table, taken, file, ct);
            if (own is not null)
            {
                await own.CommitAsync(ct);
            }

            progress?.Invoke(table.Code, rows[^1].Source.End);
        }

        await db.Database.ExecuteSqlAsync(
            $"UPDATE takeover.file_mark SET done = true WHERE run_id = {ground.Run} AND table_code = {table.Code}",
            ct
        );
    }

    private static Task<List<RowCheck>> ReadAsync(
        TakeoverFile file,
        TakeoverTable table,
        DateOnly today,
        CancellationToken ct
    ) =>
        Task.Run(async () => (await file.NextAsync(RowsOfBatch, ct)).ConvertAll(r => RowCheck.Of(r, table, today)), ct);

    /// <summary>The stopped run of this very folder, or a new one.</summary>
    private async Task<TakeoverRun> BeginAsync(
        PlusDb db,
        TakeoverManifest manifest,
        string folder,
        CancellationToken ct
    )
    {
        var stopped = await db.Set<TakeoverRun>()
            .AsNoTracking()
            .Where(r => r.Source == manifest.Source && r.State != TakeoverState.Done)
            .OrderByDescending(r => r.StartedAt)
            .FirstOrDefaultAsync(ct);
        if (stopped is not null && stopped.ManifestHash != manifest.Hash)
        {
            throw new TakeoverRefusedException(TakeoverRefusal.AnotherFolderUnfinished, stopped.SourceVersion);
        }

        if (stopped is not null)
        {
            await db.Database.ExecuteSqlAsync(
                $"UPDATE takeover.run SET state = 'running', error = NULL WHERE id = {stopped.Id}",
                ct
            );
            return stopped;
        }

        var run = new TakeoverRun(
            Guid.CreateVersion7(),
            manifest.Source,
            manifest.SourceVersion,
            manifest.ExportedAt,
            manifest.Hash,
            clock.Now
        );
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO takeover.run (id, source, source_version, exported_at, manifest_hash, state, started_at)
            VALUES ({run.Id}, {run.Source}, {run.SourceVersion}, {run.ExportedAt.ToUniversalTime()}, {run.ManifestHash}, 'running', {run.StartedAt})
            """,
            ct
        );
        foreach (var file in TakeoverContract.Tables.Select(manifest.FileOf).OfType<ManifestFile>())
        {
            var bytes = new FileInfo(Path.Combine(folder, file.Name)).Length;
            var ignored = Array.Empty<string>();
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO takeover.file_mark (run_id, table_code, file_name, bytes, bytes_done, lines_done, done, ignored)
                VALUES ({run.Id}, {file.Table}, {file.Name}, {bytes}, 0, 0, false, {ignored})
                """,
                ct
            );
        }

        return run;
    }

    // A folder with a broken heading is refused before its first row.
    private static async Task CheckHeadingsAsync(string folder, TakeoverManifest manifest, CancellationToken ct)
    {
        foreach (var table in TakeoverContract.Tables)
        {
            if (manifest.FileOf(table) is { } file)
            {
                await using var opened = await TakeoverFile.OpenAsync(Path.Combine(folder, file.Name), table, 0, 0, ct);
            }
        }
    }

    private static async Task<HashSet<string>> TerritoriesAsync(PlusDb db, CancellationToken ct) =>
        (
            await db.Database.SqlQuery<string>($"SELECT code AS \"Value\" FROM organisation.territory").ToListAsync(ct)
        ).ToHashSet(StringComparer.Ordinal);

    private async Task FailAsync(Guid run, string error)
    {
        await using var command = source.CreateCommand(
            "UPDATE takeover.run SET state = 'failed', error = $2, ended_at = $3 WHERE id = $1"
        );
        command.Parameters.AddWithValue(run);
        command.Parameters.AddWithValue(error);
        command.Parameters.AddWithValue(clock.Now.ToUniversalTime());
        await command.ExecuteNonQueryAsync();
    }
}

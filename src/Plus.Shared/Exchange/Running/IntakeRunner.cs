using System.Globalization;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Exchange.Lines;
using Plus.Shared.Exchange.Records;
using Plus.Shared.Exchange.Taking;

namespace Plus.Shared.Exchange.Running;

/// <summary>
/// Takes a whole file in, with constant memory: one part reads and understands lines, the other writes them batch by
/// batch. How far it came is committed with each batch, so a run that was stopped in any way goes on where it was.
/// </summary>
public sealed class IntakeRunner(IServiceScopeFactory scopes, NpgsqlDataSource source, PlusClock clock)
{
    private const int LinesOfChunk = 2000;

    /// <summary>Messages are taken in by the service itself: who they are about is not known before.</summary>
    internal static Reach Reach { get; } = Reach.System("intake");

    /// <summary>Runs it to its end.</summary>
    /// <param name="runId">A run that is waiting or was stopped.</param>
    /// <param name="progress">Told bytes done after each batch.</param>
    /// <param name="ct">Stops it between two batches; it can go on later.</param>
    /// <exception cref="RunIsBusyException">Another process works on it.</exception>
    public async Task RunAsync(Guid runId, Action<long>? progress, CancellationToken ct)
    {
        await using var mine = await source.OpenConnectionAsync(ct);
        await using var claim = new Claim(mine);
        if (!await ClaimAsync(mine, runId, ct))
        {
            throw new RunIsBusyException();
        }

        var run = await ReadAsync(runId, ct);
        if (run.State == IntakeRunState.Done)
        {
            return;
        }

        await SayAsync($"UPDATE exchange.intake_run SET state = 'running', error = NULL WHERE id = {runId}", ct);
        try
        {
            await TakeAllAsync(run, progress, ct);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The words of an exception may hold personal data; its kind does not.
            var error = failure is PostgresException { SqlState: var state }
                ? $"{nameof(PostgresException)} {state}"
                : failure.GetType().Name;
            await SayAsync(
                $"UPDATE exchange.intake_run SET state = 'failed', error = {error}, ended_at = {clock.Now} WHERE id = {runId}",
                CancellationToken.None
            );
            throw;
        }

        await SayAsync(
            $"UPDATE exchange.intake_run SET state = 'done', ended_at = {clock.Now} WHERE id = {runId}",
            CancellationToken.None
        );
    }

    private async Task TakeAllAsync(IntakeRun run, Action<long>? progress, CancellationToken ct)
    {
        await using var file = new FileStream(
            run.StoredPath,
            new FileStreamOptions
            {
                Mode = FileMode.Open,
                Access = FileAccess.Read,
                Share = FileShare.Read,
                Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
            }
        );
        file.Position = run.BytesDone;
        var lines = new LineSource(file, run.BytesDone, run.LinesDone);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var ready = Channel.CreateBounded<List<PreparedLine>>(1);
        var reading = Task.Run(() => PrepareAsync(lines, ready.Writer, stop.Token), stop.Token);
        try
        {
            await foreach (var chunk in ready.Reader.ReadAllAsync(ct))
            {
                foreach (var batch in BatchMaker.Cut(chunk))
                {
                    ct.ThrowIfCancellationRequested();
                    await CommitAsync(run, batch, ct);
                    progress?.Invoke(batch[^1].Source.End);
                }
            }
        }
        finally
        {
            await stop.CancelAsync();
        }

        await reading;
    }

    private async Task PrepareAsync(LineSource lines, ChannelWriter<List<PreparedLine>> ready, CancellationToken ct)
    {
        try
        {
            var originals = new OriginalKeys(source);
            while (await lines.NextAsync(LinesOfChunk, ct) is { Count: > 0 } chunk)
            {
                var known = await KnownMessages.RawKnownAsync(source, chunk, ct);
                var prepared = chunk.ConvertAll(l =>
                    PreparedLine.Of(l, known.Count > 0 && known.Contains(Convert.ToHexStringLower(l.Hash)))
                );
                await ready.WriteAsync(await originals.AddAsync(prepared, ct), ct);
            }

            ready.Complete();
        }
        catch (Exception failure)
        {
            ready.Complete(failure);
        }
    }

    private async Task CommitAsync(IntakeRun run, List<PreparedLine> batch, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var staff = scope.ServiceProvider.GetRequiredService<StaffAccessor>();
        staff.Current = new CurrentStaff { Id = run.StartedBy };
        staff.Source = "intake " + run.Channel;
        using var system = staff.AsSystem("intake");
        var db = scope.ServiceProvider.GetRequiredService<PlusDb>();
        // A batch on a busy machine takes what it takes; it is stopped by whoever stops the run.
        db.Database.SetCommandTimeout(0);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var outcomes = await scope.ServiceProvider.GetRequiredService<IntakeBatch>().TakeAsync(batch, run.Id, ct);
        await SaveProgressAsync(db, run.Id, batch[^1].Source, outcomes, ct);
        await transaction.CommitAsync(ct);
    }

    private static async Task SaveProgressAsync(
        PlusDb db,
        Guid runId,
        SourceLine last,
        IReadOnlyList<LineOutcome> outcomes,
        CancellationToken ct
    )
    {
        var json = JsonSerializer.Serialize(outcomes, IntakeReport.Options);
        var first = outcomes[0].Line;
        await db.Database.ExecuteSqlAsync(
            $"""
            WITH part AS (
                INSERT INTO exchange.intake_run_part (run_id, first_line, outcomes) VALUES ({runId}, {first}, {json})
            )
            UPDATE exchange.intake_run
            SET bytes_done = {last.End}, lines_done = {last.Number},
                accepted = accepted + {Count(LineOutcome.Accepted)},
                attention = attention + {Count(LineOutcome.Attention)},
                match_to_confirm = match_to_confirm + {Count(LineOutcome.MatchToConfirm)},
                repeated = repeated + {Count(LineOutcome.Repeat)},
                rejected = rejected + {Count(LineOutcome.Rejected)},
                ignored = ignored + {Count(LineOutcome.Ignored)}
            WHERE id = {runId}
            """,
            ct
        );

        int Count(string outcome) => outcomes.Count(o => o.Outcome == outcome);
    }

    private async Task<IntakeRun> ReadAsync(Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<PlusDb>()
            .Set<IntakeRun>()
            .AsNoTracking()
            .SingleAsync(r => r.Id == id, ct);
    }

    // Held by the connection: it ends with the process, however that ends.
    private static async Task<bool> ClaimAsync(NpgsqlConnection connection, Guid run, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("SELECT pg_try_advisory_lock(hashtextextended($1, 0))", connection);
        command.Parameters.AddWithValue(string.Create(CultureInfo.InvariantCulture, $"intake run {run}"));
        return await command.ExecuteScalarAsync(ct) is true;
    }

    // The connection goes back to a pool that resets nothing.
    private sealed class Claim(NpgsqlConnection connection) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            if (connection.State == System.Data.ConnectionState.Open)
            {
                await using var command = new NpgsqlCommand("SELECT pg_advisory_unlock_all()", connection);
                await command.ExecuteNonQueryAsync();
            }
        }
    }

    private async Task SayAsync(FormattableString sql, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PlusDb>().Database.ExecuteSqlAsync(sql, ct);
    }
}

/// <summary>Another process works on this run.</summary>
public sealed class RunIsBusyException() : Exception("Another process is taking in this file.");

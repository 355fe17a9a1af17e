using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Shared.Exchange.Records;
using Plus.Shared.Exchange.Running;

namespace Plus.Shared.Exchange.Uploading;

/// <summary>
/// Works on runs in the background: those just begun, those a stop interrupted, and files that appear in the watched
/// folder, which it moves to <c>done</c> beneath it afterwards.
/// </summary>
internal sealed class IntakeWorker(
    IServiceScopeFactory scopes,
    IntakeRunner runner,
    IntakeFolders folders,
    ILogger<IntakeWorker> log
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _called = new(0);

    /// <summary>There is something to do.</summary>
    public void Call() => _called.Release();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception failure)
            {
                // One bad file or a database that is away must not end the work for good.
                log.LogError(failure, "Taking in files failed and is tried again");
            }

            Task called = _called.WaitAsync(Pause, stoppingToken);
            await called.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Takes in everything there is to take in now.</summary>
    internal async Task LookAsync(CancellationToken ct)
    {
        await BeginWatchedAsync(ct);
        foreach (var run in await UnfinishedAsync(ct))
        {
            if (!File.Exists(run.StoredPath))
            {
                continue; // Another node's file, or a command's that was moved away.
            }

            try
            {
                await runner.RunAsync(run.Id, null, ct);
                Clear(run);
            }
            catch (RunIsBusyException)
            {
                continue;
            }
        }
    }

    private async Task<List<IntakeRun>> UnfinishedAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<PlusDb>()
            .Set<IntakeRun>()
            .AsNoTracking()
            .Where(r =>
                (r.State == IntakeRunState.Waiting || r.State == IntakeRunState.Running) && r.Channel != "command"
            )
            .OrderBy(r => r.StartedAt)
            .ToListAsync(ct);
    }

    private async Task BeginWatchedAsync(CancellationToken ct)
    {
        if (folders.Watched is not { } watched || !Directory.Exists(watched))
        {
            return;
        }

        foreach (var path in Directory.EnumerateFiles(watched, "*.jsonl").Order(StringComparer.Ordinal))
        {
            // A file that is still being written grows; it is taken when it has rested.
            if (DateTime.UtcNow - File.GetLastWriteTimeUtc(path) < Pause)
            {
                continue;
            }

            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<StaffAccessor>().Source = "intake folder";
            await scope
                .ServiceProvider.GetRequiredService<IntakeRuns>()
                .BeginOrResumeAsync("folder", Path.GetFullPath(path), ct);
        }
    }

    private void Clear(IntakeRun run)
    {
        if (run.Channel == "upload")
        {
            File.Delete(run.StoredPath);
        }
        else if (folders.Watched is { } watched)
        {
            var done = Directory.CreateDirectory(Path.Combine(watched, "done"));
            File.Move(run.StoredPath, Path.Combine(done.FullName, $"{run.Id:N}.jsonl"));
        }
    }
}

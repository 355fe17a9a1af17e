using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Shared.Exchange.Records;
using Plus.Shared.Exchange.Running;
using Plus.Shared.Exchange.Watching;

namespace Plus.Shared.Exchange.Uploading;

/// <summary>
/// Works on runs in the background: those just begun, those a stop interrupted, and files that appear in the watched
/// folder.
/// </summary>
internal sealed class IntakeWorker(
    IServiceScopeFactory scopes,
    IntakeRunner runner,
    IntakeFolders folders,
    WatchedFolder watched,
    ILogger<IntakeWorker> log
) : BackgroundService
{
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

            Task called = _called.WaitAsync(folders.Rest, stoppingToken);
            await called.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Takes in everything there is to take in now.</summary>
    internal async Task LookAsync(CancellationToken ct)
    {
        await watched.LookAsync(ct);
        foreach (var run in await UnfinishedAsync(ct))
        {
            if (!File.Exists(run.StoredPath))
            {
                continue; // Another node's file, or one that was taken away.
            }

            try
            {
                await runner.RunAsync(run.Id, null, ct);
                if (run.Channel == "upload")
                {
                    File.Delete(run.StoredPath);
                }
            }
            catch (RunIsBusyException)
            {
                continue;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "Run {Run} failed", run.Id);
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
}

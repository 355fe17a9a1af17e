using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Plus.Shared.Archive.Moving;

/// <summary>Brings cases back within seconds of their reopening, on the node that runs jobs.</summary>
internal sealed class ReturnWorker(ArchiveRun run, ILogger<ReturnWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await run.ReturnAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                log.LogError(failure, "A case could not be brought back from the archive and is tried again");
            }

            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}

/// <summary>Switches the archive's worker on, on the node that runs jobs.</summary>
public static class ArchiveHosting
{
    public static IServiceCollection AddArchiving(this IServiceCollection services)
    {
        services.AddHostedService<ReturnWorker>();
        return services;
    }
}

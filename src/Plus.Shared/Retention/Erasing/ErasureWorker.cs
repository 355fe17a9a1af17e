using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Plus.Shared.Retention.Erasing;

/// <summary>Lets erasures that two people agreed on go on, a batch at a time, also after a restart.</summary>
internal sealed class ErasureWorker(IServiceScopeFactory scopes, ILogger<ErasureWorker> log) : BackgroundService
{
    private const int Batch = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            var settled = 0;
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                settled = await scope
                    .ServiceProvider.GetRequiredService<ErasureRun>()
                    .SettleAsync(Batch, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                log.LogError(failure, "An erasure could not go on and is tried again");
            }

            if (settled == 0)
            {
                await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}

using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Plus.Shared.Documents.Bulk;

/// <summary>Makes letters to many in the background.</summary>
public sealed class BulkWorker(BulkRunner runner, ILogger<BulkWorker> log) : BackgroundService
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await runner.LookAsync(stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception failure)
            {
                log.LogError(failure, "Letters to many failed and are tried again");
            }

            Task rest = Task.Delay(Rest, stoppingToken);
            await rest.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}

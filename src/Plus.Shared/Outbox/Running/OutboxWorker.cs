using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Plus.Shared.Outbox.Running;

/// <summary>Looks into the outbox again and again.</summary>
public sealed class OutboxWorker(OutboxRunner runner, ILogger<OutboxWorker> log) : BackgroundService
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

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
                // A database that is away must not end the work for good.
                log.LogError(failure, "The outbox failed and is looked into again");
            }

            Task rest = Task.Delay(Rest, stoppingToken);
            await rest.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}

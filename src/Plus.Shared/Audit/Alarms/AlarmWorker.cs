using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Plus.Kernel.Time;
using Plus.Shared.Audit.Direct;

namespace Plus.Shared.Audit.Alarms;

/// <summary>Lets the alarms of the day be found while the day goes on.</summary>
internal sealed class AlarmWorker(AlarmHunt hunt, DirectStatements direct, PlusClock clock, ILogger<AlarmWorker> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);
    private const int RulesEvery = 10;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        for (var round = 1; !stoppingToken.IsCancellationRequested; round++)
        {
            try
            {
                await hunt.FindOutsideAsync(stoppingToken);
                await direct.TakeAsync(stoppingToken);
                if (round % RulesEvery == 0)
                {
                    await hunt.FindAsync(clock.Today, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                log.LogError(failure, "Alarms could not be looked for and are looked for again");
            }

            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}

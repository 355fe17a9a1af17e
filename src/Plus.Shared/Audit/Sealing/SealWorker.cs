using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Plus.Kernel.Time;

namespace Plus.Shared.Audit.Sealing;

/// <summary>
/// Seals every second, signs a head every minute and once more at the end, and keeps the months' partitions made ahead.
/// </summary>
internal sealed class SealWorker(
    AuditSealer sealer,
    AuditMonths months,
    PlusClock clock,
    ILogger<SealWorker> log,
    HeadWriter? heads = null
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan HeadPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan MonthPause = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var (nextHead, nextMonths) = (clock.Now, clock.Now);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (clock.Now >= nextMonths)
                {
                    await months.KeepAheadAsync(stoppingToken);
                    nextMonths = clock.Now + MonthPause;
                }

                await sealer.SealAsync(wait: false, stoppingToken);
                if (heads is not null && clock.Now >= nextHead)
                {
                    await heads.WriteAsync(stoppingToken);
                    nextHead = clock.Now + HeadPause;
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception failure)
            {
                // What is not sealed now is sealed when the cause has gone; the events themselves are kept.
                log.LogError(failure, "The audit could not be sealed or signed and is tried again");
            }

            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await EndAsync();
    }

    private async Task EndAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            await sealer.SealAsync(wait: false, soon.Token);
            if (heads is not null)
            {
                await heads.WriteAsync(soon.Token);
            }
        }
        catch (Exception failure) when (failure is NpgsqlException or OperationCanceledException or IOException)
        {
            log.LogWarning(failure, "The last events are sealed at the next start");
        }
    }
}

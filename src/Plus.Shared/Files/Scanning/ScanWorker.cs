using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Plus.Kernel.Storage;
using Plus.Shared.Files.Records;
using Plus.Shared.Files.Storing;

namespace Plus.Shared.Files.Scanning;

/// <summary>Scans what waits in quarantine, again and again until the scanner has answered.</summary>
internal sealed class ScanWorker(FileRows rows, FileStore store, VirusScan scan, ILogger<ScanWorker> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!scan.IsSetUp)
        {
            return;
        }

        using var timer = new PeriodicTimer(Pause);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "Scanning files in quarantine failed and is tried again");
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Scans everything that waits.</summary>
    internal async Task LookAsync(CancellationToken ct)
    {
        foreach (var row in await rows.ManyAsync("scan = 'waiting' AND state = 'stored'", ct))
        {
            await using var content = await store.ProvedAsync(row, ct);
            var verdict = await scan.ScanAsync(content, ct);
            if (verdict == FileScan.Waiting)
            {
                return;
            }

            await rows.DoAsync(
                "UPDATE files.stored_file SET scan = @scan WHERE id = @id",
                ct,
                ("scan", CodeConversion.CodeOf(verdict)),
                ("id", row.Id.Value)
            );
            if (verdict == FileScan.Infected)
            {
                log.LogWarning("A virus was found in the stored file {File}", row.Id);
            }
        }
    }
}

using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Plus.Shared.Documents.Pdf;

/// <summary>Makes PDFs in the background, as long as the program for it is installed.</summary>
public sealed class PdfWorker(PdfRunner runner, PdfProgram program, ILogger<PdfWorker> log) : BackgroundService
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (program.IsThere && !stoppingToken.IsCancellationRequested)
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
                log.LogError(failure, "Making PDFs failed and is tried again");
            }

            Task rest = Task.Delay(Rest, stoppingToken);
            await rest.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}

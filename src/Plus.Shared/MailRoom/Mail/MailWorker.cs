using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Plus.Shared.MailRoom.Mail;

/// <summary>Looks into the mailbox's folder again and again.</summary>
internal sealed class MailWorker(MailImport import, MailFolders folders, ILogger<MailWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (folders.Folder is null)
        {
            return;
        }

        using var timer = new PeriodicTimer(folders.Rest);
        do
        {
            try
            {
                await import.LookAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "The mailbox's folder could not be looked into");
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}

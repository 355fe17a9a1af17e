using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.MailRoom.Records;
using Plus.Shared.MailRoom.Taking;
using Plus.Shared.Organisation.Records;

namespace Plus.Shared.MailRoom.Mail;

/// <summary>
/// Registers the mails that lie in the mailbox's folder: each once, by the SHA-256 of its bytes. What was registered is
/// kept whole in the store and taken out of the folder; what cannot be read or is too large is moved to <c>refused</c>
/// under a name of PLUS's own.
/// </summary>
internal sealed class MailImport(
    MailFolders folders,
    IServiceScopeFactory scopes,
    TimeProvider time,
    ILogger<MailImport> log
)
{
    /// <summary>The largest mail that is read.</summary>
    public const long MaxBytes = 50L * 1024 * 1024;

    /// <summary>Takes every mail that has come to rest.</summary>
    public async Task LookAsync(CancellationToken ct)
    {
        if (folders.Folder is not { } root || !Directory.Exists(root))
        {
            return;
        }

        await FolderAsync(root, null, ct);
        foreach (var beneath in new DirectoryInfo(root).EnumerateDirectories().OrderBy(d => d.Name))
        {
            if (beneath.LinkTarget is null && beneath.Name is not ("refused" or "new" or "cur" or "tmp"))
            {
                await FolderAsync(beneath.FullName, beneath.Name, ct);
            }
        }
    }

    private async Task FolderAsync(string folder, string? office, CancellationToken ct)
    {
        var maildir = Path.Combine(folder, "new");
        var mails = new DirectoryInfo(folder)
            .EnumerateFiles("*.eml")
            .Concat(Directory.Exists(maildir) ? new DirectoryInfo(maildir).EnumerateFiles() : [])
            .Where(f => f.Name[0] != '.')
            .OrderBy(f => f.Name, StringComparer.Ordinal)
            .ToList();
        foreach (var mail in mails)
        {
            try
            {
                await TakeAsync(mail, office, ct);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "A mail could not be registered and is tried again");
            }
        }
    }

    private async Task TakeAsync(FileInfo mail, string? office, CancellationToken ct)
    {
        // Behind a link may lie any file of this machine; a pipe has no length and would keep the reader waiting.
        if (mail.LinkTarget is not null || mail.Length == 0 || mail.Length > MaxBytes)
        {
            Refuse(mail);
            return;
        }

        if (time.GetUtcNow() - new DateTimeOffset(mail.LastWriteTimeUtc) < folders.Rest)
        {
            return;
        }

        var bytes = await File.ReadAllBytesAsync(mail.FullName, ct);
        MailMessage message;
        try
        {
            message = MailReader.Read(bytes);
        }
        catch (MailUnreadableException)
        {
            Refuse(mail);
            return;
        }

        await RegisterAsync(message, bytes, office, ct);
        // The mail itself lies, encrypted, in the store now.
        mail.Delete();
    }

    private async Task RegisterAsync(MailMessage message, byte[] bytes, string? office, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var staff = scope.ServiceProvider.GetRequiredService<StaffAccessor>();
        staff.Source = "mail folder";
        using var itself = staff.AsSystem("mailroom");
        var clock = scope.ServiceProvider.GetRequiredService<PlusClock>();
        var db = scope.ServiceProvider.GetRequiredService<PlusDb>();
        var arrival = new IncomingArrival(
            IncomingChannel.Email,
            clock.Today,
            await OfficeAsync(db, office, ct),
            "other",
            message.From.Length == 0 ? "?" : message.From,
            message.Subject.Length == 0 ? "–" : message.Subject
        )
        {
            SenderDate = message.SentAt is { } sent ? PlusClock.DayOf(sent) : null,
            Body = message.Text,
            SourceKey = "mail:" + Convert.ToHexStringLower(SHA256.HashData(bytes)),
            Files =
            [
                new ArrivedFile("e-pasts.eml", new MemoryStream(bytes)),
                .. message.Attachments.Select(a => new ArrivedFile(a.Name, new MemoryStream(a.Content))),
            ],
        };
        var taken = await scope.ServiceProvider.GetRequiredService<IncomingTaking>().TakeAsync(arrival, false, ct);
        if (!taken.Done && taken.Refusal is not TakenAlready)
        {
            throw new InvalidOperationException($"A mail was refused: {taken.Refusal.TextKey}.");
        }
    }

    // Without an office of that code the register of the central office takes it.
    private static async Task<OfficeId> OfficeAsync(PlusDb db, string? code, CancellationToken ct) =>
        await db.Set<Office>()
            .OrderBy(o =>
                o.Code == code ? 0
                : o.Kind == OfficeKind.Central ? 1
                : 2
            )
            .ThenBy(o => o.Code)
            .Select(o => o.Id)
            .FirstAsync(ct);

    private void Refuse(FileInfo mail)
    {
        var folder = Directory.CreateDirectory(Path.Combine(folders.Folder!, "refused"));
        File.Move(
            mail.FullName,
            Path.Combine(folder.FullName, $"{time.GetUtcNow():yyyyMMdd-HHmmss}-{Guid.CreateVersion7():N}.eml")
        );
    }
}

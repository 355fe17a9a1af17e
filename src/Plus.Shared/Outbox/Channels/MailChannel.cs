using System.Globalization;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Plus.Shared.Outbox.Records;

namespace Plus.Shared.Outbox.Channels;

/// <summary>
/// E-mail: through the server named by PLUS_SMTP (host:port), else as files in the folder <c>email</c>. That a mail left
/// is no proof that it arrived: by the rule of service it counts from a day on.
/// </summary>
public sealed class MailChannel(OutboxFolders folders) : OutboxChannel
{
    public override string Code => "email";

    public override async Task<OutboxAnswer> SendAsync(OutboxParcel parcel, CancellationToken ct)
    {
        if (!MailAddress.TryCreate(parcel.Address, out var to))
        {
            return new(OutboxState.Failed, "unknownAddress");
        }

        var from = Environment.GetEnvironmentVariable("PLUS_MAIL_FROM") is { Length: > 0 } named
            ? named
            : "plus@localhost";
        using var mail = new MailMessage(new MailAddress(from), to)
        {
            Subject = parcel.Headline,
            Body = parcel.Body,
            SubjectEncoding = Encoding.UTF8,
            BodyEncoding = Encoding.UTF8,
        };
        foreach (var (name, mediaType, bytes) in parcel.Files)
        {
            mail.Attachments.Add(
                new Attachment(new MemoryStream(bytes, writable: false), new ContentType(mediaType) { Name = name })
            );
        }

        try
        {
            using var client = Client();
            await client.SendMailAsync(mail, ct);
            return new(OutboxState.Sent, $"email-{parcel.Id:N}");
        }
        catch (SmtpFailedRecipientException)
        {
            return new(OutboxState.Failed, "refused");
        }
        catch (SmtpException)
        {
            return new(OutboxState.Waiting, "serverAway");
        }
    }

    private SmtpClient Client()
    {
        if (Environment.GetEnvironmentVariable("PLUS_SMTP") is { Length: > 0 } server)
        {
            var parts = server.Split(':');
            var port = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 25;
            return new SmtpClient(parts[0], port);
        }

        return new SmtpClient
        {
            DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory,
            PickupDirectoryLocation = folders.Of(Code),
        };
    }
}

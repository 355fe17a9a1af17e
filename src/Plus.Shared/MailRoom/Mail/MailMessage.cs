namespace Plus.Shared.MailRoom.Mail;

/// <summary>An e-mail, read.</summary>
/// <param name="From">As a person would read it: name and address.</param>
/// <param name="Subject">Decoded.</param>
/// <param name="SentAt">What the mail says; null when it says nothing readable.</param>
/// <param name="Text">The text to read; of HTML the words alone.</param>
/// <param name="Attachments">Files that hang on it.</param>
internal sealed record MailMessage(
    string From,
    string Subject,
    DateTimeOffset? SentAt,
    string Text,
    IReadOnlyList<MailAttachment> Attachments
);

/// <param name="Name">As the sender called it, without any folder.</param>
internal sealed record MailAttachment(string Name, byte[] Content);

/// <summary>A mail that cannot be read, or is made to harm a reader.</summary>
internal sealed class MailUnreadableException(string why) : Exception(why);

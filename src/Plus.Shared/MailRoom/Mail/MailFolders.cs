namespace Plus.Shared.MailRoom.Mail;

/// <summary>
/// The folder in which a mailbox lies: files <c>*.eml</c>, or a Maildir with its folder <c>new</c>. A folder beneath it
/// that is called as an office's code belongs to that office.
/// </summary>
/// <param name="Folder">Null where none is watched.</param>
public sealed record MailFolders(string? Folder)
{
    /// <summary>So often the folder is looked into; a file that did not change for so long is whole.</summary>
    public TimeSpan Rest { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>PLUS_MAIL_FOLDER, else <c>mail-in</c> in the data folder; nothing without one.</summary>
    public static MailFolders In(string? data)
    {
        var said = Environment.GetEnvironmentVariable("PLUS_MAIL_FOLDER");
        var folder =
            said is { Length: > 0 } ? said
            : data is null ? null
            : Path.Combine(data, "mail-in");
        return new MailFolders(folder is null ? null : Path.GetFullPath(folder));
    }
}

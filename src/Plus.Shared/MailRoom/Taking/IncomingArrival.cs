using Plus.Kernel.Ids;
using Plus.Shared.MailRoom.Records;

namespace Plus.Shared.MailRoom.Taking;

/// <summary>
/// Something that has come in, whoever brings it: a person at the desk, the mailbox's folder, the e-case. The e-case's
/// adapter hands its deliveries over in this form.
/// </summary>
/// <param name="Channel">How it came.</param>
/// <param name="ReceivedOn">The legal day on which it was received.</param>
/// <param name="Office">The office whose register it goes into.</param>
/// <param name="Kind">See <c>AnswerDeadlines.Kinds</c>.</param>
/// <param name="Sender">Who sent it, in words.</param>
/// <param name="Subject">What it is about.</param>
public sealed record IncomingArrival(
    IncomingChannel Channel,
    DateOnly ReceivedOn,
    OfficeId Office,
    string Kind,
    string Sender,
    string Subject
)
{
    public string? SenderNumber { get; init; }

    public DateOnly? SenderDate { get; init; }

    public string? Body { get; init; }

    public ClientId? Client { get; init; }

    /// <summary>The day the letter names for the answer; over the rule of its kind.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>What its source calls it, unique; null for what is registered by hand.</summary>
    public string? SourceKey { get; init; }

    public IReadOnlyList<ArrivedFile> Files { get; init; } = [];
}

/// <summary>A file that came with it.</summary>
/// <param name="Name">As the sender called it.</param>
/// <param name="Content">Read once, from where it stands.</param>
public sealed record ArrivedFile(string Name, Stream Content);

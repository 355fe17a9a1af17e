using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;

namespace Plus.Shared.Exchange.Records;

/// <summary>Where a message stands.</summary>
public enum IntakeState
{
    /// <summary>Took effect.</summary>
    Accepted,

    /// <summary>Took effect as far as it is certain; the intake clerk has it on the list.</summary>
    Attention,

    /// <summary>A human decides who it is; nothing is attached to anybody before.</summary>
    MatchToConfirm,

    /// <summary>No effect; kept whole with the reason.</summary>
    Rejected,

    /// <summary>What needed attention was settled by a human.</summary>
    Settled,

    /// <summary>A quarantined line that was mended and taken in as another message.</summary>
    Mended,
}

/// <summary>One message as it came, whole, and what became of it. The message id is the idempotency key.</summary>
public sealed class IntakeMessage
{
    private IntakeMessage() { }

    public IntakeMessage(
        Guid id,
        Guid? messageId,
        string contentHash,
        RawLine raw,
        Guid? run,
        int? line,
        DateTimeOffset at
    )
    {
        (Id, MessageId, ContentHash, RunId, Line, ReceivedAt) = (id, messageId, contentHash, run, line, at);
        (Raw, RawHash, RawBytes) = (raw.Text, raw.Hash, raw.Unreadable);
    }

    public Guid Id { get; private set; }

    /// <summary>The sender's id; null when the line has none that can be read.</summary>
    public Guid? MessageId { get; private set; }

    /// <summary>SHA-256 of the canonical content, hex: what tells a repeat from a conflict.</summary>
    public string ContentHash { get; private set; } = "";

    /// <summary>The line as it came (at most its first 4 kB when it was over the size limit).</summary>
    public string Raw { get; private set; } = "";

    /// <summary>SHA-256 of the line's bytes: what tells a line taken in before without reading it.</summary>
    public byte[] RawHash { get; private set; } = [];

    /// <summary>The bytes as they came, kept when they are no text.</summary>
    public byte[]? RawBytes { get; private set; }

    public Guid? RunId { get; private set; }

    public int? Line { get; private set; }

    public DateTimeOffset ReceivedAt { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    public string? Kind { get; private set; }

    public IntakeState State { get; private set; }

    /// <summary>Reason codes, for finding; <see cref="ReasonValues"/> has them whole.</summary>
    public string[] Reasons { get; private set; } = [];

    /// <summary>The reasons with their fields and values, JSON.</summary>
    public string? ReasonValues { get; private set; }

    public ClientId? ClientId { get; private set; }

    /// <summary>Message this one withdraws, corrects or is about.</summary>
    public Guid? RefersTo { get; private set; }

    /// <summary>Waits for the message it refers to.</summary>
    public bool Waiting { get; private set; }

    /// <summary>The quarantined line this message was mended from.</summary>
    public Guid? MendedFrom { get; private set; }

    public StaffId? SettledBy { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    public uint Version { get; private set; }

    public void Read(string? kind, DateTimeOffset? sentAt, Guid? refersTo) =>
        (Kind, SentAt, RefersTo) = (kind, sentAt, refersTo);

    public void Become(IntakeState state, string[] reasons, string? values, ClientId? client)
    {
        (State, Reasons, ReasonValues, ClientId) = (state, reasons, values, client);
    }

    public void MendOf(Guid quarantined) => MendedFrom = quarantined;

    public void Wait(bool waiting) => Waiting = waiting;

    public void Settle(IntakeState state, StaffId? by, DateTimeOffset at) =>
        (State, SettledBy, SettledAt) = (state, by, at);
}

/// <summary>A line as it came.</summary>
/// <param name="Text">As text; what is no text is replaced by a mark.</param>
/// <param name="Hash">SHA-256 of the bytes.</param>
/// <param name="Unreadable">The bytes, when the text does not tell them all.</param>
public sealed record RawLine(string Text, byte[] Hash, byte[]? Unreadable);

internal sealed class IntakeMessageTable : IEntityTypeConfiguration<IntakeMessage>
{
    public void Configure(EntityTypeBuilder<IntakeMessage> builder)
    {
        builder.ToTable("intake_message", "exchange");
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.ContentHash).HasMaxLength(64);
        builder.Property(m => m.Kind).HasMaxLength(40);
        builder.Property(m => m.State).AsCode();
        builder.Property(m => m.ReasonValues).HasColumnType("jsonb");
        builder.Property(m => m.Version).IsRowVersion();
        builder
            .HasIndex(m => m.MessageId)
            .IsUnique()
            .HasFilter("message_id is not null and state not in ('rejected', 'mended')");
        builder.Property(m => m.Raw).IsSecret();
        builder.Property(m => m.RawBytes).IsSecret();
        builder.HasIndex(m => m.RawHash);
        builder.HasIndex(m => m.ContentHash);
        builder.HasIndex(m => m.RunId);
        builder.HasIndex(m => m.RefersTo);
        builder.HasIndex(m => m.State);
        builder.HasIndex(m => m.ClientId);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;

namespace Plus.Shared.Outbox.Records;

/// <summary>Where a message stands.</summary>
public enum OutboxState
{
    Waiting,
    Sent,
    Delivered,
    Failed,
}

/// <summary>
/// Something that is to leave PLUS, laid down in the transaction of what it tells of: it leaves exactly when that
/// happened. What it says is made when it leaves, by the kind's room.
/// </summary>
public sealed class OutboxMessage
{
    private OutboxMessage() { }

    public OutboxMessage(string channel, string kind, Guid subject, ClientId? client, DateTimeOffset now) =>
        (Id, Channel, Kind, SubjectId, ClientId, CreatedAt, NextAt) = (
            Guid.CreateVersion7(),
            channel,
            kind,
            subject,
            client,
            now,
            now
        );

    public Guid Id { get; private set; }

    /// <summary>Code of the channel.</summary>
    public string Channel { get; private set; } = "";

    /// <summary>Code of the kind: which room makes the content and is told what became of it.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>The record of that room.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>Whose data it carries; null when nobody's.</summary>
    public ClientId? ClientId { get; private set; }

    public OutboxState State { get; private set; }

    public int Attempts { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it is sent, sent again, or its proof of delivery asked for.</summary>
    public DateTimeOffset NextAt { get; private set; }

    /// <summary>Until then one worker has it in hand.</summary>
    public DateTimeOffset? HeldUntil { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    public DateTimeOffset? DeliveredAt { get; private set; }

    /// <summary>The channel's own name of the message or of the proof.</summary>
    public string? Proof { get; private set; }

    public string? FailureCode { get; private set; }

    public void Sent(DateTimeOffset at, string? proof, DateTimeOffset askAt) =>
        (State, SentAt, Proof, NextAt, HeldUntil, FailureCode) = (OutboxState.Sent, at, proof, askAt, null, null);

    public void Delivered(DateTimeOffset at, string? proof) =>
        (State, SentAt, DeliveredAt, Proof, HeldUntil) = (
            OutboxState.Delivered,
            SentAt ?? at,
            at,
            proof ?? Proof,
            null
        );

    public void Later(DateTimeOffset at, string? code) => (NextAt, FailureCode, HeldUntil) = (at, code, null);

    public void Fail(string code) => (State, FailureCode, HeldUntil) = (OutboxState.Failed, code, null);
}

internal sealed class OutboxMessageTable : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("message", "outbox");
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Channel).HasMaxLength(20);
        builder.Property(m => m.Kind).HasMaxLength(60);
        builder.Property(m => m.State).AsCode();
        builder.Property(m => m.Proof).HasMaxLength(200);
        builder.Property(m => m.FailureCode).HasMaxLength(60);
        builder.HasIndex(m => m.SubjectId);
        builder.HasIndex(m => m.ClientId);
        builder.HasIndex(m => m.NextAt).HasFilter("state in ('waiting', 'sent')");
        // What happens to it is told by the process of the record it is about.
        builder.IsBookkeeping();
    }
}

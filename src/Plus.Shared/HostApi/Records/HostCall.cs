using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Storage;

namespace Plus.Shared.HostApi.Records;

/// <summary>
/// A writing call under its idempotency key: what was asked, as a fingerprint, and what was answered. The same call again
/// gets the same answer and does nothing. Answers carry ids and codes, never names.
/// </summary>
public sealed class HostCall
{
    private HostCall() { }

    public HostCall(Guid key, string idempotencyKey, byte[] request, DateTimeOffset at, DateTimeOffset heldUntil) =>
        (Id, KeyId, IdempotencyKey, Request, At, HeldUntil) = (
            Guid.CreateVersion7(),
            key,
            idempotencyKey,
            request,
            at,
            heldUntil
        );

    public Guid Id { get; private set; }

    public Guid KeyId { get; private set; }

    public string IdempotencyKey { get; private set; } = "";

    /// <summary>SHA-256 of the path and the body.</summary>
    public byte[] Request { get; private set; } = [];

    public DateTimeOffset At { get; private set; }

    /// <summary>Until then the call is being worked on; after that it is taken up anew.</summary>
    public DateTimeOffset HeldUntil { get; private set; }

    /// <summary>Status of the answer; null while it is worked on.</summary>
    public int? Status { get; private set; }

    public string? Answer { get; private set; }

    public void HoldUntil(DateTimeOffset until) => HeldUntil = until;

    public void Answered(int status, string answer) => (Status, Answer) = (status, answer);
}

internal sealed class HostCallTable : IEntityTypeConfiguration<HostCall>
{
    public void Configure(EntityTypeBuilder<HostCall> builder)
    {
        builder.ToTable("call", "host_api");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.IdempotencyKey).HasMaxLength(80);
        builder.Property(c => c.Request).HasMaxLength(32);
        builder.Property(c => c.Answer).HasColumnType("jsonb");
        builder.HasIndex(c => new { c.KeyId, c.IdempotencyKey }).IsUnique();
        builder.HasOne<HostKey>().WithMany().HasForeignKey(c => c.KeyId).OnDelete(DeleteBehavior.Restrict);
        // What the call changed has processes of its own.
        builder.IsBookkeeping();
    }
}

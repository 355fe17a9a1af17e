using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Partners.Records;

namespace Plus.Shared.HostApi.Records;

/// <summary>The key of one system of a host. Only its hash is stored; it ends by itself on a day, and at once when revoked.</summary>
public sealed class HostKey
{
    private HostKey() { }

    public HostKey(
        HostEmployerId host,
        string name,
        byte[] hash,
        DateTimeOffset createdAt,
        DateTimeOffset expiresAt,
        StaffId? by
    ) =>
        (Id, HostEmployerId, Name, Hash, CreatedAt, ExpiresAt, CreatedBy) = (
            Guid.CreateVersion7(),
            host,
            name,
            hash,
            createdAt,
            expiresAt,
            by
        );

    public Guid Id { get; private set; }

    public HostEmployerId HostEmployerId { get; private set; }

    /// <summary>Which system, in the words of who gave the key.</summary>
    public string Name { get; private set; } = "";

    /// <summary>SHA-256 of the key.</summary>
    public byte[] Hash { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public StaffId? CreatedBy { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public bool HoldsAt(DateTimeOffset now) => RevokedAt is null && now < ExpiresAt;

    public void Revoke(DateTimeOffset at) => RevokedAt ??= at;
}

internal sealed class HostKeyTable : IEntityTypeConfiguration<HostKey>
{
    public void Configure(EntityTypeBuilder<HostKey> builder)
    {
        builder.ToTable("key", "host_api");
        builder.HasKey(k => k.Id);
        builder.Property(k => k.Id).ValueGeneratedNever();
        builder.Property(k => k.Name).HasMaxLength(200);
        builder.Property(k => k.Hash).HasMaxLength(32).IsSecret();
        builder.HasIndex(k => k.Hash).IsUnique();
        builder.HasIndex(k => k.HostEmployerId);
        builder
            .HasOne<HostEmployer>()
            .WithMany()
            .HasForeignKey(k => k.HostEmployerId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

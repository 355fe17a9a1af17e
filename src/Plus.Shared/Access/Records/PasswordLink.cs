using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;

namespace Plus.Shared.Access.Records;

/// <summary>
/// A link with which a person sets their password once. Only a hash of its token is stored, so that a copy of the
/// database opens no door.
/// </summary>
public sealed class PasswordLink
{
    private PasswordLink() { }

    public PasswordLink(StaffId staff, byte[] tokenHash, DateTimeOffset createdAt, DateTimeOffset expiresAt)
    {
        (Id, StaffId, TokenHash, CreatedAt, ExpiresAt) = (
            Guid.CreateVersion7(),
            staff,
            tokenHash,
            createdAt,
            expiresAt
        );
    }

    public Guid Id { get; private set; }

    public StaffId StaffId { get; private set; }

    /// <summary>SHA-256 of the token.</summary>
    public byte[] TokenHash { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>A newer link, or the end of the person's access, made this one worthless.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    public uint Version { get; private set; }

    public bool OpenAt(DateTimeOffset now) => UsedAt is null && WithdrawnAt is null && now < ExpiresAt;

    public void Use(DateTimeOffset at) => UsedAt = at;

    public void Withdraw(DateTimeOffset at) => WithdrawnAt ??= at;
}

internal sealed class PasswordLinkTable : IEntityTypeConfiguration<PasswordLink>
{
    public void Configure(EntityTypeBuilder<PasswordLink> builder)
    {
        builder.ToTable("password_link", "access");
        builder.HasKey(l => l.Id);
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.TokenHash).HasMaxLength(32).IsSecret();
        builder.Property(l => l.Version).IsRowVersion();
        builder.HasIndex(l => l.TokenHash).IsUnique();
        builder.HasIndex(l => l.StaffId);
        builder.HasOne<Staff>().WithMany().HasForeignKey(l => l.StaffId).OnDelete(DeleteBehavior.Restrict);
    }
}

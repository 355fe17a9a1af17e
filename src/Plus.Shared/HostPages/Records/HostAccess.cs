using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Partners.Records;

namespace Plus.Shared.HostPages.Records;

/// <summary>
/// The access of one contact person of a host to the host's own page. The link opens once, with a code told apart from
/// it; only hashes are stored. It ends by itself on a day, and at once when it is revoked.
/// </summary>
public sealed class HostAccess
{
    /// <summary>Wrong codes after which the link is worth nothing.</summary>
    public const int MostTries = 5;

    private HostAccess() { }

    public HostAccess(
        Guid id,
        HostEmployerId host,
        Guid contact,
        byte[] codeHash,
        string origin,
        DateTimeOffset createdAt,
        DateTimeOffset expiresAt,
        StaffId? by
    )
    {
        (Id, HostEmployerId, ContactId, CodeHash, Origin, CreatedAt, ExpiresAt, CreatedBy) = (
            id,
            host,
            contact,
            codeHash,
            origin,
            createdAt,
            expiresAt,
            by
        );
    }

    public Guid Id { get; private set; }

    public HostEmployerId HostEmployerId { get; private set; }

    public Guid ContactId { get; private set; }

    /// <summary>SHA-256 of the token in the link; null until the link was sent, since the token is made for the mail alone.</summary>
    public byte[]? TokenHash { get; private set; }

    /// <summary>SHA-256 of the code and the id together.</summary>
    public byte[] CodeHash { get; private set; } = [];

    /// <summary>Where the pages of PLUS are reached, for the link.</summary>
    public string Origin { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public StaffId? CreatedBy { get; private set; }

    /// <summary>When the link was opened; it opens once.</summary>
    public DateTimeOffset? OpenedAt { get; private set; }

    public int WrongCodes { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public uint Version { get; private set; }

    public bool HoldsAt(DateTimeOffset now) => RevokedAt is null && now < ExpiresAt;

    public bool OpensAt(DateTimeOffset now) => HoldsAt(now) && OpenedAt is null && WrongCodes < MostTries;

    public void Linked(byte[] tokenHash) => TokenHash = tokenHash;

    public void Open(DateTimeOffset at) => OpenedAt = at;

    public void WrongCode() => WrongCodes++;

    public void Revoke(DateTimeOffset at) => RevokedAt ??= at;
}

internal sealed class HostAccessTable : IEntityTypeConfiguration<HostAccess>
{
    public void Configure(EntityTypeBuilder<HostAccess> builder)
    {
        builder.ToTable("access", "host_pages");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.TokenHash).HasMaxLength(32).IsSecret();
        builder.Property(a => a.CodeHash).HasMaxLength(32).IsSecret();
        builder.Property(a => a.Origin).HasMaxLength(200);
        builder.Property(a => a.Version).IsRowVersion();
        builder.HasIndex(a => a.TokenHash).IsUnique();
        builder.HasIndex(a => a.HostEmployerId);
        builder
            .HasOne<HostEmployer>()
            .WithMany()
            .HasForeignKey(a => a.HostEmployerId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<HostContact>().WithMany().HasForeignKey(a => a.ContactId).OnDelete(DeleteBehavior.Restrict);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Access.Records;

namespace Plus.Shared.Contacts.Records;

/// <summary>
/// Lets a person's calendar program read their appointments by an address with a token. Only a hash of the token is
/// stored. It ends when it is revoked, with a new password, and with the person's access.
/// </summary>
public sealed class CalendarFeed
{
    private CalendarFeed() { }

    public CalendarFeed(StaffId staff, byte[] tokenHash, string stamp, bool strong, DateTimeOffset at)
    {
        (Id, StaffId, TokenHash, Stamp, Strong, MadeAt) = (Guid.CreateVersion7(), staff, tokenHash, stamp, strong, at);
    }

    public Guid Id { get; private set; }

    public StaffId StaffId { get; private set; }

    /// <summary>SHA-256 of the token.</summary>
    public byte[] TokenHash { get; private set; } = [];

    /// <summary>The person's security stamp when it was made.</summary>
    public string Stamp { get; private set; } = "";

    /// <summary>It was made in a session with a second factor.</summary>
    public bool Strong { get; private set; }

    public DateTimeOffset MadeAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public void Revoke(DateTimeOffset at) => RevokedAt = at;
}

internal sealed class CalendarFeedTable : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> builder)
    {
        builder.ToTable("feed", "contacts");
        builder.HasKey(f => f.Id);
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.TokenHash).HasMaxLength(32).IsSecret();
        builder.Property(f => f.Stamp).HasMaxLength(100).IsSecret();
        builder.HasIndex(f => f.TokenHash).IsUnique();
        builder.HasIndex(f => f.StaffId).IsUnique().HasFilter("revoked_at is null");
        builder.HasOne<Staff>().WithMany().HasForeignKey(f => f.StaffId).OnDelete(DeleteBehavior.Restrict);
    }
}

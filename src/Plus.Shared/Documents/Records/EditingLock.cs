using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Access.Records;

namespace Plus.Shared.Documents.Records;

/// <summary>A word processor holds a document, until a time that it puts off again and again.</summary>
public sealed class EditingLock
{
    private EditingLock() { }

    public EditingLock(
        string token,
        Guid document,
        StaffId staff,
        bool isShared,
        string? owner,
        DateTimeOffset endsAt
    ) => (Token, DocumentId, StaffId, IsShared, Owner, EndsAt) = (token, document, staff, isShared, owner, endsAt);

    /// <summary>An absolute URI that never comes twice.</summary>
    public string Token { get; private set; } = "";

    public Guid DocumentId { get; private set; }

    public StaffId StaffId { get; private set; }

    public bool IsShared { get; private set; }

    /// <summary>What the word processor says of its user, XML.</summary>
    public string? Owner { get; private set; }

    /// <summary>From this instant on it does not stand.</summary>
    public DateTimeOffset EndsAt { get; private set; }

    public void PutOff(DateTimeOffset endsAt) => EndsAt = endsAt;
}

internal sealed class EditingLockTable : IEntityTypeConfiguration<EditingLock>
{
    public void Configure(EntityTypeBuilder<EditingLock> builder)
    {
        builder.ToTable("editing_lock", "documents");
        builder.HasKey(l => l.Token);
        builder.Property(l => l.Token).HasMaxLength(60).IsSecret();
        builder.Property(l => l.Owner).HasMaxLength(1100);
        builder.HasIndex(l => l.DocumentId);
        builder.HasOne<Document>().WithMany().HasForeignKey(l => l.DocumentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Staff>().WithMany().HasForeignKey(l => l.StaffId).OnDelete(DeleteBehavior.Restrict);
        builder.IsBookkeeping();
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Access.Records;
using Plus.Shared.Files.Records;

namespace Plus.Shared.Documents.Records;

/// <summary>Why what a word processor saved did not become a version.</summary>
public enum RecoveredReason
{
    /// <summary>Somebody saved another version meanwhile.</summary>
    Conflict,

    /// <summary>The lock was lost, or somebody else holds the document.</summary>
    LockLost,

    /// <summary>The pass was over.</summary>
    PassOver,

    /// <summary>The connection broke off: only a part came.</summary>
    Half,

    /// <summary>The document's words may not be changed any more.</summary>
    Closed,

    /// <summary>The person may not change the document any more.</summary>
    NoAccess,

    /// <summary>What came is no document that may be taken in.</summary>
    NotTaken,
}

/// <summary>What a word processor saved and what could not become a version: kept until somebody decides.</summary>
public sealed class RecoveredSave
{
    private RecoveredSave() { }

    public RecoveredSave(Guid document, StaffId by, DateTimeOffset at, RecoveredReason reason, FileId file, long size)
    {
        (Id, DocumentId, SavedBy, SavedAt) = (Guid.CreateVersion7(), document, by, at);
        (Reason, FileId, Size) = (reason, file, size);
    }

    public Guid Id { get; private set; }

    public Guid DocumentId { get; private set; }

    public StaffId SavedBy { get; private set; }

    public DateTimeOffset SavedAt { get; private set; }

    public RecoveredReason Reason { get; private set; }

    /// <summary>The bytes; null once it was decided that nobody needs them.</summary>
    public FileId? FileId { get; private set; }

    /// <summary>Bytes that came.</summary>
    public long Size { get; private set; }

    /// <summary>When it was made a version or thrown away; null while it waits.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    public uint Version { get; private set; }

    /// <summary>Somebody decided: it is a version now, or nobody needs it.</summary>
    public void Settle(DateTimeOffset at) => (SettledAt, FileId) = (at, null);
}

internal sealed class RecoveredSaveTable : IEntityTypeConfiguration<RecoveredSave>
{
    public void Configure(EntityTypeBuilder<RecoveredSave> builder)
    {
        builder.ToTable("recovered_save", "documents");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Reason).AsCode();
        builder.Property(r => r.Version).IsRowVersion();
        builder.HasIndex(r => r.DocumentId);
        builder.HasIndex(r => r.FileId);
        builder.HasOne<Document>().WithMany().HasForeignKey(r => r.DocumentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Staff>().WithMany().HasForeignKey(r => r.SavedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(r => r.FileId).OnDelete(DeleteBehavior.Restrict);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Access.Records;
using Plus.Shared.Files.Records;
using Plus.Shared.Files.Storing;

namespace Plus.Shared.Documents.Records;

/// <summary>How a version came to be.</summary>
public enum VersionOrigin
{
    /// <summary>Made from a template.</summary>
    Generated,

    /// <summary>Sent in as a file on the page.</summary>
    Uploaded,

    /// <summary>Saved by a word processor, in place.</summary>
    Edited,

    /// <summary>Number and day were filled in.</summary>
    Numbered,

    /// <summary>The signed document or container, or the scan of the signed paper.</summary>
    Signed,
}

/// <summary>A version of a document: who saved it, when, and what it says. It is added and never changed.</summary>
public sealed class DocumentVersion
{
    private DocumentVersion() { }

    public DocumentVersion(Document document, int ordinal, VersionOrigin origin, StaffId? by, DateTimeOffset at) =>
        (Id, DocumentId, ClientId, Ordinal, Origin, SavedBy, SavedAt) = (
            Guid.CreateVersion7(),
            document.Id,
            document.ClientId,
            ordinal,
            origin,
            by,
            at
        );

    public Guid Id { get; private set; }

    public Guid DocumentId { get; private set; }

    /// <summary>The document's; here so that the database's wall sees it.</summary>
    public ClientId ClientId { get; private set; }

    /// <summary>1, 2, ... within the document.</summary>
    public int Ordinal { get; private set; }

    public VersionOrigin Origin { get; private set; }

    public StaffId? SavedBy { get; private set; }

    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>The bytes, in the store of files.</summary>
    public FileId FileId { get; private set; }

    /// <summary>SHA-256 of the bytes, hex.</summary>
    public string FileHash { get; private set; } = "";

    public long Size { get; private set; }

    public string MediaType { get; private set; } = "";

    /// <summary>The words, a paragraph a line, for comparing and searching; null when the file holds none.</summary>
    public string? Text { get; private set; }

    /// <summary>What the person who saved it said of it.</summary>
    public string? Remark { get; private set; }

    public void Holds(KeptFile file, string? text) =>
        (FileId, FileHash, Size, MediaType, Text) = (file.Id, file.Sha256, file.Size, file.MediaType, text);

    public void Says(string? remark) => Remark = string.IsNullOrWhiteSpace(remark) ? null : remark.Trim();
}

internal sealed class DocumentVersionTable : IEntityTypeConfiguration<DocumentVersion>
{
    public void Configure(EntityTypeBuilder<DocumentVersion> builder)
    {
        builder.ToTable("document_version", "documents");
        builder.HasKey(v => v.Id);
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.Origin).AsCode();
        builder.Property(v => v.FileHash).HasMaxLength(64);
        builder.Property(v => v.MediaType).HasMaxLength(100);
        // Long, and kept for good with the version itself: the audit names the version and its hash.
        builder.Property(v => v.Text).IsSecret();
        builder.Property(v => v.Remark).HasMaxLength(500);
        builder.HasIndex(v => new { v.DocumentId, v.Ordinal }).IsUnique();
        builder.HasIndex(v => v.ClientId);
        builder.HasIndex(v => v.FileId);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(v => v.FileId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Document>().WithMany().HasForeignKey(v => v.DocumentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Staff>().WithMany().HasForeignKey(v => v.SavedBy).OnDelete(DeleteBehavior.Restrict);
    }
}

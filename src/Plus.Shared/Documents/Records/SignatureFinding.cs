using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Storage;
using Plus.Shared.Signatures.Checking;

namespace Plus.Shared.Documents.Records;

/// <summary>What was found of the electronic signatures of a version when it was taken in. It is added and never changed.</summary>
public sealed class SignatureFinding
{
    private SignatureFinding() { }

    public SignatureFinding(DocumentVersion version, SignatureVerdict verdict, string report, DateTimeOffset at) =>
        (VersionId, DocumentId, Verdict, Report, CheckedAt) = (version.Id, version.DocumentId, verdict, report, at);

    public Guid VersionId { get; private set; }

    public Guid DocumentId { get; private set; }

    public SignatureVerdict Verdict { get; private set; }

    /// <summary>The whole report, JSON.</summary>
    public string Report { get; private set; } = "";

    public DateTimeOffset CheckedAt { get; private set; }
}

internal sealed class SignatureFindingTable : IEntityTypeConfiguration<SignatureFinding>
{
    public void Configure(EntityTypeBuilder<SignatureFinding> builder)
    {
        builder.ToTable("signature_finding", "documents");
        builder.HasKey(f => f.VersionId);
        builder.Property(f => f.VersionId).ValueGeneratedNever();
        builder.Property(f => f.Verdict).AsCode();
        // Names and codes of signers: kept here for good, the audit names the version.
        builder.Property(f => f.Report).HasColumnType("jsonb").IsSecret();
        builder.HasIndex(f => f.DocumentId);
        builder.HasOne<DocumentVersion>().WithMany().HasForeignKey(f => f.VersionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Document>().WithMany().HasForeignKey(f => f.DocumentId).OnDelete(DeleteBehavior.Restrict);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Files.Records;

namespace Plus.Shared.Documents.Records;

/// <summary>How far the PDF of a version has come.</summary>
public enum PdfState
{
    Waiting,
    Done,
    Failed,
}

/// <summary>The PDF of a version, asked for and made in the background. The version itself stays the document.</summary>
public sealed class PdfJob
{
    private PdfJob() { }

    public PdfJob(DocumentVersion version, DateTimeOffset at) =>
        (Id, VersionId, ClientId, CreatedAt) = (Guid.CreateVersion7(), version.Id, version.ClientId, at);

    public Guid Id { get; private set; }

    public Guid VersionId { get; private set; }

    public ClientId ClientId { get; private set; }

    public PdfState State { get; private set; }

    public int Attempts { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Until then one worker has it in hand.</summary>
    public DateTimeOffset? HeldUntil { get; private set; }

    public FileId? FileId { get; private set; }

    public void Made(FileId file) => (State, FileId, HeldUntil) = (PdfState.Done, file, null);

    /// <summary>Not made; it is tried again, or given up.</summary>
    public void Missed(int most) => (State, HeldUntil) = (Attempts >= most ? PdfState.Failed : PdfState.Waiting, null);

    public void Again() => (State, Attempts) = (PdfState.Waiting, 0);
}

internal sealed class PdfJobTable : IEntityTypeConfiguration<PdfJob>
{
    public void Configure(EntityTypeBuilder<PdfJob> builder)
    {
        builder.ToTable("pdf_job", "documents");
        builder.HasKey(j => j.Id);
        builder.Property(j => j.Id).ValueGeneratedNever();
        builder.Property(j => j.State).AsCode();
        builder.HasIndex(j => j.VersionId).IsUnique();
        builder.HasIndex(j => j.ClientId);
        builder.HasIndex(j => j.CreatedAt).HasFilter("state = 'waiting'");
        builder.HasOne<DocumentVersion>().WithMany().HasForeignKey(j => j.VersionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(j => j.FileId).OnDelete(DeleteBehavior.Restrict);
        builder.IsBookkeeping();
    }
}

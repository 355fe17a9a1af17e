using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Shared.Documents.Records;

namespace Plus.Shared.Cases.Records;

/// <summary>The document on which a section was closed with its outcome. A reopened section keeps it; the next closing adds another.</summary>
public sealed class ClosingGround
{
    private ClosingGround() { }

    public ClosingGround(
        SectionId section,
        string outcome,
        string kind,
        string reference,
        DateOnly issuedOn,
        Guid? document
    )
    {
        (Id, SectionId, Outcome, Kind) = (Guid.CreateVersion7(), section, outcome, kind);
        (Reference, IssuedOn, DocumentId) = (reference, issuedOn, document);
    }

    public Guid Id { get; private set; }

    public SectionId SectionId { get; private set; }

    public string Outcome { get; private set; } = "";

    /// <summary>Code of <see cref="Plus.Law.Sections.ClosingGrounds"/>.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>Who issued it and its number, in the words of the document.</summary>
    public string Reference { get; private set; } = "";

    public DateOnly IssuedOn { get; private set; }

    /// <summary>The document itself, where it lies in the case file.</summary>
    public Guid? DocumentId { get; private set; }
}

internal sealed class ClosingGroundTable : IEntityTypeConfiguration<ClosingGround>
{
    public void Configure(EntityTypeBuilder<ClosingGround> builder)
    {
        builder.ToTable("closing_ground", "cases");
        builder.HasKey(g => g.Id);
        builder.Property(g => g.Id).ValueGeneratedNever();
        builder.Property(g => g.Outcome).HasMaxLength(60);
        builder.Property(g => g.Kind).HasMaxLength(40);
        builder.Property(g => g.Reference).HasMaxLength(300);
        builder.HasIndex(g => g.SectionId);
        builder.HasIndex(g => g.DocumentId);
        builder.HasOne<Section>().WithMany().HasForeignKey(g => g.SectionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Document>().WithMany().HasForeignKey(g => g.DocumentId).OnDelete(DeleteBehavior.Restrict);
    }
}

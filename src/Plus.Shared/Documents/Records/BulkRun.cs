using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Access.Records;

namespace Plus.Shared.Documents.Records;

/// <summary>Letters to many: one template, a document for each section, made in the background.</summary>
public sealed class BulkRun
{
    private BulkRun() { }

    public BulkRun(Guid template, StaffId by, DateTimeOffset at, Guid[] sections, bool withPdf) =>
        (Id, TemplateId, StartedBy, StartedAt, Sections, WithPdf) = (
            Guid.CreateVersion7(),
            template,
            by,
            at,
            sections,
            withPdf
        );

    public Guid Id { get; private set; }

    public Guid TemplateId { get; private set; }

    public StaffId StartedBy { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>Sections in the order in which they are gone through; they were within reach of who started it.</summary>
    public Guid[] Sections { get; private set; } = [];

    public bool WithPdf { get; private set; }

    /// <summary>How many of the sections are gone through.</summary>
    public int Done { get; private set; }

    /// <summary>For how many no document could be made.</summary>
    public int Failed { get; private set; }

    public DateTimeOffset? HeldUntil { get; private set; }

    public bool IsFinished => Done >= Sections.Length;

    public void Step(int done, int failed) => (Done, Failed) = (Done + done, Failed + failed);

    public void LetGo() => HeldUntil = null;
}

internal sealed class BulkRunTable : IEntityTypeConfiguration<BulkRun>
{
    public void Configure(EntityTypeBuilder<BulkRun> builder)
    {
        builder.ToTable("bulk_run", "documents");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Ignore(r => r.IsFinished);
        builder.HasIndex(r => r.StartedBy);
        builder.HasOne<Template>().WithMany().HasForeignKey(r => r.TemplateId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Staff>().WithMany().HasForeignKey(r => r.StartedBy).OnDelete(DeleteBehavior.Restrict);
        // Each document it makes has a process of its own.
        builder.IsBookkeeping();
    }
}

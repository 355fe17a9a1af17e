using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Access.Records;
using Plus.Shared.Files.Records;

namespace Plus.Shared.Documents.Records;

/// <summary>Where a version of a template stands.</summary>
public enum TemplateState
{
    /// <summary>Waits for a second person.</summary>
    Proposed,

    Approved,

    Declined,
}

/// <summary>The words of a template, from a day on. Documents keep naming the version they were made from.</summary>
public sealed class TemplateVersion
{
    private TemplateVersion() { }

    public TemplateVersion(
        Guid template,
        int ordinal,
        string fileHash,
        StaffId? by,
        DateTimeOffset at,
        DateOnly from
    ) =>
        (Id, TemplateId, Ordinal, FileHash, ProposedBy, ProposedAt, From) = (
            Guid.CreateVersion7(),
            template,
            ordinal,
            fileHash,
            by,
            at,
            from
        );

    public Guid Id { get; private set; }

    public Guid TemplateId { get; private set; }

    public int Ordinal { get; private set; }

    public TemplateState State { get; private set; }

    /// <summary>The DOCX in the store of files; null for a delivered one, which PLUS carries itself.</summary>
    public FileId? FileId { get; private set; }

    /// <summary>SHA-256 of the DOCX, hex.</summary>
    public string FileHash { get; private set; } = "";

    /// <summary>Name of the file that PLUS delivers it as; null when a person sent it in.</summary>
    public string? DeliveredAs { get; private set; }

    /// <summary>First day on which documents are made from it.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last such day; null while it lasts.</summary>
    public DateOnly? To { get; private set; }

    public StaffId? ProposedBy { get; private set; }

    public DateTimeOffset ProposedAt { get; private set; }

    public StaffId? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>What changed, or why it was declined.</summary>
    public string? Remark { get; private set; }

    public uint Version { get; private set; }

    public void LiesIn(FileId file) => FileId = file;

    public void Says(string? remark) => Remark = string.IsNullOrWhiteSpace(remark) ? null : remark.Trim();

    public void Approve(StaffId by, DateTimeOffset at) =>
        (State, DecidedBy, DecidedAt) = (TemplateState.Approved, by, at);

    public void Decline(StaffId by, DateTimeOffset at, string why) =>
        (State, DecidedBy, DecidedAt, Remark) = (TemplateState.Declined, by, at, why);

    public void End(DateOnly? lastDay) => To = lastDay;
}

internal sealed class TemplateVersionTable : IEntityTypeConfiguration<TemplateVersion>
{
    public void Configure(EntityTypeBuilder<TemplateVersion> builder)
    {
        builder.ToTable(
            "template_version",
            "documents",
            t =>
            {
                t.HasCheckConstraint("ck_template_version_days", "valid_to is null or valid_to >= valid_from");
                t.HasCheckConstraint(
                    "ck_template_version_second_person",
                    "state <> 'approved' or delivered_as is not null or decided_by is distinct from proposed_by"
                );
            }
        );
        builder.HasKey(v => v.Id);
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.State).AsCode();
        builder.Property(v => v.FileHash).HasMaxLength(64);
        builder.Property(v => v.DeliveredAs).HasMaxLength(100);
        builder.Property(v => v.Remark).HasMaxLength(1000);
        builder.Property(v => v.Version).IsRowVersion();
        builder.HasIndex(v => new { v.TemplateId, v.Ordinal }).IsUnique();
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(v => v.FileId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Template>().WithMany().HasForeignKey(v => v.TemplateId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Staff>().WithMany().HasForeignKey(v => v.ProposedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Staff>().WithMany().HasForeignKey(v => v.DecidedBy).OnDelete(DeleteBehavior.Restrict);
    }
}

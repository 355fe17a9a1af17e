using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Records;

namespace Plus.Shared.WorkHours.Records;

/// <summary>A legal representative of a child was present, or was told.</summary>
public sealed class RepresentativeNotice
{
    private RepresentativeNotice() { }

    public RepresentativeNotice(
        SectionId section,
        Guid representative,
        string about,
        string how,
        DateOnly onDay,
        string? note,
        StaffId? by
    )
    {
        (Id, SectionId, RepresentativeId, About, How, OnDay, Note, By) = (
            Guid.CreateVersion7(),
            section,
            representative,
            about,
            how,
            onDay,
            note,
            by
        );
    }

    /// <summary>What it was about; texts <c>workHours.notice.about.&lt;code&gt;</c>.</summary>
    public static IReadOnlyList<string> Subjects { get; } =
    ["registration", "placement", "schedule", "violation", "closing", "other"];

    /// <summary>present, or the way in which they were told; texts <c>workHours.notice.how.&lt;code&gt;</c>.</summary>
    public static IReadOnlyList<string> Ways { get; } = ["present", "phone", "post", "email", "eAddress"];

    public Guid Id { get; private set; }

    public SectionId SectionId { get; private set; }

    /// <summary>A legal representative among the client's related persons.</summary>
    public Guid RepresentativeId { get; private set; }

    public string About { get; private set; } = "";

    public string How { get; private set; } = "";

    public DateOnly OnDay { get; private set; }

    public string? Note { get; private set; }

    public StaffId? By { get; private set; }
}

internal sealed class RepresentativeNoticeTable : IEntityTypeConfiguration<RepresentativeNotice>
{
    public void Configure(EntityTypeBuilder<RepresentativeNotice> builder)
    {
        builder.ToTable("representative_notice", "work_hours");
        builder.HasKey(n => n.Id);
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.About).HasMaxLength(40);
        builder.Property(n => n.How).HasMaxLength(20);
        builder.Property(n => n.Note).HasMaxLength(2000);
        builder.HasIndex(n => n.SectionId);
        builder.HasOne<Section>().WithMany().HasForeignKey(n => n.SectionId).OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<RelatedPerson>()
            .WithMany()
            .HasForeignKey(n => n.RepresentativeId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Records;

namespace Plus.Shared.WorkHours.Records;

/// <summary>Minutes credited, or taken back when below nothing, without a day of work. Never changed; another one mends it.</summary>
public sealed class HoursAdjustment
{
    private HoursAdjustment() { }

    public HoursAdjustment(SectionId section, int minutes, string reason, string note, DateOnly onDay, StaffId? by)
    {
        (Id, SectionId, Minutes, Reason, Note, OnDay, By) = (
            Guid.CreateVersion7(),
            section,
            minutes,
            reason,
            note,
            onDay,
            by
        );
    }

    public Guid Id { get; private set; }

    public SectionId SectionId { get; private set; }

    public int Minutes { get; private set; }

    /// <summary>Code of <see cref="Plus.Law.CommunityWork.AdjustmentRules.Reasons"/>.</summary>
    public string Reason { get; private set; } = "";

    public string Note { get; private set; } = "";

    public DateOnly OnDay { get; private set; }

    public StaffId? By { get; private set; }
}

internal sealed class HoursAdjustmentTable : IEntityTypeConfiguration<HoursAdjustment>
{
    public void Configure(EntityTypeBuilder<HoursAdjustment> builder)
    {
        builder.ToTable("adjustment", "work_hours", t => t.HasCheckConstraint("ck_adjustment_minutes", "minutes <> 0"));
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Reason).HasMaxLength(40);
        builder.Property(a => a.Note).HasMaxLength(2000);
        builder.HasIndex(a => a.SectionId);
        builder.HasOne<Section>().WithMany().HasForeignKey(a => a.SectionId).OnDelete(DeleteBehavior.Restrict);
    }
}

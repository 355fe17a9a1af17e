using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Records;

namespace Plus.Shared.WorkHours.Records;

/// <summary>
/// The imposed amount became another one by a later ruling. Both rulings are kept: the section's own and this one, each a
/// document of the case.
/// </summary>
public sealed class AmountChange
{
    private AmountChange() { }

    public AmountChange(
        SectionId section,
        string kind,
        int wasMinutes,
        int isMinutes,
        BasisId ruling,
        string? note,
        DateOnly onDay,
        StaffId? by
    )
    {
        (Id, SectionId, Kind, WasMinutes, IsMinutes, RulingId, Note, OnDay, By) = (
            Guid.CreateVersion7(),
            section,
            kind,
            wasMinutes,
            isMinutes,
            ruling,
            note,
            onDay,
            by
        );
    }

    public Guid Id { get; private set; }

    public SectionId SectionId { get; private set; }

    /// <summary>Code of <see cref="Plus.Law.CommunityWork.AmountRules.Kinds"/>.</summary>
    public string Kind { get; private set; } = "";

    public int WasMinutes { get; private set; }

    public int IsMinutes { get; private set; }

    /// <summary>The later ruling.</summary>
    public BasisId RulingId { get; private set; }

    public string? Note { get; private set; }

    public DateOnly OnDay { get; private set; }

    public StaffId? By { get; private set; }
}

internal sealed class AmountChangeTable : IEntityTypeConfiguration<AmountChange>
{
    public void Configure(EntityTypeBuilder<AmountChange> builder)
    {
        builder.ToTable(
            "amount_change",
            "work_hours",
            t => t.HasCheckConstraint("ck_amount_change_minutes", "was_minutes <> is_minutes and is_minutes > 0")
        );
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Kind).HasMaxLength(40);
        builder.Property(c => c.Note).HasMaxLength(2000);
        builder.HasIndex(c => c.SectionId);
        builder.HasOne<Section>().WithMany().HasForeignKey(c => c.SectionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Basis>().WithMany().HasForeignKey(c => c.RulingId).OnDelete(DeleteBehavior.Restrict);
    }
}

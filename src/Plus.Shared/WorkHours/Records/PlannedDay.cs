using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Records;

namespace Plus.Shared.WorkHours.Records;

/// <summary>Work planned for one client on one day at the site of a placement. Minutes; the start is of the day.</summary>
public sealed class PlannedDay
{
    private PlannedDay() { }

    public PlannedDay(SectionId section, Placement placement, DateOnly day, int start, int minutes)
    {
        (Id, SectionId, PlacementId, SiteId, Day) = (
            Guid.CreateVersion7(),
            section,
            placement.Id,
            placement.SiteId,
            day
        );
        Set(start, minutes);
    }

    public Guid Id { get; private set; }

    public SectionId SectionId { get; private set; }

    public Guid PlacementId { get; private set; }

    public Guid? SiteId { get; private set; }

    public DateOnly Day { get; private set; }

    public int Start { get; private set; }

    public int Minutes { get; private set; }

    public void Set(int start, int minutes) => (Start, Minutes) = (start, minutes);

    public void At(Placement placement, int start, int minutes)
    {
        (PlacementId, SiteId) = (placement.Id, placement.SiteId);
        Set(start, minutes);
    }
}

internal sealed class PlannedDayTable : IEntityTypeConfiguration<PlannedDay>
{
    public void Configure(EntityTypeBuilder<PlannedDay> builder)
    {
        builder.ToTable(
            "planned_day",
            "work_hours",
            t =>
                t.HasCheckConstraint(
                    "ck_planned_day_minutes",
                    "minutes between 1 and 1440 and start between 0 and 1439"
                )
        );
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasIndex(d => new { d.SectionId, d.Day }).IsUnique();
        builder.HasIndex(d => new { d.SiteId, d.Day });
        builder.HasOne<Section>().WithMany().HasForeignKey(d => d.SectionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Placement>().WithMany().HasForeignKey(d => d.PlacementId).OnDelete(DeleteBehavior.Restrict);
    }
}

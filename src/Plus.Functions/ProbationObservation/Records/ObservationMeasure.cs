using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Records;

namespace Plus.Functions.ProbationObservation.Records;

/// <summary>Probation observation of a child (law on educational measures art. 13.1).</summary>
public sealed class ObservationMeasure
{
    private ObservationMeasure() { }

    public ObservationMeasure(SectionId section) => SectionId = section;

    public SectionId SectionId { get; private set; }

    public int Months { get; internal set; }

    /// <summary>Day by which the court waits for the next report; null while no day is set.</summary>
    public DateOnly? ReportBy { get; private set; }

    public void Report(DateOnly? by) => ReportBy = by;

    public uint Version { get; private set; }
}

internal sealed class ObservationMeasureTable : IEntityTypeConfiguration<ObservationMeasure>
{
    public void Configure(EntityTypeBuilder<ObservationMeasure> builder)
    {
        builder.ToTable("measure", "probation_observation");
        builder.HasKey(f => f.SectionId);
        builder.Property(f => f.SectionId).ValueGeneratedNever();
        builder.Property(f => f.Version).IsRowVersion();
        builder
            .HasOne<Section>()
            .WithOne()
            .HasForeignKey<ObservationMeasure>(f => f.SectionId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

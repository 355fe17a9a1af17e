using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Records;

namespace Plus.Functions.Supervision.Records;

/// <summary>Electronic monitoring within a parole section. Its term runs from the day the device is attached.</summary>
public sealed class ElectronicMonitoring
{
    private ElectronicMonitoring() { }

    public ElectronicMonitoring(SectionId section, int months)
    {
        (Id, SectionId, Months) = (Guid.CreateVersion7(), section, months);
    }

    public Guid Id { get; private set; }

    public SectionId SectionId { get; private set; }

    /// <summary>Months set by the court.</summary>
    public int Months { get; private set; }

    public DateOnly? AttachedOn { get; private set; }

    public DateOnly? EndedOn { get; private set; }

    /// <summary>The Service asked the court to replace the part not served: what makes it unsuccessful.</summary>
    public bool CourtSubmission { get; private set; }

    public uint Version { get; private set; }

    /// <summary>Facts as they are now known.</summary>
    public void Correct(int months, DateOnly? attachedOn, DateOnly? endedOn, bool courtSubmission) =>
        (Months, AttachedOn, EndedOn, CourtSubmission) = (months, attachedOn, endedOn, courtSubmission);

    public void Attach(DateOnly on) => AttachedOn = on;

    public void End(DateOnly on, bool courtSubmission) => (EndedOn, CourtSubmission) = (on, courtSubmission);
}

internal sealed class ElectronicMonitoringTable : IEntityTypeConfiguration<ElectronicMonitoring>
{
    public void Configure(EntityTypeBuilder<ElectronicMonitoring> builder)
    {
        builder.ToTable("electronic_monitoring", "supervision");
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Version).IsRowVersion();
        builder.HasIndex(m => m.SectionId);
        builder.HasIndex(m => m.AttachedOn);
        builder.HasOne<Section>().WithMany().HasForeignKey(m => m.SectionId).OnDelete(DeleteBehavior.Restrict);
    }
}

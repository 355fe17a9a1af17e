using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Records;

namespace Plus.Shared.WorkHours.Records;

/// <summary>
/// What a client's health does not bear at work. A special category: it lies apart and is read and written only by who
/// may see health.
/// </summary>
public sealed class WorkHealth
{
    private WorkHealth() { }

    public WorkHealth(SectionId section) => SectionId = section;

    public SectionId SectionId { get; private set; }

    /// <summary>Codes of <see cref="Plus.Shared.Partners.Records.WorkDemands.Strains"/>.</summary>
    public string[] Limits { get; private set; } = [];

    public string? Note { get; private set; }

    public void Limit(string[] limits, string? note) => (Limits, Note) = (limits, note);
}

internal sealed class WorkHealthTable : IEntityTypeConfiguration<WorkHealth>
{
    public void Configure(EntityTypeBuilder<WorkHealth> builder)
    {
        builder.ToTable("health", "work_hours");
        builder.HasKey(h => h.SectionId);
        builder.Property(h => h.SectionId).ValueGeneratedNever();
        builder.Property(h => h.Note).HasMaxLength(2000);
        builder
            .HasOne<Section>()
            .WithOne()
            .HasForeignKey<WorkHealth>(h => h.SectionId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Records;

namespace Plus.Functions.EducationalCommunityWork.Records;

/// <summary>Community work as a compulsory measure of educational character for a child.</summary>
public sealed class EducationalWorkMeasure
{
    private EducationalWorkMeasure() { }

    public EducationalWorkMeasure(SectionId section) => SectionId = section;

    public SectionId SectionId { get; private set; }

    public int ImposedMinutes { get; internal set; }

    /// <summary>offence, or otherMeasureNotPerformed.</summary>
    public string Ground { get; internal set; } = "";

    public HostEmployerId? HostEmployerId { get; internal set; }

    public uint Version { get; private set; }
}

internal sealed class EducationalWorkMeasureTable : IEntityTypeConfiguration<EducationalWorkMeasure>
{
    public void Configure(EntityTypeBuilder<EducationalWorkMeasure> builder)
    {
        builder.ToTable("measure", "educational_community_work");
        builder.HasKey(f => f.SectionId);
        builder.Property(f => f.SectionId).ValueGeneratedNever();
        builder.Property(f => f.Ground).HasMaxLength(60);
        builder.Property(f => f.Version).IsRowVersion();
        builder
            .HasOne<Section>()
            .WithOne()
            .HasForeignKey<EducationalWorkMeasure>(f => f.SectionId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

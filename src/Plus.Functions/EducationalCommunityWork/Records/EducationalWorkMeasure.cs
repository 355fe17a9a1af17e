using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Shared.WorkHours.Records;

namespace Plus.Functions.EducationalCommunityWork.Records;

/// <summary>Community work as a compulsory measure of educational character for a child.</summary>
public sealed class EducationalWorkMeasure : WorkMeasure
{
    private EducationalWorkMeasure() { }

    public EducationalWorkMeasure(SectionId section)
        : base(section) { }

    /// <summary>offence, or otherMeasureNotPerformed.</summary>
    public string Ground { get; internal set; } = "";
}

internal sealed class EducationalWorkMeasureTable()
    : WorkMeasureTable<EducationalWorkMeasure>("measure", "educational_community_work", "basicEducation")
{
    public override void Configure(EntityTypeBuilder<EducationalWorkMeasure> builder)
    {
        base.Configure(builder);
        builder.Property(f => f.Ground).HasMaxLength(60);
    }
}

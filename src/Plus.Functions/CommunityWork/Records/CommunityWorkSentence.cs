using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Shared.WorkHours.Records;

namespace Plus.Functions.CommunityWork.Records;

/// <summary>Community work as a criminal penalty: hours imposed, where they are worked (Criminal Law art. 40).</summary>
public sealed class CommunityWorkSentence : WorkMeasure
{
    private CommunityWorkSentence() { }

    public CommunityWorkSentence(SectionId section)
        : base(section) { }

    /// <summary>main or additional.</summary>
    public string PenaltyRole { get; internal set; } = "";

    /// <summary>The same ruling imposes imprisonment that is served first; registration is then counted from release.</summary>
    public bool WithImprisonment { get; internal set; }

    public DateOnly? ReleasedOn { get; internal set; }

    /// <summary>The imprisonment ended by conditional release before term: the client has less time to register.</summary>
    public bool ReleasedEarly { get; internal set; }
}

internal sealed class CommunityWorkSentenceTable()
    : WorkMeasureTable<CommunityWorkSentence>("sentence", "community_work", "works")
{
    public override void Configure(EntityTypeBuilder<CommunityWorkSentence> builder)
    {
        base.Configure(builder);
        builder.Property(f => f.PenaltyRole).HasMaxLength(60);
        builder.Property(f => f.ReleasedEarly).HasDefaultValue(false);
    }
}

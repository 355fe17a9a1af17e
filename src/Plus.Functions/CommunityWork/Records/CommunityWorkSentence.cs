using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Records;

namespace Plus.Functions.CommunityWork.Records;

/// <summary>Community work as a criminal penalty: hours imposed, where they are worked (Criminal Law art. 40).</summary>
public sealed class CommunityWorkSentence
{
    private CommunityWorkSentence() { }

    public CommunityWorkSentence(SectionId section) => SectionId = section;

    public SectionId SectionId { get; private set; }

    /// <summary>main or additional.</summary>
    public string PenaltyRole { get; internal set; } = "";

    public int ImposedMinutes { get; internal set; }

    /// <summary>The same ruling imposes imprisonment that is served first; registration is then counted from release.</summary>
    public bool WithImprisonment { get; internal set; }

    public DateOnly? ReleasedOn { get; internal set; }

    /// <summary>The Service cannot regularly give work: the weekly minimum is not asked.</summary>
    public bool RegularWorkNotAvailable { get; internal set; }

    /// <summary>Where the client works now.</summary>
    public HostEmployerId? HostEmployerId { get; internal set; }

    public DateOnly? HostFrom { get; internal set; }

    /// <summary>works, studies, neither or basicEducation: decides the daily limit.</summary>
    public string WorkStatus { get; internal set; } = "";

    /// <summary>The client agreed to four hours on a working day.</summary>
    public bool ConsentsToFourHours { get; internal set; }

    public uint Version { get; private set; }
}

internal sealed class CommunityWorkSentenceTable : IEntityTypeConfiguration<CommunityWorkSentence>
{
    public void Configure(EntityTypeBuilder<CommunityWorkSentence> builder)
    {
        builder.ToTable("sentence", "community_work");
        builder.HasKey(f => f.SectionId);
        builder.Property(f => f.SectionId).ValueGeneratedNever();
        builder.Property(f => f.PenaltyRole).HasMaxLength(60);
        builder.Property(f => f.WorkStatus).HasMaxLength(60);
        builder.Property(f => f.Version).IsRowVersion();
        builder
            .HasOne<Section>()
            .WithOne()
            .HasForeignKey<CommunityWorkSentence>(f => f.SectionId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

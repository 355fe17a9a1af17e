using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Records;

namespace Plus.Functions.ProbationSupervision.Records;

/// <summary>Probation supervision as main or additional penalty (Criminal Law art. 45.1).</summary>
public sealed class ProbationSupervisionSentence
{
    private ProbationSupervisionSentence() { }

    public ProbationSupervisionSentence(SectionId section) => SectionId = section;

    public SectionId SectionId { get; private set; }

    /// <summary>main or additional.</summary>
    public string PenaltyRole { get; internal set; } = "";

    public int Months { get; internal set; }

    /// <summary>Release from imprisonment, from which an additional penalty runs.</summary>
    public DateOnly? ReleasedOn { get; internal set; }

    /// <summary>For sexual offences: whether a victim is identified.</summary>
    public bool? VictimIdentified { get; internal set; }

    public uint Version { get; private set; }
}

internal sealed class ProbationSupervisionSentenceTable : IEntityTypeConfiguration<ProbationSupervisionSentence>
{
    public void Configure(EntityTypeBuilder<ProbationSupervisionSentence> builder)
    {
        builder.ToTable("sentence", "probation_supervision");
        builder.HasKey(f => f.SectionId);
        builder.Property(f => f.SectionId).ValueGeneratedNever();
        builder.Property(f => f.PenaltyRole).HasMaxLength(60);
        builder.Property(f => f.Version).IsRowVersion();
        builder
            .HasOne<Section>()
            .WithOne()
            .HasForeignKey<ProbationSupervisionSentence>(f => f.SectionId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Records;

namespace Plus.Functions.Mediation.Records;

/// <summary>A mediation process between victim and offender (law art. 13, regulation 347).</summary>
public sealed class MediationProcess
{
    private MediationProcess() { }

    public MediationProcess(SectionId section) => SectionId = section;

    public SectionId SectionId { get; private set; }

    /// <summary>request, proposal or application.</summary>
    public string Source { get; internal set; } = "";

    /// <summary>processDirector, judge, victim, offender or representative.</summary>
    public string SourceParty { get; internal set; } = "";

    /// <summary>pretrial, trial, execution or educationalMeasure.</summary>
    public string Stage { get; internal set; } = "";

    /// <summary>official or volunteer.</summary>
    public string? MediatorKind { get; internal set; }

    /// <summary>Age band of the process: child, youth or adult.</summary>
    public string ParticipantBand { get; internal set; } = "";

    public DateOnly? AgreementOn { get; internal set; }

    public uint Version { get; private set; }
}

internal sealed class MediationProcessTable : IEntityTypeConfiguration<MediationProcess>
{
    public void Configure(EntityTypeBuilder<MediationProcess> builder)
    {
        builder.ToTable("process", "mediation");
        builder.HasKey(f => f.SectionId);
        builder.Property(f => f.SectionId).ValueGeneratedNever();
        builder.Property(f => f.Source).HasMaxLength(60);
        builder.Property(f => f.SourceParty).HasMaxLength(60);
        builder.Property(f => f.Stage).HasMaxLength(60);
        builder.Property(f => f.MediatorKind).HasMaxLength(60);
        builder.Property(f => f.ParticipantBand).HasMaxLength(60);
        builder.Property(f => f.Version).IsRowVersion();
        builder
            .HasOne<Section>()
            .WithOne()
            .HasForeignKey<MediationProcess>(f => f.SectionId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Records;

namespace Plus.Functions.Programmes.Records;

/// <summary>Taking part in a licensed probation programme (law art. 9).</summary>
public sealed class ProgrammeParticipation
{
    private ProgrammeParticipation() { }

    public ProgrammeParticipation(SectionId section) => SectionId = section;

    public SectionId SectionId { get; private set; }

    public string ProgrammeCode { get; internal set; } = "";

    /// <summary>community or prison.</summary>
    public string Setting { get; internal set; } = "";

    /// <summary>group or individual.</summary>
    public string Format { get; internal set; } = "";

    public bool Online { get; internal set; }

    public DateOnly? StartedOn { get; internal set; }

    public DateOnly? EndedOn { get; internal set; }

    public uint Version { get; private set; }
}

internal sealed class ProgrammeParticipationTable : IEntityTypeConfiguration<ProgrammeParticipation>
{
    public void Configure(EntityTypeBuilder<ProgrammeParticipation> builder)
    {
        builder.ToTable("participation", "programmes");
        builder.HasKey(f => f.SectionId);
        builder.Property(f => f.SectionId).ValueGeneratedNever();
        builder.Property(f => f.ProgrammeCode).HasMaxLength(60);
        builder.Property(f => f.Setting).HasMaxLength(60);
        builder.Property(f => f.Format).HasMaxLength(60);
        builder.Property(f => f.Version).IsRowVersion();
        builder
            .HasOne<Section>()
            .WithOne()
            .HasForeignKey<ProgrammeParticipation>(f => f.SectionId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

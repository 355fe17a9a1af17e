using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Records;

namespace Plus.Functions.Supervision.Records;

/// <summary>Supervision of a suspended sentence or of parole.</summary>
public sealed class SupervisionSentence
{
    private SupervisionSentence() { }

    public SupervisionSentence(SectionId section) => SectionId = section;

    public SectionId SectionId { get; private set; }

    /// <summary>suspendedSentence or parole.</summary>
    public string Category { get; internal set; } = "";

    public int? ImprisonmentMonths { get; internal set; }

    public int? TestMonths { get; internal set; }

    /// <summary>Last day of parole; the day counts.</summary>
    public DateOnly? ParoleUntil { get; internal set; }

    /// <summary>Release from prison; null until known.</summary>
    public DateOnly? ReleasedOn { get; set; }

    /// <summary>Day from which the time to find work runs: the first one of electronic monitoring; null without it.</summary>
    public DateOnly? EmploymentFrom { get; private set; }

    /// <summary>It was seen whether the client found work.</summary>
    public bool EmploymentSeen { get; private set; }

    public void ExpectEmployment(DateOnly from) => (EmploymentFrom, EmploymentSeen) = (from, false);

    public void SeeEmployment() => EmploymentSeen = true;

    /// <summary>For sexual offences: whether a victim is identified.</summary>
    public bool? VictimIdentified { get; internal set; }

    public uint Version { get; private set; }
}

internal sealed class SupervisionSentenceTable : IEntityTypeConfiguration<SupervisionSentence>
{
    public void Configure(EntityTypeBuilder<SupervisionSentence> builder)
    {
        builder.ToTable("sentence", "supervision");
        builder.HasKey(f => f.SectionId);
        builder.Property(f => f.SectionId).ValueGeneratedNever();
        builder.Property(f => f.Category).HasMaxLength(60);
        builder.Property(f => f.Version).IsRowVersion();
        builder
            .HasOne<Section>()
            .WithOne()
            .HasForeignKey<SupervisionSentence>(f => f.SectionId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

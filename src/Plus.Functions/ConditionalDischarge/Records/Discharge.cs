using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Records;

namespace Plus.Functions.ConditionalDischarge.Records;

/// <summary>Conditional release from criminal liability by a prosecutor's decision.</summary>
public sealed class Discharge
{
    private Discharge() { }

    public Discharge(SectionId section) => SectionId = section;

    public SectionId SectionId { get; private set; }

    public int TestMonths { get; internal set; }

    public uint Version { get; private set; }
}

internal sealed class DischargeTable : IEntityTypeConfiguration<Discharge>
{
    public void Configure(EntityTypeBuilder<Discharge> builder)
    {
        builder.ToTable("discharge", "conditional_discharge");
        builder.HasKey(f => f.SectionId);
        builder.Property(f => f.SectionId).ValueGeneratedNever();
        builder.Property(f => f.Version).IsRowVersion();
        builder
            .HasOne<Section>()
            .WithOne()
            .HasForeignKey<Discharge>(f => f.SectionId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

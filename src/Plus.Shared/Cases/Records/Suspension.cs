using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;

namespace Plus.Shared.Cases.Records;

/// <summary>A time in which a section was suspended. Both days count; the end is null while it lasts.</summary>
public sealed class Suspension
{
    private Suspension() { }

    public Suspension(SectionId section, DateOnly from, string reason)
    {
        (Id, SectionId, From, Reason) = (Guid.CreateVersion7(), section, from, reason);
    }

    public Guid Id { get; private set; }

    public SectionId SectionId { get; private set; }

    public DateOnly From { get; private set; }

    public DateOnly? To { get; private set; }

    /// <summary>Reason code: illness, arrest, childbirth, abroad, other.</summary>
    public string Reason { get; private set; } = "";

    public void End(DateOnly lastDay) => To = lastDay;
}

internal sealed class SuspensionTable : IEntityTypeConfiguration<Suspension>
{
    public void Configure(EntityTypeBuilder<Suspension> builder)
    {
        builder.ToTable(
            "suspension",
            "cases",
            t => t.HasCheckConstraint("ck_suspension_days", "valid_to is null or valid_to >= valid_from")
        );
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Reason).HasMaxLength(40);
        builder.HasIndex(s => s.SectionId);
        builder.HasOne<Section>().WithMany().HasForeignKey(s => s.SectionId).OnDelete(DeleteBehavior.Restrict);
    }
}

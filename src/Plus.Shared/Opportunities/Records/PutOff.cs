using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Records;

namespace Plus.Shared.Opportunities.Records;

/// <summary>An opportunity that is not used for now: why, and until when it is not shown as one.</summary>
public sealed class PutOff
{
    private PutOff() { }

    public PutOff(SectionId section, string code, Guid? obligation, DateOnly on, DateOnly until, string reason)
    {
        (Id, SectionId, Opportunity, ObligationId, PutOffOn, Until, Reason) = (
            Guid.CreateVersion7(),
            section,
            code,
            obligation,
            on,
            until,
            reason
        );
    }

    public Guid Id { get; private set; }

    public SectionId SectionId { get; private set; }

    /// <summary>Code of <see cref="Law.Opportunities.OpportunityRules"/>.</summary>
    public string Opportunity { get; private set; } = "";

    public Guid? ObligationId { get; private set; }

    public DateOnly PutOffOn { get; private set; }

    /// <summary>Last day on which it is not looked at (included).</summary>
    public DateOnly Until { get; private set; }

    public string Reason { get; private set; } = "";
}

internal sealed class PutOffTable : IEntityTypeConfiguration<PutOff>
{
    public void Configure(EntityTypeBuilder<PutOff> builder)
    {
        builder.ToTable(
            "put_off",
            "opportunities",
            t => t.HasCheckConstraint("ck_put_off_days", "until >= put_off_on")
        );
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Opportunity).HasMaxLength(40);
        builder.Property(p => p.Reason).HasMaxLength(2_000);
        builder.HasIndex(p => p.SectionId);
        builder.HasOne<Section>().WithMany().HasForeignKey(p => p.SectionId).OnDelete(DeleteBehavior.Restrict);
    }
}

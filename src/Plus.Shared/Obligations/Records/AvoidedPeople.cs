using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Records;

namespace Plus.Shared.Obligations.Records;

/// <summary>
/// Whom a ban on contact names. They lie apart from the obligation, since they may be victims: read only with the
/// permission for victims.
/// </summary>
public sealed class AvoidedPeople
{
    private AvoidedPeople() { }

    public AvoidedPeople(Guid obligation, SectionId section, string people) =>
        (ObligationId, SectionId, People) = (obligation, section, people);

    public Guid ObligationId { get; private set; }

    public SectionId SectionId { get; private set; }

    public string People { get; private set; } = "";
}

internal sealed class AvoidedPeopleTable : IEntityTypeConfiguration<AvoidedPeople>
{
    public void Configure(EntityTypeBuilder<AvoidedPeople> builder)
    {
        builder.ToTable("avoided_people", "obligations");
        builder.HasKey(p => p.ObligationId);
        builder.Property(p => p.ObligationId).ValueGeneratedNever();
        builder.Property(p => p.People).HasMaxLength(2_000).IsSecret();
        builder.HasIndex(p => p.SectionId);
        builder
            .HasOne<Obligation>()
            .WithOne()
            .HasForeignKey<AvoidedPeople>(p => p.ObligationId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Section>().WithMany().HasForeignKey(p => p.SectionId).OnDelete(DeleteBehavior.Restrict);
    }
}

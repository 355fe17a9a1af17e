using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Records;

namespace Plus.Functions.Mediation.Records;

/// <summary>
/// The victim of a mediation, as the request names the person. Belongs to the mediation alone: no page of the offender
/// reads it and no audit row of the offender holds its values.
/// </summary>
public sealed class MediationVictim
{
    private MediationVictim() { }

    public MediationVictim(SectionId section, MeasureParty victim)
    {
        SectionId = section;
        Describe(victim);
    }

    public SectionId SectionId { get; private set; }

    public string GivenName { get; private set; } = "";

    public string Surname { get; private set; } = "";

    public DateOnly? BirthDate { get; private set; }

    public string? PersonalCode { get; private set; }

    public string? Address { get; private set; }

    public string? Phone { get; private set; }

    public string? Email { get; private set; }

    public void Describe(MeasureParty victim)
    {
        (GivenName, Surname, BirthDate) = (victim.GivenName, victim.Surname, victim.BirthDate);
        (PersonalCode, Address, Phone, Email) = (victim.PersonalCode, victim.Address, victim.Phone, victim.Email);
    }
}

internal sealed class MediationVictimTable : IEntityTypeConfiguration<MediationVictim>
{
    public void Configure(EntityTypeBuilder<MediationVictim> builder)
    {
        builder.ToTable("victim", "mediation");
        builder.HasKey(v => v.SectionId);
        builder.Property(v => v.SectionId).ValueGeneratedNever();
        builder.Property(v => v.GivenName).HasMaxLength(200).UseCollation(Collations.Latvian).IsSecret();
        builder.Property(v => v.Surname).HasMaxLength(200).UseCollation(Collations.Latvian).IsSecret();
        builder.Property(v => v.BirthDate).IsSecret();
        builder.Property(v => v.PersonalCode).HasMaxLength(60).IsSecret();
        builder.Property(v => v.Address).HasMaxLength(510).IsSecret();
        builder.Property(v => v.Phone).HasMaxLength(60).IsSecret();
        builder.Property(v => v.Email).HasMaxLength(254).IsSecret();
        builder
            .HasOne<Section>()
            .WithOne()
            .HasForeignKey<MediationVictim>(v => v.SectionId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

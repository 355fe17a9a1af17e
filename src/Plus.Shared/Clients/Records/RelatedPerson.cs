using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;

namespace Plus.Shared.Clients.Records;

/// <summary>A person around the client: legal representative, family, a contact the client named. Not a client.</summary>
public sealed class RelatedPerson
{
    private RelatedPerson() { }

    public RelatedPerson(ClientId client, string relation, string givenName, string surname, bool isLegalRepresentative)
    {
        (Id, ClientId, Relation, GivenName, Surname, IsLegalRepresentative) = (
            Guid.CreateVersion7(),
            client,
            relation,
            givenName,
            surname,
            isLegalRepresentative
        );
    }

    public Guid Id { get; private set; }

    public ClientId ClientId { get; private set; }

    /// <summary>Relation code: mother, father, guardian, spouse, sibling, child, other.</summary>
    public string Relation { get; private set; } = "";

    public string GivenName { get; private set; } = "";

    public string Surname { get; private set; } = "";

    public bool IsLegalRepresentative { get; private set; }

    public string? PersonalCode { get; private set; }

    public DateOnly? BirthDate { get; private set; }

    public string? Phone { get; private set; }

    public string? Email { get; private set; }

    public DateOnly? To { get; private set; }

    public void Describe(string relation, string givenName, string surname, bool isLegalRepresentative)
    {
        (Relation, GivenName, Surname, IsLegalRepresentative) = (relation, givenName, surname, isLegalRepresentative);
    }

    public void ReachableBy(string? phone, string? email) => (Phone, Email) = (phone, email);

    public void IdentifiedBy(string? personalCode, DateOnly? birthDate) =>
        (PersonalCode, BirthDate) = (personalCode, birthDate);

    public void End(DateOnly lastDay) => To = lastDay;

    public void MoveTo(ClientId client) => ClientId = client;
}

internal sealed class RelatedPersonTable : IEntityTypeConfiguration<RelatedPerson>
{
    public void Configure(EntityTypeBuilder<RelatedPerson> builder)
    {
        builder.ToTable("related_person", "clients");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Relation).HasMaxLength(40);
        builder.Property(p => p.GivenName).HasMaxLength(200).UseCollation(Collations.Latvian);
        builder.Property(p => p.Surname).HasMaxLength(200).UseCollation(Collations.Latvian);
        builder.Property(p => p.PersonalCode).HasMaxLength(60);
        builder.Property(p => p.Phone).HasMaxLength(60);
        builder.Property(p => p.Email).HasMaxLength(254);
        builder.HasIndex(p => p.ClientId);
        builder.HasOne<Client>().WithMany().HasForeignKey(p => p.ClientId).OnDelete(DeleteBehavior.Restrict);
    }
}

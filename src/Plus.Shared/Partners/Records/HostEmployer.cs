using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Organisation.Records;

namespace Plus.Shared.Partners.Records;

/// <summary>An organisation with which the Service has a contract to give community work (regulation 119).</summary>
public sealed class HostEmployer
{
    private HostEmployer() { }

    public HostEmployer(HostEmployerId id, string name, string kind, string? registrationNo, OfficeId office)
    {
        (Id, Name, Kind, RegistrationNo, OfficeId) = (id, name, kind, registrationNo, office);
    }

    public HostEmployerId Id { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Kind code: service, state, municipal, capitalCompany, agency, association, foundation, religious.</summary>
    public string Kind { get; private set; } = "";

    public string? RegistrationNo { get; private set; }

    public string? TerritoryCode { get; private set; }

    public string? Address { get; private set; }

    public OfficeId OfficeId { get; private set; }

    /// <summary>The host takes clients under eighteen.</summary>
    public bool TakesMinors { get; private set; } = true;

    /// <summary>Groups of offences (<see cref="Plus.Law.CommunityWork.OffenceGroups"/>) whose offenders the host does not take.</summary>
    public string[] RefusedOffences { get; private set; } = [];

    public uint Version { get; private set; }

    public void At(string? territoryCode, string? address) => (TerritoryCode, Address) = (territoryCode, address);

    public void Describe(string name, string kind, string? registrationNo, OfficeId office) =>
        (Name, Kind, RegistrationNo, OfficeId) = (name, kind, registrationNo, office);

    public void Limit(bool takesMinors, string[] refusedOffences) =>
        (TakesMinors, RefusedOffences) = (takesMinors, refusedOffences);
}

internal sealed class HostEmployerTable : IEntityTypeConfiguration<HostEmployer>
{
    public void Configure(EntityTypeBuilder<HostEmployer> builder)
    {
        builder.ToTable("host_employer", "partners");
        builder.HasKey(h => h.Id);
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.Name).HasMaxLength(300).UseCollation(Collations.Latvian);
        builder.Property(h => h.Kind).HasMaxLength(40);
        builder.Property(h => h.RegistrationNo).HasMaxLength(11);
        builder.Property(h => h.TerritoryCode).HasMaxLength(7);
        builder.Property(h => h.Address).HasMaxLength(500);
        builder.Property(h => h.Version).IsRowVersion();
        builder.HasIndex(h => h.RegistrationNo).IsUnique().HasFilter("registration_no is not null");
        builder.HasIndex(h => h.TerritoryCode);
        builder.HasIndex(h => h.OfficeId);
        builder.HasOne<Office>().WithMany().HasForeignKey(h => h.OfficeId).OnDelete(DeleteBehavior.Restrict);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Storage;

namespace Plus.Shared.Support.Records;

/// <summary>Who gives clients a service that the Service pays for in full or in part.</summary>
public sealed class Provider
{
    private Provider() { }

    public Provider(Guid id) => Id = id;

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Code of <see cref="SupportKinds.ProviderKinds"/>.</summary>
    public string Kind { get; private set; } = "";

    public string? RegistrationNo { get; private set; }

    public string? Address { get; private set; }

    /// <summary>Whom to call, in words.</summary>
    public string? Contact { get; private set; }

    public uint Version { get; private set; }

    public void Describe(string name, string kind, string? registrationNo, string? address, string? contact) =>
        (Name, Kind, RegistrationNo, Address, Contact) = (name, kind, registrationNo, address, contact);
}

internal sealed class ProviderTable : IEntityTypeConfiguration<Provider>
{
    public void Configure(EntityTypeBuilder<Provider> builder)
    {
        builder.ToTable("provider", "support");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Name).HasMaxLength(300).UseCollation(Collations.Latvian);
        builder.Property(p => p.Kind).HasMaxLength(20);
        builder.Property(p => p.RegistrationNo).HasMaxLength(11);
        builder.Property(p => p.Address).HasMaxLength(500);
        builder.Property(p => p.Contact).HasMaxLength(500);
        builder.Property(p => p.Version).IsRowVersion();
        builder.HasIndex(p => p.RegistrationNo).IsUnique().HasFilter("registration_no is not null");
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;

namespace Plus.Shared.Partners.Records;

/// <summary>A person at a host employer with whom the Service speaks.</summary>
public sealed class HostContact
{
    private HostContact() { }

    public HostContact(HostEmployerId host) => (Id, HostEmployerId) = (Guid.CreateVersion7(), host);

    public Guid Id { get; private set; }

    public HostEmployerId HostEmployerId { get; private set; }

    public string Name { get; private set; } = "";

    public string? Post { get; private set; }

    public string? Phone { get; private set; }

    public string? Email { get; private set; }

    /// <summary>Instructs clients in safety before they begin.</summary>
    public bool GivesBriefing { get; private set; }

    /// <summary>Last day as a contact; null while they are one.</summary>
    public DateOnly? To { get; private set; }

    public uint Version { get; private set; }

    public void Describe(string name, string? post, string? phone, string? email, bool givesBriefing) =>
        (Name, Post, Phone, Email, GivesBriefing) = (name, post, phone, email, givesBriefing);

    public void Leave(DateOnly? lastDay) => To = lastDay;
}

internal sealed class HostContactTable : IEntityTypeConfiguration<HostContact>
{
    public void Configure(EntityTypeBuilder<HostContact> builder)
    {
        builder.ToTable("host_contact", "partners");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Name).HasMaxLength(200).UseCollation(Collations.Latvian);
        builder.Property(c => c.Post).HasMaxLength(200);
        builder.Property(c => c.Phone).HasMaxLength(40);
        builder.Property(c => c.Email).HasMaxLength(254);
        builder.Property(c => c.Version).IsRowVersion();
        builder.HasIndex(c => c.HostEmployerId);
        builder
            .HasOne<HostEmployer>()
            .WithMany()
            .HasForeignKey(c => c.HostEmployerId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

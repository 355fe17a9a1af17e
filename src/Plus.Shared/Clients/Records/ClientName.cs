using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Law.Identity;

namespace Plus.Shared.Clients.Records;

/// <summary>A name the client bears or bore, by the day of the document that says so, never by the day it arrived.</summary>
public sealed class ClientName
{
    private ClientName() { }

    public ClientName(ClientId client, string givenName, string surname, DateOnly asOf, string source)
    {
        (Id, ClientId, AsOf, Source) = (Guid.CreateVersion7(), client, asOf, source);
        GivenName = NameFolding.Clean(givenName);
        Surname = NameFolding.Clean(surname);
        NameKey = NameFolding.Fold(Surname + " " + GivenName);
    }

    public Guid Id { get; private set; }

    public ClientId ClientId { get; private set; }

    public string GivenName { get; private set; } = "";

    public string Surname { get; private set; } = "";

    public string NameKey { get; private set; } = "";

    /// <summary>Day of the document.</summary>
    public DateOnly AsOf { get; private set; }

    public string Source { get; private set; } = "";

    public void MoveTo(ClientId client) => ClientId = client;
}

internal sealed class ClientNameTable : IEntityTypeConfiguration<ClientName>
{
    public void Configure(EntityTypeBuilder<ClientName> builder)
    {
        builder.ToTable("client_name", "clients");
        builder.HasKey(n => n.Id);
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.GivenName).HasMaxLength(200).UseCollation(Collations.Latvian);
        builder.Property(n => n.Surname).HasMaxLength(200).UseCollation(Collations.Latvian);
        builder.Property(n => n.NameKey).HasMaxLength(420).UseCollation("C");
        builder.Property(n => n.Source).HasMaxLength(200);
        builder.HasIndex(n => n.ClientId);
        builder.HasOne<Client>().WithMany().HasForeignKey(n => n.ClientId).OnDelete(DeleteBehavior.Restrict);
    }
}

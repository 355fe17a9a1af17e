using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;

namespace Plus.Shared.Clients.Records;

/// <summary>What an address is used for.</summary>
public enum AddressKind
{
    Declared,
    Actual,
    Correspondence,
}

/// <summary>An address of a client, by the day of the document that gives it. The latest of a kind is the current one.</summary>
public sealed class ClientAddress
{
    private ClientAddress() { }

    public ClientAddress(
        ClientId client,
        AddressKind kind,
        string? territoryCode,
        string text,
        DateOnly asOf,
        string source
    )
    {
        (Id, ClientId, Kind, TerritoryCode, Text, AsOf, Source) = (
            Guid.CreateVersion7(),
            client,
            kind,
            territoryCode,
            text,
            asOf,
            source
        );
    }

    public Guid Id { get; private set; }

    public ClientId ClientId { get; private set; }

    public AddressKind Kind { get; private set; }

    /// <summary>ATVK code as given, known or not; null when none was given.</summary>
    public string? TerritoryCode { get; private set; }

    public string Text { get; private set; } = "";

    public DateOnly AsOf { get; private set; }

    /// <summary>Last day of use, where known.</summary>
    public DateOnly? To { get; private set; }

    public string Source { get; private set; } = "";

    public void End(DateOnly lastDay) => To = lastDay;

    public void MoveTo(ClientId client) => ClientId = client;
}

internal sealed class ClientAddressTable : IEntityTypeConfiguration<ClientAddress>
{
    public void Configure(EntityTypeBuilder<ClientAddress> builder)
    {
        builder.ToTable("client_address", "clients");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Kind).AsCode();
        builder.Property(a => a.TerritoryCode).HasMaxLength(7);
        builder.Property(a => a.Text).HasMaxLength(500);
        builder.Property(a => a.Source).HasMaxLength(200);
        builder.HasIndex(a => a.ClientId);
        builder.HasOne<Client>().WithMany().HasForeignKey(a => a.ClientId).OnDelete(DeleteBehavior.Restrict);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;

namespace Plus.Shared.Clients.Records;

/// <summary>What kind of identifier it is.</summary>
public enum IdentifierKind
{
    /// <summary>Latvian personal code, old or new form; eleven digits without hyphen.</summary>
    PersonalCode,

    /// <summary>An identifier given by another state or institution.</summary>
    Foreign,
}

/// <summary>An identifier of a client, with history: a personal code may be swapped once and the old one stays valid for search.</summary>
public sealed class ClientIdentifier
{
    private ClientIdentifier() { }

    public ClientIdentifier(ClientId client, IdentifierKind kind, string value, DateOnly? from, string source)
    {
        (Id, ClientId, Kind, Value, From, Source) = (Guid.CreateVersion7(), client, kind, value, from, source);
    }

    public Guid Id { get; private set; }

    public ClientId ClientId { get; private set; }

    public IdentifierKind Kind { get; private set; }

    public string Value { get; private set; } = "";

    public DateOnly? From { get; private set; }

    /// <summary>Last day of use; null while current.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>Where it is known from: document number or register.</summary>
    public string Source { get; private set; } = "";

    public void End(DateOnly lastDay) => To = lastDay;

    public void MoveTo(ClientId client) => ClientId = client;
}

internal sealed class ClientIdentifierTable : IEntityTypeConfiguration<ClientIdentifier>
{
    public void Configure(EntityTypeBuilder<ClientIdentifier> builder)
    {
        builder.ToTable("client_identifier", "clients");
        builder.HasKey(i => i.Id);
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Kind).AsCode();
        builder.Property(i => i.Value).HasMaxLength(60);
        builder.Property(i => i.Source).HasMaxLength(200);
        builder.HasIndex(i => new { i.Value, i.Kind });
        builder.HasIndex(i => i.ClientId);
        builder.HasOne<Client>().WithMany().HasForeignKey(i => i.ClientId).OnDelete(DeleteBehavior.Restrict);
    }
}

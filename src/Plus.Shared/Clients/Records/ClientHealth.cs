using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;

namespace Plus.Shared.Clients.Records;

/// <summary>
/// What is known of a client's health, as it was written down; the latest counts, earlier ones stay. It lies apart from the
/// rest of the record, because it needs a permission of its own.
/// </summary>
public sealed class ClientHealth
{
    private ClientHealth() { }

    public ClientHealth(ClientId client, int? disabilityGroup, string? limits, DateTimeOffset at)
    {
        (Id, ClientId, DisabilityGroup, RecordedAt) = (Guid.CreateVersion7(), client, disabilityGroup, at);
        Limits = string.IsNullOrWhiteSpace(limits) ? null : limits.Trim();
    }

    public Guid Id { get; private set; }

    public ClientId ClientId { get; private set; }

    /// <summary>1, 2 or 3; null when none.</summary>
    public int? DisabilityGroup { get; private set; }

    /// <summary>What the person cannot do or needs, in words.</summary>
    public string? Limits { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }
}

internal sealed class ClientHealthTable : IEntityTypeConfiguration<ClientHealth>
{
    public void Configure(EntityTypeBuilder<ClientHealth> builder)
    {
        builder.ToTable("client_health", "clients");
        builder.HasKey(h => h.Id);
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.Limits).HasMaxLength(2000);
        builder.HasIndex(h => new { h.ClientId, h.RecordedAt });
        builder.HasOne<Client>().WithMany().HasForeignKey(h => h.ClientId).OnDelete(DeleteBehavior.Restrict);
    }
}

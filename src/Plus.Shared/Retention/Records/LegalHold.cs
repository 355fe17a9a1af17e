using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Clients.Records;

namespace Plus.Shared.Retention.Records;

/// <summary>Keeps a person's records from being erased, for a reason and until a day (which counts).</summary>
public sealed class LegalHold
{
    private LegalHold() { }

    public LegalHold(ClientId client, string reason, DateOnly until, StaffId by, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7();
        (ClientId, Reason, Until, SetBy, SetAt) = (client, reason, until, by, at);
    }

    public Guid Id { get; private set; }

    public ClientId ClientId { get; private set; }

    public string Reason { get; private set; } = "";

    public DateOnly Until { get; private set; }

    public StaffId SetBy { get; private set; }

    public DateTimeOffset SetAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public uint Version { get; private set; }

    public void End(DateTimeOffset at) => EndedAt = at;
}

internal sealed class LegalHoldTable : IEntityTypeConfiguration<LegalHold>
{
    public void Configure(EntityTypeBuilder<LegalHold> builder)
    {
        builder.ToTable("legal_hold", "retention");
        builder.HasKey(h => h.Id);
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.Reason).HasMaxLength(2000);
        builder.Property(h => h.Version).IsRowVersion();
        builder.HasIndex(h => h.ClientId);
        builder.HasOne<Client>().WithMany().HasForeignKey(h => h.ClientId).OnDelete(DeleteBehavior.Restrict);
    }
}

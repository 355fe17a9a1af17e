using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Shared.Clients.Records;

namespace Plus.Shared.Access.Records;

/// <summary>For what a person opens a client outside their own caseload, as they said it. It holds for the day in Riga.</summary>
public sealed class StatedPurpose
{
    private StatedPurpose() { }

    public StatedPurpose(StaffId staff, ClientId client, string purpose, DateTimeOffset at) =>
        (Id, StaffId, ClientId, Purpose, StatedAt) = (Guid.CreateVersion7(), staff, client, purpose, at);

    public Guid Id { get; private set; }

    public StaffId StaffId { get; private set; }

    public ClientId ClientId { get; private set; }

    /// <summary>Code of the purpose.</summary>
    public string Purpose { get; private set; } = "";

    public DateTimeOffset StatedAt { get; private set; }
}

internal sealed class StatedPurposeTable : IEntityTypeConfiguration<StatedPurpose>
{
    public void Configure(EntityTypeBuilder<StatedPurpose> builder)
    {
        builder.ToTable("stated_purpose", "access");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Purpose).HasMaxLength(40);
        builder.HasIndex(p => new { p.StaffId, p.StatedAt });
        builder.HasIndex(p => new
        {
            p.ClientId,
            p.StaffId,
            p.StatedAt,
        });
        builder.HasOne<Client>().WithMany().HasForeignKey(p => p.ClientId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Staff>().WithMany().HasForeignKey(p => p.StaffId).OnDelete(DeleteBehavior.Restrict);
    }
}

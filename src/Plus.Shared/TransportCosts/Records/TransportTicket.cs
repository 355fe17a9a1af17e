using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Shared.Files.Records;

namespace Plus.Shared.TransportCosts.Records;

/// <summary>A ticket or another proof, as a file.</summary>
public sealed class TransportTicket
{
    private TransportTicket() { }

    public TransportTicket(TransportClaim claim, int place, FileId file) =>
        (Id, ClaimId, SectionId, Place, FileId) = (Guid.CreateVersion7(), claim.Id, claim.SectionId, place, file);

    public Guid Id { get; private set; }

    public Guid ClaimId { get; private set; }

    public SectionId SectionId { get; private set; }

    /// <summary>1, 2, ... in the order in which they came.</summary>
    public int Place { get; private set; }

    public FileId? FileId { get; private set; }
}

internal sealed class TransportTicketTable : IEntityTypeConfiguration<TransportTicket>
{
    public void Configure(EntityTypeBuilder<TransportTicket> builder)
    {
        builder.ToTable("ticket", "transport_costs");
        builder.HasKey(t => t.Id);
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.HasIndex(t => new { t.ClaimId, t.Place }).IsUnique();
        builder.HasIndex(t => t.SectionId);
        builder.HasIndex(t => t.FileId);
        builder.HasOne<TransportClaim>().WithMany().HasForeignKey(t => t.ClaimId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(t => t.FileId).OnDelete(DeleteBehavior.Restrict);
    }
}

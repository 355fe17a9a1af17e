using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Shared.Files.Records;

namespace Plus.Shared.Partners.Records;

/// <summary>A scan of a contract's paper. The newest is the one in force; earlier ones stay.</summary>
public sealed class ContractScan
{
    private ContractScan() { }

    public ContractScan(Guid contract, int place, FileId file, DateTimeOffset at, StaffId? by) =>
        (Id, ContractId, Place, FileId, AddedAt, AddedBy) = (Guid.CreateVersion7(), contract, place, file, at, by);

    public Guid Id { get; private set; }

    public Guid ContractId { get; private set; }

    /// <summary>1, 2, ... in the order in which they came.</summary>
    public int Place { get; private set; }

    public FileId FileId { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }

    public StaffId? AddedBy { get; private set; }
}

internal sealed class ContractScanTable : IEntityTypeConfiguration<ContractScan>
{
    public void Configure(EntityTypeBuilder<ContractScan> builder)
    {
        builder.ToTable("contract_scan", "partners");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasIndex(s => new { s.ContractId, s.Place }).IsUnique();
        builder.HasIndex(s => s.FileId);
        builder.HasOne<HostContract>().WithMany().HasForeignKey(s => s.ContractId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(s => s.FileId).OnDelete(DeleteBehavior.Restrict);
    }
}

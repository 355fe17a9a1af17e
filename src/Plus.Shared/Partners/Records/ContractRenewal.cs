using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Plus.Shared.Partners.Records;

/// <summary>An agreement by which a contract was lengthened. Days count at both ends; a null end is none.</summary>
public sealed class ContractRenewal
{
    private ContractRenewal() { }

    public ContractRenewal(Guid contract, string number, DateOnly agreedOn, DateOnly? was, DateOnly? to)
    {
        (Id, ContractId, Number, AgreedOn, Was, To) = (Guid.CreateVersion7(), contract, number, agreedOn, was, to);
    }

    public Guid Id { get; private set; }

    public Guid ContractId { get; private set; }

    public string Number { get; private set; } = "";

    public DateOnly AgreedOn { get; private set; }

    /// <summary>Last day before the agreement.</summary>
    public DateOnly? Was { get; private set; }

    /// <summary>Last day after it.</summary>
    public DateOnly? To { get; private set; }
}

internal sealed class ContractRenewalTable : IEntityTypeConfiguration<ContractRenewal>
{
    public void Configure(EntityTypeBuilder<ContractRenewal> builder)
    {
        builder.ToTable("contract_renewal", "partners");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Number).HasMaxLength(60);
        builder.HasIndex(r => r.ContractId);
        builder.HasOne<HostContract>().WithMany().HasForeignKey(r => r.ContractId).OnDelete(DeleteBehavior.Restrict);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;

namespace Plus.Shared.TransportCosts.Records;

/// <summary>Approved claims handed over for payment together; a claim is on one list only.</summary>
public sealed class PaymentList
{
    private PaymentList() { }

    public PaymentList(DateTimeOffset at, StaffId? by, int count, decimal sum) =>
        (Id, MadeAt, MadeBy, Count, Sum) = (Guid.CreateVersion7(), at, by, count, sum);

    public Guid Id { get; private set; }

    public DateTimeOffset MadeAt { get; private set; }

    public StaffId? MadeBy { get; private set; }

    public int Count { get; private set; }

    public decimal Sum { get; private set; }
}

internal sealed class PaymentListTable : IEntityTypeConfiguration<PaymentList>
{
    public void Configure(EntityTypeBuilder<PaymentList> builder)
    {
        builder.ToTable("payment_list", "transport_costs");
        builder.HasKey(l => l.Id);
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Sum).HasPrecision(12, 2);
        builder.HasIndex(l => l.MadeAt);
    }
}

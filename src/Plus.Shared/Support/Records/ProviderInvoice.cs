using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;

namespace Plus.Shared.Support.Records;

/// <summary>A provider's invoice for a month of a contract: checked against the statement, accepted or returned, paid.</summary>
public sealed class ProviderInvoice
{
    public const string Received = "received";
    public const string Accepted = "accepted";
    public const string Returned = "returned";
    public const string Paid = "paid";

    private ProviderInvoice() { }

    public ProviderInvoice(Guid contract, DateOnly month, string number, DateOnly issuedOn, DateOnly receivedOn)
    {
        (Id, ContractId, Month, Number, IssuedOn, ReceivedOn) = (
            Guid.CreateVersion7(),
            contract,
            month,
            number,
            issuedOn,
            receivedOn
        );
    }

    public Guid Id { get; private set; }

    public Guid ContractId { get; private set; }

    /// <summary>First day of the month it is for.</summary>
    public DateOnly Month { get; private set; }

    public string Number { get; private set; } = "";

    public DateOnly IssuedOn { get; private set; }

    public DateOnly ReceivedOn { get; private set; }

    /// <summary>received, accepted, returned or paid.</summary>
    public string State { get; private set; } = Received;

    public DateOnly? DecidedOn { get; private set; }

    public StaffId? DecidedBy { get; private set; }

    /// <summary>What is owed: never more than was reckoned.</summary>
    public decimal? Owed { get; private set; }

    /// <summary>Why it was returned, or accepted in part.</summary>
    public string? Note { get; private set; }

    public DateOnly? PaidOn { get; private set; }

    /// <summary>Number of the payment order.</summary>
    public string? PaymentNumber { get; private set; }

    public uint Version { get; private set; }

    public void Accept(decimal owed, string? note, DateOnly on, StaffId by) =>
        (State, Owed, Note, DecidedOn, DecidedBy) = (Accepted, owed, note, on, by);

    public void Return(string note, DateOnly on, StaffId by) =>
        (State, Note, DecidedOn, DecidedBy) = (Returned, note, on, by);

    public void Pay(DateOnly on, string paymentNumber) => (State, PaidOn, PaymentNumber) = (Paid, on, paymentNumber);
}

/// <summary>What an invoice asks for one referral.</summary>
public sealed class InvoiceLine
{
    private InvoiceLine() { }

    public InvoiceLine(Guid invoice, string referral, int units, decimal euro)
    {
        (Id, InvoiceId, Referral, Units, Euro) = (Guid.CreateVersion7(), invoice, referral, units, euro);
    }

    public Guid Id { get; private set; }

    public Guid InvoiceId { get; private set; }

    /// <summary>Number of the referral as the invoice gives it.</summary>
    public string Referral { get; private set; } = "";

    /// <summary>Days or sessions.</summary>
    public int Units { get; private set; }

    public decimal Euro { get; private set; }
}

internal sealed class ProviderInvoiceTable : IEntityTypeConfiguration<ProviderInvoice>
{
    public void Configure(EntityTypeBuilder<ProviderInvoice> builder)
    {
        builder.ToTable(
            "invoice",
            "support",
            t =>
            {
                t.HasCheckConstraint("ck_invoice_owed", "(state in ('accepted', 'paid')) = (owed is not null)");
                t.HasCheckConstraint("ck_invoice_paid", "(state = 'paid') = (paid_on is not null)");
            }
        );
        builder.HasKey(i => i.Id);
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Number).HasMaxLength(60);
        builder.Property(i => i.State).HasMaxLength(20);
        builder.Property(i => i.Owed).HasPrecision(12, 2);
        builder.Property(i => i.Note).HasMaxLength(2000);
        builder.Property(i => i.PaymentNumber).HasMaxLength(60);
        builder.Property(i => i.Version).IsRowVersion();
        builder.HasIndex(i => new { i.ContractId, i.Number }).IsUnique();
        // A month is settled once; a returned invoice makes place for the corrected one.
        builder.HasIndex(i => new { i.ContractId, i.Month }).IsUnique().HasFilter("state <> 'returned'");
        builder
            .HasOne<ProviderContract>()
            .WithMany()
            .HasForeignKey(i => i.ContractId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class InvoiceLineTable : IEntityTypeConfiguration<InvoiceLine>
{
    public void Configure(EntityTypeBuilder<InvoiceLine> builder)
    {
        builder.ToTable("invoice_line", "support");
        builder.HasKey(l => l.Id);
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Referral).HasMaxLength(20);
        builder.Property(l => l.Euro).HasPrecision(12, 2);
        builder.HasIndex(l => l.InvoiceId);
        builder.HasOne<ProviderInvoice>().WithMany().HasForeignKey(l => l.InvoiceId).OnDelete(DeleteBehavior.Cascade);
    }
}

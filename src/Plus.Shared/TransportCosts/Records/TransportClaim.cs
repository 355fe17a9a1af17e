using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Records;

namespace Plus.Shared.TransportCosts.Records;

/// <summary>What a client claims for the way to work over some days, what was decided, and the list it was paid by.</summary>
public sealed class TransportClaim
{
    public const string Approved = "approved";
    public const string Part = "part";
    public const string Refused = "refused";

    private TransportClaim() { }

    public TransportClaim(
        SectionId section,
        DateOnly from,
        DateOnly to,
        DateOnly claimedOn,
        decimal amount,
        string account,
        StaffId? by
    ) =>
        (Id, SectionId, From, To, ClaimedOn, Amount, Account, TakenBy) = (
            Guid.CreateVersion7(),
            section,
            from,
            to,
            claimedOn,
            amount,
            account,
            by
        );

    /// <summary>What may be decided; texts <c>transportCosts.decision.&lt;code&gt;</c>.</summary>
    public static IReadOnlyList<string> Decisions { get; } = [Approved, Part, Refused];

    public Guid Id { get; private set; }

    public SectionId SectionId { get; private set; }

    /// <summary>First day travelled.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day travelled.</summary>
    public DateOnly To { get; private set; }

    public DateOnly ClaimedOn { get; private set; }

    /// <summary>Euro, by the tickets.</summary>
    public decimal Amount { get; private set; }

    /// <summary>The account it is paid to; null once the person is erased.</summary>
    public string? Account { get; private set; }

    public StaffId? TakenBy { get; private set; }

    /// <summary>One of <see cref="Decisions"/>; null while it waits.</summary>
    public string? Decision { get; private set; }

    /// <summary>Euro to be paid; null while it waits.</summary>
    public decimal? ApprovedAmount { get; private set; }

    public DateOnly? DecidedOn { get; private set; }

    public StaffId? DecidedBy { get; private set; }

    public string? Grounds { get; private set; }

    /// <summary>The list it was paid by; null while it was not.</summary>
    public Guid? ListId { get; private set; }

    public uint Version { get; private set; }

    public void Decide(string decision, decimal approved, DateOnly on, StaffId? by, string? grounds) =>
        (Decision, ApprovedAmount, DecidedOn, DecidedBy, Grounds) = (decision, approved, on, by, grounds);
}

internal sealed class TransportClaimTable : IEntityTypeConfiguration<TransportClaim>
{
    public void Configure(EntityTypeBuilder<TransportClaim> builder)
    {
        builder.ToTable(
            "claim",
            "transport_costs",
            t =>
            {
                t.HasCheckConstraint("ck_claim_period", "valid_to >= valid_from");
                t.HasCheckConstraint("ck_claim_amount", "amount > 0 and amount <= 10000");
                t.HasCheckConstraint(
                    "ck_claim_decided",
                    "(decision is null) = (approved_amount is null) and approved_amount between 0 and amount"
                );
            }
        );
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Amount).HasPrecision(10, 2);
        builder.Property(c => c.ApprovedAmount).HasPrecision(10, 2);
        builder.Property(c => c.Account).HasMaxLength(34);
        builder.Property(c => c.Decision).HasMaxLength(20);
        builder.Property(c => c.Grounds).HasMaxLength(2_000);
        builder.Property(c => c.Version).IsRowVersion();
        builder.HasIndex(c => c.SectionId);
        builder.HasIndex(c => c.ClaimedOn).HasFilter("decision is null");
        builder.HasIndex(c => c.ListId);
        builder.HasOne<Section>().WithMany().HasForeignKey(c => c.SectionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PaymentList>().WithMany().HasForeignKey(c => c.ListId).OnDelete(DeleteBehavior.Restrict);
    }
}

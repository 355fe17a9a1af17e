using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Plus.Shared.Support.Records;

/// <summary>A contract with a provider: one kind of service, one source of money, a price and an amount. Both days count.</summary>
public sealed class ProviderContract
{
    private ProviderContract() { }

    public ProviderContract(Guid provider, string kind, string number, string funding, DateOnly from, DateOnly to)
    {
        (Id, ProviderId, Kind, Number, Funding, From, To) = (
            Guid.CreateVersion7(),
            provider,
            kind,
            number,
            funding,
            from,
            to
        );
    }

    public Guid Id { get; private set; }

    public Guid ProviderId { get; private set; }

    /// <summary>Code of <see cref="SupportKinds.All"/>.</summary>
    public string Kind { get; private set; } = "";

    public string Number { get; private set; } = "";

    /// <summary>Code of <see cref="SupportKinds.Fundings"/>.</summary>
    public string Funding { get; private set; } = "";

    public DateOnly From { get; private set; }

    public DateOnly To { get; private set; }

    /// <summary>The most that the Service pays under it, in EUR.</summary>
    public decimal Amount { get; private set; }

    /// <summary>Price of a day of a stay or of a consultation, in EUR.</summary>
    public decimal UnitPrice { get; private set; }

    /// <summary>Clients who can stay at one time; null for consultations.</summary>
    public int? Places { get; private set; }

    public uint Version { get; private set; }

    public bool IsStay => Kind == SupportKinds.Rehabilitation;

    public bool InForceOn(DateOnly day) => From <= day && day <= To;

    public void Agree(decimal amount, decimal unitPrice, int? places) =>
        (Amount, UnitPrice, Places) = (amount, unitPrice, places);

    /// <summary>An agreement moves its last day or its amount.</summary>
    public void Amend(DateOnly to, decimal amount) => (To, Amount) = (to, amount);
}

internal sealed class ProviderContractTable : IEntityTypeConfiguration<ProviderContract>
{
    public void Configure(EntityTypeBuilder<ProviderContract> builder)
    {
        builder.ToTable(
            "contract",
            "support",
            t =>
            {
                t.HasCheckConstraint("ck_contract_days", "valid_from <= valid_to");
                t.HasCheckConstraint("ck_contract_money", "amount > 0 and unit_price > 0");
                t.HasCheckConstraint("ck_contract_places", "(places is not null) = (kind = 'rehabilitation')");
            }
        );
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Kind).HasMaxLength(20);
        builder.Property(c => c.Number).HasMaxLength(60);
        builder.Property(c => c.Funding).HasMaxLength(20);
        builder.Property(c => c.Amount).HasPrecision(12, 2);
        builder.Property(c => c.UnitPrice).HasPrecision(12, 2);
        builder.Property(c => c.Version).IsRowVersion();
        builder.Ignore(c => c.IsStay);
        builder.HasIndex(c => new { c.ProviderId, c.Number }).IsUnique();
        builder.HasOne<Provider>().WithMany().HasForeignKey(c => c.ProviderId).OnDelete(DeleteBehavior.Restrict);
    }
}

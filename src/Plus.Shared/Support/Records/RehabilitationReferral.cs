using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Law.Rehabilitation;
using Plus.Shared.Cases.Records;

namespace Plus.Shared.Support.Records;

/// <summary>A client referred to a provider of social rehabilitation: waits, stays, leaves. All days count.</summary>
public sealed class RehabilitationReferral
{
    private RehabilitationReferral() { }

    public RehabilitationReferral(SectionId section, ProviderContract contract, DateOnly referredOn, StaffId by)
    {
        (Id, SectionId, ContractId, Price) = (Guid.CreateVersion7(), section, contract.Id, contract.UnitPrice);
        (Number, ReferredOn, ReferredBy) = (ReferralNumber.New("SR"), referredOn, by);
    }

    public Guid Id { get; private set; }

    public SectionId SectionId { get; private set; }

    public Guid ContractId { get; private set; }

    /// <summary>What stands on the letter and on invoices instead of a name.</summary>
    public string Number { get; private set; } = "";

    public DateOnly ReferredOn { get; private set; }

    public StaffId ReferredBy { get; private set; }

    /// <summary>Day of release from prison; null when the client does not come from there.</summary>
    public DateOnly? ReleasedOn { get; private set; }

    public bool NeedsHousing { get; private set; }

    /// <summary>What the stay is for.</summary>
    public string Purpose { get; private set; } = "";

    /// <summary>Price of a day when the client was referred, in EUR.</summary>
    public decimal Price { get; private set; }

    /// <summary>The client is a child under observation.</summary>
    public bool PaidInFull { get; private set; }

    public DateOnly? EnteredOn { get; private set; }

    /// <summary>Why the client got the place before somebody with priority; null where nobody was passed over.</summary>
    public string? PassedOverReason { get; private set; }

    public DateOnly? LeftOn { get; private set; }

    /// <summary>Code of <see cref="SupportKinds.Leavings"/>.</summary>
    public string? Leaving { get; private set; }

    /// <summary>What came of it, or why the client was expelled.</summary>
    public string? LeavingNote { get; private set; }

    public DateOnly? CancelledOn { get; private set; }

    public string? CancelReason { get; private set; }

    public uint Version { get; private set; }

    public bool Waits => EnteredOn is null && CancelledOn is null;

    public bool Stays => EnteredOn is not null && LeftOn is null;

    public WaitingReferral Waiting => new(Id, ReferredOn, ReleasedOn, NeedsHousing);

    /// <summary>Where it stands; texts <c>support.state.&lt;code&gt;</c>.</summary>
    public string State =>
        CancelledOn is not null ? "cancelled"
        : EnteredOn is null ? "waits"
        : LeftOn is null ? "stays"
        : "left";

    public void Describe(DateOnly? releasedOn, bool needsHousing, string purpose, bool paidInFull) =>
        (ReleasedOn, NeedsHousing, Purpose, PaidInFull) = (releasedOn, needsHousing, purpose, paidInFull);

    public void Enter(DateOnly on, string? passedOverReason) => (EnteredOn, PassedOverReason) = (on, passedOverReason);

    public void Leave(DateOnly on, string leaving, string note) => (LeftOn, Leaving, LeavingNote) = (on, leaving, note);

    public void Cancel(DateOnly on, string reason) => (CancelledOn, CancelReason) = (on, reason);
}

/// <summary>Days of a stay on which the service was not received. Both days count.</summary>
public sealed class StayAbsence
{
    private StayAbsence() { }

    public StayAbsence(Guid referral, SectionId section, DateOnly from, DateOnly to, string reason)
    {
        (Id, ReferralId, SectionId, From, To, Reason) = (Guid.CreateVersion7(), referral, section, from, to, reason);
    }

    public Guid Id { get; private set; }

    public Guid ReferralId { get; private set; }

    public SectionId SectionId { get; private set; }

    public DateOnly From { get; private set; }

    public DateOnly To { get; private set; }

    public string Reason { get; private set; } = "";
}

internal sealed class RehabilitationReferralTable : IEntityTypeConfiguration<RehabilitationReferral>
{
    public void Configure(EntityTypeBuilder<RehabilitationReferral> builder)
    {
        builder.ToTable(
            "rehabilitation",
            "support",
            t =>
            {
                t.HasCheckConstraint("ck_rehabilitation_left", "left_on is null or left_on >= entered_on");
                t.HasCheckConstraint("ck_rehabilitation_leaving", "(left_on is null) = (leaving is null)");
                t.HasCheckConstraint("ck_rehabilitation_cancelled", "cancelled_on is null or entered_on is null");
            }
        );
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Number).HasMaxLength(12);
        builder.Property(r => r.Purpose).HasMaxLength(2000);
        builder.Property(r => r.Price).HasPrecision(12, 2);
        builder.Property(r => r.PassedOverReason).HasMaxLength(1000);
        builder.Property(r => r.Leaving).HasMaxLength(20);
        builder.Property(r => r.LeavingNote).HasMaxLength(2000);
        builder.Property(r => r.CancelReason).HasMaxLength(1000);
        builder.Property(r => r.Version).IsRowVersion();
        builder.Ignore(r => r.Waits);
        builder.Ignore(r => r.Stays);
        builder.Ignore(r => r.Waiting);
        builder.Ignore(r => r.State);
        builder.HasIndex(r => r.Number).IsUnique();
        builder.HasIndex(r => r.SectionId);
        builder.HasIndex(r => r.ContractId);
        builder.HasOne<Section>().WithMany().HasForeignKey(r => r.SectionId).OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<ProviderContract>()
            .WithMany()
            .HasForeignKey(r => r.ContractId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StayAbsenceTable : IEntityTypeConfiguration<StayAbsence>
{
    public void Configure(EntityTypeBuilder<StayAbsence> builder)
    {
        builder.ToTable("absence", "support", t => t.HasCheckConstraint("ck_absence_days", "valid_from <= valid_to"));
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Reason).HasMaxLength(500);
        builder.HasIndex(a => a.ReferralId);
        builder.HasIndex(a => a.SectionId);
        builder
            .HasOne<RehabilitationReferral>()
            .WithMany()
            .HasForeignKey(a => a.ReferralId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Section>().WithMany().HasForeignKey(a => a.SectionId).OnDelete(DeleteBehavior.Restrict);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Records;

namespace Plus.Shared.Support.Records;

/// <summary>A client referred to a specialist, with what was agreed on the cost.</summary>
public sealed class Consultation
{
    private Consultation() { }

    public Consultation(SectionId section, ProviderContract contract, DateOnly referredOn, StaffId by)
    {
        (Id, SectionId, ContractId, Kind) = (Guid.CreateVersion7(), section, contract.Id, contract.Kind);
        (Number, ReferredOn, ReferredBy) = (ReferralNumber.New("SK"), referredOn, by);
    }

    public Guid Id { get; private set; }

    public SectionId SectionId { get; private set; }

    public Guid ContractId { get; private set; }

    /// <summary>Code of <see cref="SupportKinds.Consultations"/>.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>What stands on the letter and on invoices instead of a name.</summary>
    public string Number { get; private set; } = "";

    public DateOnly ReferredOn { get; private set; }

    public StaffId ReferredBy { get; private set; }

    /// <summary>What is to be solved.</summary>
    public string Purpose { get; private set; } = "";

    /// <summary>noCost or agrees.</summary>
    public string Consent { get; private set; } = "";

    /// <summary>What the client pays of a session, in EUR; null when nothing.</summary>
    public decimal? ClientShare { get; private set; }

    /// <summary>Day on which the client agreed.</summary>
    public DateOnly? ConsentOn { get; private set; }

    /// <summary>Sessions that were ordered.</summary>
    public int Ordered { get; private set; }

    public DateOnly? EndedOn { get; private set; }

    /// <summary>Code of <see cref="SupportKinds.Endings"/>.</summary>
    public string? Ending { get; private set; }

    public string? EndingNote { get; private set; }

    public uint Version { get; private set; }

    public void Describe(string purpose, int ordered) => (Purpose, Ordered) = (purpose, ordered);

    public void Agree(string consent, decimal? clientShare, DateOnly? on) =>
        (Consent, ClientShare, ConsentOn) = (consent, clientShare, on);

    public void End(DateOnly on, string ending, string? note) => (EndedOn, Ending, EndingNote) = (on, ending, note);
}

/// <summary>One meeting with the specialist. A meeting to which the client did not come is no consultation.</summary>
public sealed class ConsultationSession
{
    private ConsultationSession() { }

    public ConsultationSession(
        Consultation consultation,
        ProviderContract contract,
        DateOnly heldOn,
        bool attended,
        string? note
    )
    {
        (Id, ConsultationId, SectionId) = (Guid.CreateVersion7(), consultation.Id, consultation.SectionId);
        (Kind, Funding, HeldOn, Attended, Note) = (consultation.Kind, contract.Funding, heldOn, attended, note);
        Price = attended ? contract.UnitPrice - (consultation.ClientShare ?? 0) : 0;
    }

    public Guid Id { get; private set; }

    public Guid ConsultationId { get; private set; }

    public SectionId SectionId { get; private set; }

    /// <summary>Code of <see cref="SupportKinds.Consultations"/>: what is counted by year stays as it was.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>Code of <see cref="SupportKinds.Fundings"/>.</summary>
    public string Funding { get; private set; } = "";

    public DateOnly HeldOn { get; private set; }

    public bool Attended { get; private set; }

    /// <summary>What the Service pays for it, in EUR.</summary>
    public decimal Price { get; private set; }

    public string? Note { get; private set; }
}

internal sealed class ConsultationTable : IEntityTypeConfiguration<Consultation>
{
    public void Configure(EntityTypeBuilder<Consultation> builder)
    {
        builder.ToTable(
            "consultation",
            "support",
            t =>
            {
                t.HasCheckConstraint("ck_consultation_ended", "(ended_on is null) = (ending is null)");
                t.HasCheckConstraint("ck_consultation_consent", "(consent = 'agrees') = (client_share is not null)");
            }
        );
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Kind).HasMaxLength(20);
        builder.Property(c => c.Number).HasMaxLength(12);
        builder.Property(c => c.Purpose).HasMaxLength(2000);
        builder.Property(c => c.Consent).HasMaxLength(20);
        builder.Property(c => c.ClientShare).HasPrecision(12, 2);
        builder.Property(c => c.Ending).HasMaxLength(20);
        builder.Property(c => c.EndingNote).HasMaxLength(2000);
        builder.Property(c => c.Version).IsRowVersion();
        builder.HasIndex(c => c.Number).IsUnique();
        builder.HasIndex(c => c.SectionId);
        builder.HasIndex(c => c.ContractId);
        builder.HasOne<Section>().WithMany().HasForeignKey(c => c.SectionId).OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<ProviderContract>()
            .WithMany()
            .HasForeignKey(c => c.ContractId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ConsultationSessionTable : IEntityTypeConfiguration<ConsultationSession>
{
    public void Configure(EntityTypeBuilder<ConsultationSession> builder)
    {
        builder.ToTable("session", "support", t => t.HasCheckConstraint("ck_session_price", "price >= 0"));
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Kind).HasMaxLength(20);
        builder.Property(s => s.Funding).HasMaxLength(20);
        builder.Property(s => s.Price).HasPrecision(12, 2);
        builder.Property(s => s.Note).HasMaxLength(2000);
        builder.HasIndex(s => s.ConsultationId);
        builder.HasIndex(s => s.SectionId);
        builder.HasIndex(s => s.HeldOn);
        builder
            .HasOne<Consultation>()
            .WithMany()
            .HasForeignKey(s => s.ConsultationId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Section>().WithMany().HasForeignKey(s => s.SectionId).OnDelete(DeleteBehavior.Restrict);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Shared.Clients.Records;

namespace Plus.Shared.Cases.Records;

/// <summary>The founding document of a section: ruling, penal order, decision, request. Corrected by a new version.</summary>
public sealed class Basis
{
    private Basis() { }

    public Basis(BasisId id, ClientId client, string kind, string number, DateOnly issuedOn)
    {
        (Id, ClientId, Kind, Number, IssuedOn) = (id, client, kind, number, issuedOn);
    }

    public BasisId Id { get; private set; }

    public ClientId ClientId { get; private set; }

    /// <summary>Kind code as in the intake contract: courtRuling, prosecutorPenalOrder, prosecutorDecision, assessmentReportRequest, mediationRequest.</summary>
    public string Kind { get; private set; } = "";

    public string Number { get; private set; } = "";

    public DateOnly IssuedOn { get; private set; }

    public DateOnly? InForceOn { get; private set; }

    /// <summary>court, prosecutor, prison, police or person.</summary>
    public string? IssuerKind { get; private set; }

    public string? IssuerName { get; private set; }

    public string? ProceedingNo { get; private set; }

    /// <summary>The intake message it came with.</summary>
    public Guid? MessageId { get; private set; }

    /// <summary>The corrected version that took its place.</summary>
    public BasisId? ReplacedBy { get; private set; }

    public void Issue(
        string? issuerKind,
        string? issuerName,
        DateOnly? inForceOn,
        string? proceedingNo,
        Guid? messageId
    )
    {
        (IssuerKind, IssuerName, InForceOn, ProceedingNo, MessageId) = (
            issuerKind,
            issuerName,
            inForceOn,
            proceedingNo,
            messageId
        );
    }

    public void ReplaceBy(BasisId corrected) => ReplacedBy = corrected;

    public void MoveTo(ClientId client) => ClientId = client;
}

internal sealed class BasisTable : IEntityTypeConfiguration<Basis>
{
    public void Configure(EntityTypeBuilder<Basis> builder)
    {
        builder.ToTable("basis", "cases");
        builder.HasKey(b => b.Id);
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.Property(b => b.Kind).HasMaxLength(40);
        builder.Property(b => b.Number).HasMaxLength(100);
        builder.Property(b => b.IssuerKind).HasMaxLength(20);
        builder.Property(b => b.IssuerName).HasMaxLength(300);
        builder.Property(b => b.ProceedingNo).HasMaxLength(40);
        builder.HasIndex(b => b.ClientId);
        builder.HasIndex(b => b.Number);
        builder.HasIndex(b => b.ProceedingNo);
        builder.HasIndex(b => b.MessageId);
        builder.HasOne<Client>().WithMany().HasForeignKey(b => b.ClientId).OnDelete(DeleteBehavior.Restrict);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;

namespace Plus.Shared.Documents.Records;

/// <summary>Where a copy for one recipient stands.</summary>
public enum DeliveryState
{
    NotSent,
    Sent,
    Delivered,
    Failed,
}

/// <summary>
/// Somebody a document is for, and how it reached them. Kind of recipient and kind of signature are what the share of
/// documents sent with an electronic signature is counted from.
/// </summary>
public sealed class DocumentRecipient
{
    private DocumentRecipient() { }

    public DocumentRecipient(Document document, string kind, string name) =>
        (Id, DocumentId, ClientId, Kind, Name) = (Guid.CreateVersion7(), document.Id, document.ClientId, kind, name);

    public Guid Id { get; private set; }

    public Guid DocumentId { get; private set; }

    /// <summary>Whose case the document belongs to.</summary>
    public ClientId ClientId { get; private set; }

    /// <summary>Kind code: person, court, prosecutor, police, prison, state, municipality, legalPerson.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>As it stands in the addressee's place, in the dative where Latvian wants it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Postal address.</summary>
    public string? PostalAddress { get; private set; }

    /// <summary>The electronic one that the channel uses: official e-address, e-mail, number of an e-case.</summary>
    public string? ElectronicAddress { get; private set; }

    /// <summary>Channel code: eAddress, eCase, email, post, handed.</summary>
    public string Channel { get; private set; } = "";

    public DeliveryState State { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>When the channel proved that it arrived.</summary>
    public DateTimeOffset? DeliveredAt { get; private set; }

    /// <summary>The day from which it counts as served, by the rule of its channel; the day itself is the day of service.</summary>
    public DateOnly? ServedOn { get; private set; }

    /// <summary>The channel's own name of the message or of the proof.</summary>
    public string? Proof { get; private set; }

    /// <summary>Code of why it did not arrive.</summary>
    public string? FailureCode { get; private set; }

    public void LivesAt(string? postalAddress) => PostalAddress = postalAddress;

    public void ReachedBy(string channel, string? electronicAddress) =>
        (Channel, ElectronicAddress) = (channel, electronicAddress);

    public void Sent(DateTimeOffset at, string? proof) =>
        (State, SentAt, Proof, FailureCode) = (DeliveryState.Sent, at, proof, null);

    public void Serve(DateOnly? on) => ServedOn = on;

    public void Delivered(DateTimeOffset at, string? proof) =>
        (State, DeliveredAt, Proof) = (DeliveryState.Delivered, at, proof ?? Proof);

    public void Fail(string code) => (State, FailureCode, ServedOn) = (DeliveryState.Failed, code, null);
}

internal sealed class DocumentRecipientTable : IEntityTypeConfiguration<DocumentRecipient>
{
    public void Configure(EntityTypeBuilder<DocumentRecipient> builder)
    {
        builder.ToTable("document_recipient", "documents");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Kind).HasMaxLength(20);
        builder.Property(r => r.Name).HasMaxLength(300);
        builder.Property(r => r.PostalAddress).HasMaxLength(500);
        builder.Property(r => r.ElectronicAddress).HasMaxLength(254);
        builder.Property(r => r.Channel).HasMaxLength(20);
        builder.Property(r => r.State).AsCode();
        builder.Property(r => r.Proof).HasMaxLength(200);
        builder.Property(r => r.FailureCode).HasMaxLength(60);
        builder.HasIndex(r => r.DocumentId);
        builder.HasIndex(r => r.ClientId);
        builder.HasIndex(r => r.SentAt);
        builder.HasOne<Document>().WithMany().HasForeignKey(r => r.DocumentId).OnDelete(DeleteBehavior.Restrict);
    }
}

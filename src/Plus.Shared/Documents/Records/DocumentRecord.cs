using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Records;

namespace Plus.Shared.Documents.Records;

/// <summary>Whence a document came and whither it went.</summary>
public enum DocumentDirection
{
    Incoming,
    Outgoing,
    Internal,
}

/// <summary>A document of a client's case file: what is known of it. The file itself lies elsewhere.</summary>
public sealed class DocumentRecord
{
    private DocumentRecord() { }

    public DocumentRecord(Guid id, ClientId client, SectionId? section, string source) =>
        (Id, ClientId, SectionId, Source) = (id, client, section, source);

    public Guid Id { get; private set; }

    public ClientId ClientId { get; private set; }

    public SectionId? SectionId { get; private set; }

    /// <summary>Kind code: letter, request, answer, report, submission, decision, warning, act, application, other.</summary>
    public string Kind { get; private set; } = "";

    public DocumentDirection Direction { get; private set; }

    /// <summary>Registration number; null when it was not registered under one.</summary>
    public string? Number { get; private set; }

    public DateOnly RegisteredOn { get; private set; }

    /// <summary>Code of its title or template.</summary>
    public string? TitleCode { get; private set; }

    /// <summary>SHA-256 of the file, hex.</summary>
    public string? FileHash { get; private set; }

    /// <summary>Where the file lies, in the words of the system that keeps it.</summary>
    public string? ExternalReference { get; private set; }

    /// <summary>The system it is known from.</summary>
    public string Source { get; private set; } = "";

    public uint Version { get; private set; }

    public void Register(
        string kind,
        DocumentDirection direction,
        string? number,
        DateOnly registeredOn,
        string? titleCode
    ) => (Kind, Direction, Number, RegisteredOn, TitleCode) = (kind, direction, number, registeredOn, titleCode);

    public void LiesAt(string? externalReference, string? fileHash) =>
        (ExternalReference, FileHash) = (externalReference, fileHash);

    public void MoveTo(ClientId client) => ClientId = client;
}

internal sealed class DocumentRecordTable : IEntityTypeConfiguration<DocumentRecord>
{
    public void Configure(EntityTypeBuilder<DocumentRecord> builder)
    {
        builder.ToTable("document", "documents");
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Kind).HasMaxLength(40);
        builder.Property(d => d.Direction).AsCode();
        builder.Property(d => d.Number).HasMaxLength(100);
        builder.Property(d => d.TitleCode).HasMaxLength(100);
        builder.Property(d => d.FileHash).HasMaxLength(64);
        builder.Property(d => d.ExternalReference).HasMaxLength(300);
        builder.Property(d => d.Source).HasMaxLength(60);
        builder.Property(d => d.Version).IsRowVersion();
        builder.HasIndex(d => new { d.ClientId, d.RegisteredOn });
        builder.HasIndex(d => d.SectionId);
        builder.HasIndex(d => d.Number);
        builder.HasOne<Client>().WithMany().HasForeignKey(d => d.ClientId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Section>().WithMany().HasForeignKey(d => d.SectionId).OnDelete(DeleteBehavior.Restrict);
    }
}

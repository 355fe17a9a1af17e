using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Access.Records;
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

/// <summary>How a document was signed (State Probation Service Law, art. 3.¹).</summary>
public enum SignatureKind
{
    /// <summary>By hand, on paper; the scan is kept.</summary>
    Paper,

    /// <summary>A secure electronic signature.</summary>
    Electronic,

    /// <summary>A mark made on a device that the Service holds.</summary>
    ServiceDevice,
}

/// <summary>
/// A document of a client's case file: what is known of it. Its texts are its versions, their bytes lie in the store of
/// files. What was signed never changes; the database keeps it so.
/// </summary>
public sealed class Document
{
    private Document() { }

    public Document(Guid id, ClientId client, SectionId? section, string source) =>
        (Id, ClientId, SectionId, Source) = (id, client, section, source);

    public Guid Id { get; private set; }

    public ClientId ClientId { get; private set; }

    public SectionId? SectionId { get; private set; }

    /// <summary>Kind code: letter, request, answer, report, submission, decision, warning, act, application, other.</summary>
    public string Kind { get; private set; } = "";

    public DocumentDirection Direction { get; private set; }

    /// <summary>Where it stands; what was taken over or came from outside is registered from its first day.</summary>
    public DocumentState State { get; private set; } = DocumentState.Registered;

    /// <summary>Registration number; null while it has none.</summary>
    public string? Number { get; private set; }

    /// <summary>The series of the nomenclature that the number is of; null when it was given elsewhere.</summary>
    public Guid? NomenclatureId { get; private set; }

    public int? SeriesYear { get; private set; }

    /// <summary>Running number within the series and the year.</summary>
    public int? Ordinal { get; private set; }

    /// <summary>The day of registration; of what has no number yet, the day on which it was made.</summary>
    public DateOnly RegisteredOn { get; private set; }

    /// <summary>Code of its title or template.</summary>
    public string? TitleCode { get; private set; }

    /// <summary>What it is about, in the words of who made it.</summary>
    public string? Title { get; private set; }

    /// <summary>ISO 639-1 code of the language it is written in.</summary>
    public string Language { get; private set; } = "lv";

    /// <summary>SHA-256 of the file, hex, of a document taken over.</summary>
    public string? FileHash { get; private set; }

    /// <summary>Where the file lies, in the words of the system that keeps it.</summary>
    public string? ExternalReference { get; private set; }

    /// <summary>The system it is known from.</summary>
    public string Source { get; private set; } = "";

    public StaffId? MadeBy { get; private set; }

    public DateTimeOffset? MadeAt { get; private set; }

    /// <summary>The version of the template it was made from.</summary>
    public Guid? TemplateVersionId { get; private set; }

    /// <summary>The instant at which the data it was made from were read.</summary>
    public DateTimeOffset? DataAsOf { get; private set; }

    /// <summary>Ordinal of the newest version; 0 when there is none.</summary>
    public int LastVersion { get; private set; }

    /// <summary>Who is to agree; null when nobody was named.</summary>
    public StaffId? AgreerId { get; private set; }

    public StaffId? SignerId { get; private set; }

    public SignatureKind? SignedHow { get; private set; }

    public DateTimeOffset? SignedAt { get; private set; }

    /// <summary>Ordinal of the version that was signed: from then on there is no other.</summary>
    public int? SignedVersion { get; private set; }

    public uint Version { get; private set; }

    public bool IsSigned => SignedVersion is not null;

    /// <summary>A document begun in PLUS.</summary>
    public void Begin(
        string kind,
        string title,
        string language,
        Guid? nomenclature,
        StaffId? by,
        DateTimeOffset at,
        DateOnly day
    )
    {
        (Kind, Title, Language, NomenclatureId) = (kind, title, language, nomenclature);
        (MadeBy, MadeAt, RegisteredOn) = (by, at, day);
        (Direction, State) = (DocumentDirection.Outgoing, DocumentState.Draft);
    }

    public void MadeFrom(Guid templateVersion, string titleCode, DateTimeOffset dataAsOf) =>
        (TemplateVersionId, TitleCode, DataAsOf) = (templateVersion, titleCode, dataAsOf);

    public void Describe(string kind, string title, Guid? nomenclature) =>
        (Kind, Title, NomenclatureId) = (kind, title, nomenclature);

    public void Register(
        string kind,
        DocumentDirection direction,
        string? number,
        DateOnly registeredOn,
        string? titleCode
    ) => (Kind, Direction, Number, RegisteredOn, TitleCode) = (kind, direction, number, registeredOn, titleCode);

    /// <summary>Gives the number of its series. It stays, whatever becomes of the document.</summary>
    public void Numbered(string number, int year, int ordinal, DateOnly on) =>
        (Number, SeriesYear, Ordinal, RegisteredOn) = (number, year, ordinal, on);

    public void Enter(DocumentState state) => State = state;

    /// <summary>Stands where its copies are. What was put into the case file stays there, whatever proof comes later.</summary>
    public void Follow(IReadOnlyCollection<DeliveryState> copies)
    {
        if (State != DocumentState.Registered)
        {
            State =
                copies.Contains(DeliveryState.Failed) ? DocumentState.Failed
                : copies.All(s => s == DeliveryState.Delivered) ? DocumentState.Delivered
                : DocumentState.Sent;
        }
    }

    public void ToBeAgreedBy(StaffId? agreer) => AgreerId = agreer;

    public void ToBeSignedBy(StaffId? signer) => SignerId = signer;

    /// <summary>The next version's ordinal.</summary>
    public int NextVersion() => ++LastVersion;

    /// <summary>Signed in the version that stands last.</summary>
    public void Sign(SignatureKind how, StaffId? by, DateTimeOffset at)
    {
        (State, SignedHow, SignedAt, SignedVersion) = (DocumentState.Signed, how, at, LastVersion);
        SignerId = by;
    }

    public void LiesAt(string? externalReference, string? fileHash) =>
        (ExternalReference, FileHash) = (externalReference, fileHash);

    public void MoveTo(ClientId client) => ClientId = client;
}

internal sealed class DocumentTable : IEntityTypeConfiguration<Document>
{
    public void Configure(EntityTypeBuilder<Document> builder)
    {
        builder.ToTable(
            "document",
            "documents",
            t =>
            {
                t.HasCheckConstraint(
                    "ck_document_signed",
                    "(signed_version is null) = (signed_how is null) and (signed_version is null) = (signed_at is null)"
                );
                t.HasCheckConstraint(
                    "ck_document_unsigned",
                    "signed_version is not null or state in ('draft', 'toBeAgreed', 'agreed', 'toBeSigned', 'annulled', 'registered')"
                );
                t.HasCheckConstraint("ck_document_series", "(ordinal is null) = (series_year is null)");
            }
        );
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Kind).HasMaxLength(40);
        builder.Property(d => d.Direction).AsCode();
        builder.Property(d => d.State).AsCode();
        builder.Property(d => d.SignedHow).AsCode();
        builder.Property(d => d.Number).HasMaxLength(100);
        builder.Property(d => d.TitleCode).HasMaxLength(100);
        builder.Property(d => d.Title).HasMaxLength(300);
        builder.Property(d => d.Language).HasMaxLength(2);
        builder.Property(d => d.FileHash).HasMaxLength(64);
        builder.Property(d => d.ExternalReference).HasMaxLength(300);
        builder.Property(d => d.Source).HasMaxLength(60);
        builder.Property(d => d.Version).IsRowVersion();
        builder.Ignore(d => d.IsSigned);
        builder.HasIndex(d => new { d.ClientId, d.RegisteredOn });
        builder.HasIndex(d => d.SectionId);
        builder.HasIndex(d => d.Number);
        builder.HasIndex(d => new { d.State, d.MadeBy });
        builder
            .HasIndex(d => new
            {
                d.NomenclatureId,
                d.SeriesYear,
                d.Ordinal,
            })
            .IsUnique();
        builder.HasOne<Client>().WithMany().HasForeignKey(d => d.ClientId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Section>().WithMany().HasForeignKey(d => d.SectionId).OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<Nomenclature>()
            .WithMany()
            .HasForeignKey(d => d.NomenclatureId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Staff>().WithMany().HasForeignKey(d => d.MadeBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Staff>().WithMany().HasForeignKey(d => d.AgreerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Staff>().WithMany().HasForeignKey(d => d.SignerId).OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<TemplateVersion>()
            .WithMany()
            .HasForeignKey(d => d.TemplateVersionId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

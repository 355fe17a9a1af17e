using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Plus.Shared.Documents.Records;

/// <summary>A kind of document that PLUS can make: for which function and step, in which language. Its words are its versions.</summary>
public sealed class Template
{
    private Template() { }

    public Template(Guid id, string code, string kind, string step, string language) =>
        (Id, Code, Kind, Step, Language) = (id, code, kind, step, language);

    public Guid Id { get; private set; }

    /// <summary>Stable code; names no person and no office.</summary>
    public string Code { get; private set; } = "";

    public string TitleLv { get; private set; } = "";

    public string TitleEn { get; private set; } = "";

    /// <summary>Kind code of the documents made from it.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>Code of the function it is for; null when it is for any.</summary>
    public string? Function { get; private set; }

    /// <summary>Step code: registration, rights, hostOrder, hours, transfer, request, answer, cover, closing, warning, report.</summary>
    public string Step { get; private set; } = "";

    /// <summary>ISO 639-1.</summary>
    public string Language { get; private set; } = "lv";

    public Guid? NomenclatureId { get; private set; }

    /// <summary>Kind code of whom such documents are for as a rule.</summary>
    public string RecipientKind { get; private set; } = "person";

    public uint Version { get; private set; }

    public void Describe(string titleLv, string titleEn, string? function, Guid? nomenclature, string recipientKind) =>
        (TitleLv, TitleEn, Function, NomenclatureId, RecipientKind) = (
            titleLv,
            titleEn,
            function,
            nomenclature,
            recipientKind
        );
}

internal sealed class TemplateTable : IEntityTypeConfiguration<Template>
{
    public void Configure(EntityTypeBuilder<Template> builder)
    {
        builder.ToTable("template", "documents");
        builder.HasKey(t => t.Id);
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Code).HasMaxLength(60);
        builder.Property(t => t.TitleLv).HasMaxLength(300);
        builder.Property(t => t.TitleEn).HasMaxLength(300);
        builder.Property(t => t.Kind).HasMaxLength(40);
        builder.Property(t => t.Function).HasMaxLength(40);
        builder.Property(t => t.Step).HasMaxLength(40);
        builder.Property(t => t.Language).HasMaxLength(2);
        builder.Property(t => t.RecipientKind).HasMaxLength(20);
        builder.Property(t => t.Version).IsRowVersion();
        builder.HasIndex(t => t.Code).IsUnique();
        builder
            .HasOne<Nomenclature>()
            .WithMany()
            .HasForeignKey(t => t.NomenclatureId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Plus.Shared.Documents.Records;

/// <summary>A series of the Service's nomenclature of files: documents of it are numbered one after another, anew each year.</summary>
public sealed class Nomenclature
{
    private Nomenclature() { }

    public Nomenclature(Guid id, string mark, string titleLv, string titleEn, DateOnly from) =>
        (Id, Mark, TitleLv, TitleEn, From) = (id, mark, titleLv, titleEn, from);

    public Guid Id { get; private set; }

    /// <summary>The mark that stands before the number: 5-3 makes 5-3/12.</summary>
    public string Mark { get; private set; } = "";

    public string TitleLv { get; private set; } = "";

    public string TitleEn { get; private set; } = "";

    public DateOnly From { get; private set; }

    /// <summary>Last day on which documents are numbered in it; null while it lasts.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>Delivered with PLUS and not yet confirmed by the Service.</summary>
    public bool Unconfirmed { get; private set; }

    public uint Version { get; private set; }

    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day <= To);

    public void Rename(string titleLv, string titleEn) => (TitleLv, TitleEn, Unconfirmed) = (titleLv, titleEn, false);

    public void End(DateOnly? lastDay) => To = lastDay;
}

internal sealed class NomenclatureTable : IEntityTypeConfiguration<Nomenclature>
{
    public void Configure(EntityTypeBuilder<Nomenclature> builder)
    {
        builder.ToTable(
            "nomenclature",
            "documents",
            t => t.HasCheckConstraint("ck_nomenclature_days", "valid_to is null or valid_to >= valid_from")
        );
        builder.HasKey(n => n.Id);
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Mark).HasMaxLength(20);
        builder.Property(n => n.TitleLv).HasMaxLength(300);
        builder.Property(n => n.TitleEn).HasMaxLength(300);
        builder.Property(n => n.Version).IsRowVersion();
        builder.HasIndex(n => n.Mark).IsUnique();
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;

namespace Plus.Shared.Cases.Records;

/// <summary>An offence named in a founding document: article of the Criminal Law with its superscript apart.</summary>
public sealed class BasisOffence
{
    private BasisOffence() { }

    public BasisOffence(
        BasisId basis,
        int ordinal,
        string article,
        int? sup,
        int? part,
        string? point,
        DateOnly? committedOn
    )
    {
        (Id, BasisId, Ordinal, Article, Sup, Part, Point, CommittedOn) = (
            Guid.CreateVersion7(),
            basis,
            ordinal,
            article,
            sup,
            part,
            point,
            committedOn
        );
    }

    public Guid Id { get; private set; }

    public BasisId BasisId { get; private set; }

    /// <summary>Place in the document; the first is the main one unless the section says otherwise.</summary>
    public int Ordinal { get; private set; }

    public string Article { get; private set; } = "";

    public int? Sup { get; private set; }

    public int? Part { get; private set; }

    public string? Point { get; private set; }

    public DateOnly? CommittedOn { get; private set; }
}

internal sealed class BasisOffenceTable : IEntityTypeConfiguration<BasisOffence>
{
    public void Configure(EntityTypeBuilder<BasisOffence> builder)
    {
        builder.ToTable("basis_offence", "cases");
        builder.HasKey(o => o.Id);
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Article).HasMaxLength(10);
        builder.Property(o => o.Point).HasMaxLength(10);
        builder.HasIndex(o => o.BasisId);
        builder.HasOne<Basis>().WithMany().HasForeignKey(o => o.BasisId).OnDelete(DeleteBehavior.Restrict);
    }
}

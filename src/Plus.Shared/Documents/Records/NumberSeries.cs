using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Storage;

namespace Plus.Shared.Documents.Records;

/// <summary>
/// The last number given in a series and a year. A row and not a sequence of the database: it goes back with the
/// transaction that took it, so that the series has no gaps, and its lock lets one document after the other through.
/// </summary>
public sealed class NumberSeries
{
    private NumberSeries() { }

    public Guid NomenclatureId { get; private set; }

    public int Year { get; private set; }

    public int Last { get; private set; }
}

internal sealed class NumberSeriesTable : IEntityTypeConfiguration<NumberSeries>
{
    public void Configure(EntityTypeBuilder<NumberSeries> builder)
    {
        builder.ToTable("number_series", "documents");
        builder.HasKey(s => new { s.NomenclatureId, s.Year });
        builder.IsBookkeeping();
        builder
            .HasOne<Nomenclature>()
            .WithMany()
            .HasForeignKey(s => s.NomenclatureId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

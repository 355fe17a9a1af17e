using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Storage;

namespace Plus.Shared.Exchange.Takeover.Records;

/// <summary>Which record of PLUS a row of the old system became: what makes a repeat a repeat.</summary>
public sealed class TakenRow
{
    private TakenRow() { }

    public TakenRow(string source, string table, string sourceId, Guid plusId, byte[] hash, int year, Guid run)
    {
        (Source, TableCode, SourceId, PlusId) = (source, table, sourceId, plusId);
        (ContentHash, Year, TakenRun, SeenRun) = (hash, year, run, run);
    }

    public string Source { get; private set; } = "";

    /// <summary>Code of the contract's table.</summary>
    public string TableCode { get; private set; } = "";

    public string SourceId { get; private set; } = "";

    public Guid PlusId { get; private set; }

    /// <summary>SHA-256 of the row as it was taken last.</summary>
    public byte[] ContentHash { get; private set; } = [];

    public int Year { get; private set; }

    /// <summary>What is odd about it; codes.</summary>
    public string[] Marks { get; init; } = [];

    /// <summary>The run that took it last, as new or as a correction.</summary>
    public Guid TakenRun { get; private set; }

    /// <summary>The last run whose folder held it.</summary>
    public Guid SeenRun { get; private set; }
}

internal sealed class TakenRowTable : IEntityTypeConfiguration<TakenRow>
{
    public void Configure(EntityTypeBuilder<TakenRow> builder)
    {
        builder.ToTable("taken_row", "takeover");
        builder.HasKey(r => new
        {
            r.Source,
            r.TableCode,
            r.SourceId,
        });
        builder.Property(r => r.Source).HasMaxLength(60).UseCollation("C");
        builder.Property(r => r.TableCode).HasMaxLength(20).UseCollation("C");
        builder.Property(r => r.SourceId).HasMaxLength(64).UseCollation("C");
        builder.HasIndex(r => r.PlusId);
        builder.IsBookkeeping();
    }
}

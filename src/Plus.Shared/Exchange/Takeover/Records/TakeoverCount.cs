using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Storage;

namespace Plus.Shared.Exchange.Takeover.Records;

/// <summary>One line of the reconciliation: a table and a year; the year is 0 where a row's day cannot be read.</summary>
public sealed class TakeoverCount
{
    private TakeoverCount() { }

    public TakeoverCount(Guid run, string table, int year) => (RunId, TableCode, Year) = (run, table, year);

    public Guid RunId { get; private set; }

    public string TableCode { get; private set; } = "";

    public int Year { get; private set; }

    /// <summary>What the manifest says; null when it does not.</summary>
    public long? Expected { get; internal set; }

    public long InFile { get; internal set; }

    public long Taken { get; internal set; }

    /// <summary>Clients that PLUS knew already, or that stood twice in the old system.</summary>
    public long Joined { get; internal set; }

    public long Unchanged { get; internal set; }

    public long Corrected { get; internal set; }

    public long Quarantined { get; internal set; }

    /// <summary>Rows of this folder that stand in the database after the run, counted in the tables themselves.</summary>
    public long? InDatabase { get; internal set; }

    public long? MinutesExpected { get; internal set; }

    public long MinutesInFile { get; internal set; }

    public long MinutesQuarantined { get; internal set; }

    public long? MinutesInDatabase { get; internal set; }
}

internal sealed class TakeoverCountTable : IEntityTypeConfiguration<TakeoverCount>
{
    public void Configure(EntityTypeBuilder<TakeoverCount> builder)
    {
        builder.ToTable("count", "takeover");
        builder.HasKey(c => new
        {
            c.RunId,
            c.TableCode,
            c.Year,
        });
        builder.Property(c => c.TableCode).HasMaxLength(20);
        builder.HasOne<TakeoverRun>().WithMany().HasForeignKey(c => c.RunId).OnDelete(DeleteBehavior.Restrict);
        builder.IsBookkeeping();
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Storage;

namespace Plus.Shared.Exchange.Takeover.Records;

/// <summary>
/// A row that was not taken, and why. Of the row only its place and its id are kept: its content stays in the file,
/// from which a later run takes it once it is mended.
/// </summary>
public sealed class QuarantinedRow
{
    private QuarantinedRow() { }

    public QuarantinedRow(
        Guid run,
        string table,
        int line,
        string? sourceId,
        int year,
        string[] reasons,
        string reasonValues
    )
    {
        (Id, RunId, TableCode, Line, SourceId) = (Guid.CreateVersion7(), run, table, line, sourceId);
        (Year, Reasons, ReasonValues) = (year, reasons, reasonValues);
    }

    public Guid Id { get; private set; }

    public Guid RunId { get; private set; }

    public string TableCode { get; private set; } = "";

    public int Line { get; private set; }

    /// <summary>The id in the old system; null when the row has none that can be read.</summary>
    public string? SourceId { get; private set; }

    /// <summary>Year it is counted under; 0 when its day cannot be read.</summary>
    public int Year { get; private set; }

    /// <summary>Reason codes, for finding.</summary>
    public string[] Reasons { get; private set; } = [];

    /// <summary>The reasons with their fields and values, JSON.</summary>
    public string ReasonValues { get; private set; } = "[]";

    /// <summary>The later run that took the row after all.</summary>
    public Guid? TakenByRun { get; private set; }
}

internal sealed class QuarantinedRowTable : IEntityTypeConfiguration<QuarantinedRow>
{
    public void Configure(EntityTypeBuilder<QuarantinedRow> builder)
    {
        builder.ToTable("quarantined_row", "takeover");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.TableCode).HasMaxLength(20);
        builder.Property(r => r.SourceId).HasMaxLength(64).UseCollation("C");
        builder.Property(r => r.ReasonValues).HasColumnType("jsonb");
        builder.HasIndex(r => new
        {
            r.RunId,
            r.TableCode,
            r.Line,
        });
        builder.HasIndex(r => new { r.TableCode, r.SourceId }).HasFilter("taken_by_run is null");
        builder.HasOne<TakeoverRun>().WithMany().HasForeignKey(r => r.RunId).OnDelete(DeleteBehavior.Restrict);
        builder.IsBookkeeping();
    }
}

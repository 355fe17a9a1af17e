using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Storage;

namespace Plus.Shared.Exchange.Takeover.Records;

/// <summary>How far one file of a run has come; committed with each batch, so that a killed run goes on from here.</summary>
public sealed class TakeoverFileMark
{
    private TakeoverFileMark() { }

    public TakeoverFileMark(Guid run, string table, string fileName, long bytes) =>
        (RunId, TableCode, FileName, Bytes) = (run, table, fileName, bytes);

    public Guid RunId { get; private set; }

    /// <summary>Code of the contract's table.</summary>
    public string TableCode { get; private set; } = "";

    public string FileName { get; private set; } = "";

    public long Bytes { get; private set; }

    public long BytesDone { get; private set; }

    public int LinesDone { get; private set; }

    public bool Done { get; private set; }

    /// <summary>Fields that the contract does not know, and that were not read.</summary>
    public string[] Ignored { get; private set; } = [];
}

internal sealed class TakeoverFileMarkTable : IEntityTypeConfiguration<TakeoverFileMark>
{
    public void Configure(EntityTypeBuilder<TakeoverFileMark> builder)
    {
        builder.ToTable("file_mark", "takeover");
        builder.HasKey(f => new { f.RunId, f.TableCode });
        builder.Property(f => f.TableCode).HasMaxLength(20);
        builder.Property(f => f.FileName).HasMaxLength(100);
        builder.HasOne<TakeoverRun>().WithMany().HasForeignKey(f => f.RunId).OnDelete(DeleteBehavior.Restrict);
        builder.IsBookkeeping();
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Storage;

namespace Plus.Shared.Exchange.Takeover.Records;

/// <summary>How many rows of a run were taken with a mark.</summary>
public sealed class TakeoverMarkCount
{
    private TakeoverMarkCount() { }

    public Guid RunId { get; private set; }

    public string TableCode { get; private set; } = "";

    /// <summary>Code of the mark.</summary>
    public string Mark { get; private set; } = "";

    public long Rows { get; private set; }
}

internal sealed class TakeoverMarkCountTable : IEntityTypeConfiguration<TakeoverMarkCount>
{
    public void Configure(EntityTypeBuilder<TakeoverMarkCount> builder)
    {
        builder.ToTable("mark_count", "takeover");
        builder.HasKey(c => new
        {
            c.RunId,
            c.TableCode,
            c.Mark,
        });
        builder.Property(c => c.TableCode).HasMaxLength(20);
        builder.Property(c => c.Mark).HasMaxLength(60);
        builder.HasOne<TakeoverRun>().WithMany().HasForeignKey(c => c.RunId).OnDelete(DeleteBehavior.Restrict);
        builder.IsBookkeeping();
    }
}

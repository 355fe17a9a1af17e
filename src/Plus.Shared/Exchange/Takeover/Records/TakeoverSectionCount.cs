using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Storage;

namespace Plus.Shared.Exchange.Takeover.Records;

/// <summary>Sections of a function by outcome and year: of closed ones the year of closing, else of opening.</summary>
public sealed class TakeoverSectionCount
{
    private TakeoverSectionCount() { }

    public Guid RunId { get; private set; }

    public string Function { get; private set; } = "";

    /// <summary>Empty for a section that is open or annulled.</summary>
    public string Outcome { get; private set; } = "";

    public int Year { get; private set; }

    /// <summary>Readable rows of the file.</summary>
    public long InFile { get; private set; }

    public long Quarantined { get; private set; }

    public long InDatabase { get; private set; }
}

internal sealed class TakeoverSectionCountTable : IEntityTypeConfiguration<TakeoverSectionCount>
{
    public void Configure(EntityTypeBuilder<TakeoverSectionCount> builder)
    {
        builder.ToTable("section_count", "takeover");
        builder.HasKey(c => new
        {
            c.RunId,
            c.Function,
            c.Outcome,
            c.Year,
        });
        builder.Property(c => c.Function).HasMaxLength(40);
        builder.Property(c => c.Outcome).HasMaxLength(60);
        builder.HasOne<TakeoverRun>().WithMany().HasForeignKey(c => c.RunId).OnDelete(DeleteBehavior.Restrict);
        builder.IsBookkeeping();
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Records;

namespace Plus.Shared.Archive.Records;

/// <summary>
/// What the days in the archive add up to in a month, for one sum of the figures. It stands exactly as long as its days lie
/// in the archive, written and taken away in the transaction that moves them.
/// </summary>
public sealed class KeptAmount
{
    private KeptAmount() { }

    public SectionId SectionId { get; private set; }

    /// <summary>Code of the sum: <c>sd.hours</c>.</summary>
    public string Sum { get; private set; } = "";

    /// <summary>The first day of the month.</summary>
    public DateOnly Month { get; private set; }

    /// <summary>Minutes.</summary>
    public long Minutes { get; private set; }
}

internal sealed class KeptAmountTable : IEntityTypeConfiguration<KeptAmount>
{
    public void Configure(EntityTypeBuilder<KeptAmount> builder)
    {
        builder.ToTable("kept_amount", "archive");
        builder.HasKey(a => new
        {
            a.SectionId,
            a.Sum,
            a.Month,
        });
        builder.IsBookkeeping();
        builder.Property(a => a.Sum).HasMaxLength(60);
        builder.HasIndex(a => new { a.Sum, a.Month });
        builder.HasOne<Section>().WithMany().HasForeignKey(a => a.SectionId).OnDelete(DeleteBehavior.Restrict);
    }
}

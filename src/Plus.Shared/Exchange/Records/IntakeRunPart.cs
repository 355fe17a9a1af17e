using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Storage;

namespace Plus.Shared.Exchange.Records;

/// <summary>What became of the lines of one committed batch: the run's report, whole also after a stop.</summary>
public sealed class IntakeRunPart
{
    private IntakeRunPart() { }

    public Guid RunId { get; private set; }

    public int FirstLine { get; private set; }

    /// <summary>JSON array of {line, messageId, outcome, why}.</summary>
    public string Outcomes { get; private set; } = "[]";
}

internal sealed class IntakeRunPartTable : IEntityTypeConfiguration<IntakeRunPart>
{
    public void Configure(EntityTypeBuilder<IntakeRunPart> builder)
    {
        builder.ToTable("intake_run_part", "exchange");
        builder.HasKey(p => new { p.RunId, p.FirstLine });
        builder.HasOne<IntakeRun>().WithMany().HasForeignKey(p => p.RunId).OnDelete(DeleteBehavior.Restrict);
        builder.IsBookkeeping();
    }
}

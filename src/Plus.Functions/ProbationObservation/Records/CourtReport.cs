using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Records;

namespace Plus.Functions.ProbationObservation.Records;

/// <summary>A report to the court on how the child's observation goes. Both days of the period count.</summary>
public sealed class CourtReport
{
    private CourtReport() { }

    public CourtReport(
        SectionId section,
        string kind,
        string court,
        DateOnly from,
        DateOnly to,
        DateOnly sentOn,
        string summary,
        Guid? document
    )
    {
        (Id, SectionId, Kind, Court) = (Guid.CreateVersion7(), section, kind, court);
        (From, To, SentOn, Summary, DocumentId) = (from, to, sentOn, summary, document);
    }

    /// <summary>What it is about; texts <c>probationObservation.report.kind.&lt;code&gt;</c>.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["progress", "violation", "easing", "closing"];

    public Guid Id { get; private set; }

    public SectionId SectionId { get; private set; }

    public string Kind { get; private set; } = "";

    public string Court { get; private set; } = "";

    public DateOnly From { get; private set; }

    public DateOnly To { get; private set; }

    public DateOnly SentOn { get; private set; }

    /// <summary>What was said, in brief.</summary>
    public string Summary { get; private set; } = "";

    /// <summary>The document that was sent, when it stands in the case.</summary>
    public Guid? DocumentId { get; private set; }
}

internal sealed class CourtReportTable : IEntityTypeConfiguration<CourtReport>
{
    public void Configure(EntityTypeBuilder<CourtReport> builder)
    {
        builder.ToTable(
            "court_report",
            "probation_observation",
            t => t.HasCheckConstraint("ck_court_report_days", "valid_from <= valid_to and valid_to <= sent_on")
        );
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Kind).HasMaxLength(20);
        builder.Property(r => r.Court).HasMaxLength(300);
        builder.Property(r => r.Summary).HasMaxLength(4000);
        builder.HasIndex(r => new { r.SectionId, r.SentOn });
        builder.HasOne<Section>().WithMany().HasForeignKey(r => r.SectionId).OnDelete(DeleteBehavior.Restrict);
    }
}

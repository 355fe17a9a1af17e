using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Records;

namespace Plus.Functions.AssessmentReports.Records;

/// <summary>A request for an assessment report: who asked, what for, by when, and what the Service answered (law art. 15).</summary>
public sealed class ReportRequest
{
    private ReportRequest() { }

    public ReportRequest(SectionId section) => SectionId = section;

    public SectionId SectionId { get; private set; }

    /// <summary>court, prosecutor or prison.</summary>
    public string RequesterKind { get; internal set; } = "";

    public string? RequesterName { get; internal set; }

    /// <summary>sentencing, parole or paroleWithElectronicMonitoring.</summary>
    public string Purpose { get; internal set; } = "";

    public DateOnly ReceivedOn { get; internal set; }

    public DateOnly? RespondBy { get; internal set; }

    /// <summary>The accused is accused of an offence against morality and sexual inviolability.</summary>
    public bool SexualOffenceAccused { get; internal set; }

    /// <summary>The accused was under 18 when the request was received.</summary>
    public bool MinorAccused { get; internal set; }

    /// <summary>The Service's opinion on release; null until given.</summary>
    public bool? Supported { get; internal set; }

    public DateOnly? SentOn { get; internal set; }

    public uint Version { get; private set; }

    /// <summary>What the system before knew.</summary>
    internal void TakeOver(DateOnly? sentOn, bool? supported) => (SentOn, Supported) = (sentOn, supported);
}

internal sealed class ReportRequestTable : IEntityTypeConfiguration<ReportRequest>
{
    public void Configure(EntityTypeBuilder<ReportRequest> builder)
    {
        builder.ToTable("report_request", "assessment_reports");
        builder.HasKey(f => f.SectionId);
        builder.Property(f => f.SectionId).ValueGeneratedNever();
        builder.Property(f => f.RequesterKind).HasMaxLength(60);
        builder.Property(f => f.RequesterName).HasMaxLength(300);
        builder.Property(f => f.Purpose).HasMaxLength(60);
        builder.Property(f => f.Version).IsRowVersion();
        builder
            .HasOne<Section>()
            .WithOne()
            .HasForeignKey<ReportRequest>(f => f.SectionId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

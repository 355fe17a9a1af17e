using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Records;
using Plus.Shared.WorkHours.Reporting;

namespace Plus.Shared.WorkHours.Records;

/// <summary>A report on a child's work to the court that imposed it, with the facts it told. Both days count.</summary>
public sealed class WorkReport
{
    private WorkReport() { }

    public WorkReport(SectionId section, string court, WorkProgress told, DateOnly sentOn, Guid? document, StaffId? by)
    {
        (Id, SectionId, Court, SentOn, DocumentId, By) = (Guid.CreateVersion7(), section, court, sentOn, document, by);
        (From, To, DoneMinutes, LeftMinutes) = (told.From, told.To, told.DoneMinutes, told.LeftMinutes);
        (PlannedDays, CameDays, MissedDays) = (told.PlannedDays, told.CameDays, told.MissedDays);
    }

    public Guid Id { get; private set; }

    public SectionId SectionId { get; private set; }

    public string Court { get; private set; } = "";

    public DateOnly From { get; private set; }

    public DateOnly To { get; private set; }

    /// <summary>Served since the beginning.</summary>
    public int DoneMinutes { get; private set; }

    public int LeftMinutes { get; private set; }

    /// <summary>Days of the period on which the child was to work.</summary>
    public int PlannedDays { get; private set; }

    public int CameDays { get; private set; }

    public int MissedDays { get; private set; }

    public DateOnly SentOn { get; private set; }

    /// <summary>The letter that was sent, when it stands in the case.</summary>
    public Guid? DocumentId { get; private set; }

    public StaffId? By { get; private set; }
}

internal sealed class WorkReportTable : IEntityTypeConfiguration<WorkReport>
{
    public void Configure(EntityTypeBuilder<WorkReport> builder)
    {
        builder.ToTable(
            "court_report",
            "work_hours",
            t => t.HasCheckConstraint("ck_court_report_days", "valid_from <= valid_to and valid_to <= sent_on")
        );
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Court).HasMaxLength(300);
        builder.HasIndex(r => new { r.SectionId, r.To }).IsUnique();
        builder.HasIndex(r => r.DocumentId).IsUnique();
        builder.HasOne<Section>().WithMany().HasForeignKey(r => r.SectionId).OnDelete(DeleteBehavior.Restrict);
    }
}

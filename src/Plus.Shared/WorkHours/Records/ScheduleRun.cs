using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Access.Records;
using Plus.Shared.Cases.Records;
using Plus.Shared.Organisation.Records;

namespace Plus.Shared.WorkHours.Records;

/// <summary>Schedules made for everybody of an office at once, section by section in the background.</summary>
public sealed class ScheduleRun
{
    private ScheduleRun() { }

    public ScheduleRun(OfficeId office, DateOnly from, int weeklyMinutes, StaffId by, DateTimeOffset at) =>
        (Id, OfficeId, From, WeeklyMinutes, StartedBy, StartedAt) = (
            Guid.CreateVersion7(),
            office,
            from,
            weeklyMinutes,
            by,
            at
        );

    public Guid Id { get; private set; }

    public OfficeId OfficeId { get; private set; }

    /// <summary>First day that is planned; what was planned before it stays.</summary>
    public DateOnly From { get; private set; }

    public int WeeklyMinutes { get; private set; }

    public StaffId StartedBy { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }
}

/// <summary>One section of a run: what became of it, with the law's or the house's reason when nothing was made.</summary>
public sealed class ScheduleRunLine
{
    public const string Waits = "waits";
    public const string Made = "made";
    public const string Part = "part";
    public const string Refused = "refused";

    private ScheduleRunLine() { }

    public ScheduleRunLine(ScheduleRun run, SectionId section) =>
        (Id, RunId, SectionId, State) = (Guid.CreateVersion7(), run.Id, section, Waits);

    public Guid Id { get; private set; }

    public Guid RunId { get; private set; }

    public SectionId SectionId { get; private set; }

    /// <summary>waits, made, part (not everything found a day) or refused.</summary>
    public string State { get; private set; } = Waits;

    public int Days { get; private set; }

    public int UnplannedMinutes { get; private set; }

    public DateOnly? EndsOn { get; private set; }

    /// <summary>Weeks that stay below the minimum for want of places.</summary>
    public int WeeksWithoutPlace { get; private set; }

    /// <summary>Why nothing was made, in words.</summary>
    public string? Reason { get; private set; }

    public DateTimeOffset? HeldUntil { get; private set; }

    public void Make(int days, int unplanned, DateOnly? endsOn, int weeksWithoutPlace) =>
        (State, Days, UnplannedMinutes, EndsOn, WeeksWithoutPlace, HeldUntil) = (
            unplanned > 0 ? Part : Made,
            days,
            unplanned,
            endsOn,
            weeksWithoutPlace,
            null
        );

    public void Refuse(string reason) => (State, Reason, HeldUntil) = (Refused, reason, null);
}

internal sealed class ScheduleRunTable : IEntityTypeConfiguration<ScheduleRun>
{
    public void Configure(EntityTypeBuilder<ScheduleRun> builder)
    {
        builder.ToTable("schedule_run", "work_hours");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => r.StartedBy);
        builder.HasOne<Office>().WithMany().HasForeignKey(r => r.OfficeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Staff>().WithMany().HasForeignKey(r => r.StartedBy).OnDelete(DeleteBehavior.Restrict);
        // Each schedule it makes has a process of its own.
        builder.IsBookkeeping();
    }
}

internal sealed class ScheduleRunLineTable : IEntityTypeConfiguration<ScheduleRunLine>
{
    public void Configure(EntityTypeBuilder<ScheduleRunLine> builder)
    {
        builder.ToTable("schedule_run_line", "work_hours");
        builder.HasKey(l => l.Id);
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.State).HasMaxLength(20);
        builder.Property(l => l.Reason).HasMaxLength(1_000);
        builder.HasIndex(l => new { l.RunId, l.SectionId }).IsUnique();
        builder.HasIndex(l => l.SectionId);
        builder.HasIndex(l => l.Id).HasDatabaseName("ix_schedule_run_line_waits").HasFilter("state = 'waits'");
        builder.HasOne<ScheduleRun>().WithMany().HasForeignKey(l => l.RunId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Section>().WithMany().HasForeignKey(l => l.SectionId).OnDelete(DeleteBehavior.Restrict);
        builder.IsBookkeeping();
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Access.Records;
using Plus.Shared.Cases.Records;

namespace Plus.Functions.Supervision.Monitoring.Records;

/// <summary>How far an alarm has been dealt with.</summary>
public enum AlarmState
{
    New,
    Taken,
    Escalated,
    Closed,
}

/// <summary>What the monitoring vendor told, once, as it came. Kept apart from what is made of it.</summary>
public sealed class VendorEvent
{
    private VendorEvent() { }

    /// <summary>The vendor's id: what comes twice is the same event.</summary>
    public string Id { get; private set; } = "";

    public string Serial { get; private set; } = "";

    public string Kind { get; private set; } = "";

    public DateTimeOffset OccurredAt { get; private set; }

    public DateTimeOffset ReceivedAt { get; private set; }
}

/// <summary>Something that a person of the monitoring centre must look at.</summary>
public sealed class Alarm
{
    private Alarm() { }

    public Alarm(
        string eventId,
        SectionId? section,
        string serial,
        string kind,
        int severity,
        DateTimeOffset occurredAt,
        DateTimeOffset receivedAt
    )
    {
        (Id, EventId, SectionId, Serial) = (Guid.CreateVersion7(), eventId, section, serial);
        (Kind, Severity, OccurredAt, ReceivedAt) = (kind, severity, occurredAt, receivedAt);
    }

    public Guid Id { get; private set; }

    /// <summary>The event it came from; one alarm an event.</summary>
    public string EventId { get; private set; } = "";

    /// <summary>Whose device it was then; null when no device of that number was attached.</summary>
    public SectionId? SectionId { get; private set; }

    public string Serial { get; private set; } = "";

    public string Kind { get; private set; } = "";

    /// <summary>1 is the most severe.</summary>
    public int Severity { get; private set; }

    public DateTimeOffset OccurredAt { get; private set; }

    public DateTimeOffset ReceivedAt { get; private set; }

    public AlarmState State { get; private set; }

    public StaffId? TakenBy { get; private set; }

    public DateTimeOffset? TakenAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>falseAlarm, explained, violation, technical.</summary>
    public string? Outcome { get; private set; }

    public uint Version { get; private set; }

    public void Take(StaffId by, DateTimeOffset at) => (State, TakenBy, TakenAt) = (AlarmState.Taken, by, at);

    public void Escalate() => State = AlarmState.Escalated;

    public void Close(string outcome, DateTimeOffset at) =>
        (State, Outcome, ClosedAt) = (AlarmState.Closed, outcome, at);

    public void HandTo(StaffId by) => TakenBy = by;
}

/// <summary>What was done about an alarm, in words.</summary>
public sealed class AlarmNote
{
    private AlarmNote() { }

    public AlarmNote(Guid alarm, SectionId? section, StaffId by, DateTimeOffset at, string text)
    {
        (Id, AlarmId, SectionId, By, At, Text) = (Guid.CreateVersion7(), alarm, section, by, at, text);
    }

    public Guid Id { get; private set; }

    public Guid AlarmId { get; private set; }

    public SectionId? SectionId { get; private set; }

    public StaffId By { get; private set; }

    public DateTimeOffset At { get; private set; }

    public string Text { get; private set; } = "";
}

/// <summary>A shift of the monitoring centre. It ends by being handed to somebody, with every open alarm confirmed.</summary>
public sealed class Shift
{
    private Shift() { }

    public Shift(StaffId officer, DateTimeOffset at) => (Id, Officer, BegunAt) = (Guid.CreateVersion7(), officer, at);

    public Guid Id { get; private set; }

    public StaffId Officer { get; private set; }

    public DateTimeOffset BegunAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public StaffId? HandedTo { get; private set; }

    /// <summary>Open alarms handed over.</summary>
    public int? OpenAlarms { get; private set; }

    public string? Note { get; private set; }

    public uint Version { get; private set; }

    public void HandOver(StaffId to, int open, string? note, DateTimeOffset at) =>
        (HandedTo, OpenAlarms, Note, EndedAt) = (to, open, note, at);
}

/// <summary>Whom to call when an alarm is not taken in time.</summary>
public sealed class CallListEntry
{
    private CallListEntry() { }

    public CallListEntry(int ordinal, string name, string phone) =>
        (Id, Ordinal, Name, Phone) = (Guid.CreateVersion7(), ordinal, name, phone);

    public Guid Id { get; private set; }

    public int Ordinal { get; private set; }

    public string Name { get; private set; } = "";

    public string Phone { get; private set; } = "";
}

internal sealed class VendorEventTable : IEntityTypeConfiguration<VendorEvent>
{
    public void Configure(EntityTypeBuilder<VendorEvent> builder)
    {
        builder.ToTable("vendor_event", "supervision");
        builder.HasKey(e => e.Id);
        builder.Property(e => e.Id).HasMaxLength(100);
        builder.Property(e => e.Serial).HasMaxLength(60);
        builder.Property(e => e.Kind).HasMaxLength(40);
        builder.HasIndex(e => new { e.Serial, e.OccurredAt });
    }
}

internal sealed class AlarmTable : IEntityTypeConfiguration<Alarm>
{
    public void Configure(EntityTypeBuilder<Alarm> builder)
    {
        builder.ToTable(
            "alarm",
            "supervision",
            t =>
                t.HasCheckConstraint(
                    "ck_alarm_closed",
                    "(state = 'closed') = (closed_at IS NOT NULL AND outcome IS NOT NULL)"
                )
        );
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.EventId).HasMaxLength(100);
        builder.Property(a => a.Serial).HasMaxLength(60);
        builder.Property(a => a.Kind).HasMaxLength(40);
        builder.Property(a => a.State).AsCode();
        builder.Property(a => a.Outcome).HasMaxLength(20);
        builder.Property(a => a.Version).IsRowVersion();
        builder.HasIndex(a => a.EventId).IsUnique();
        builder.HasIndex(a => a.SectionId);
        builder.HasIndex(a => a.ReceivedAt);
        builder
            .HasIndex(a => new { a.Severity, a.OccurredAt })
            .HasFilter("state <> 'closed'")
            .HasDatabaseName("ix_alarm_open");
        builder.HasOne<Section>().WithMany().HasForeignKey(a => a.SectionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Staff>().WithMany().HasForeignKey(a => a.TakenBy).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AlarmNoteTable : IEntityTypeConfiguration<AlarmNote>
{
    public void Configure(EntityTypeBuilder<AlarmNote> builder)
    {
        builder.ToTable("alarm_note", "supervision");
        builder.HasKey(n => n.Id);
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Text).HasMaxLength(4000);
        builder.HasIndex(n => n.AlarmId);
        builder.HasOne<Alarm>().WithMany().HasForeignKey(n => n.AlarmId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ShiftTable : IEntityTypeConfiguration<Shift>
{
    public void Configure(EntityTypeBuilder<Shift> builder)
    {
        builder.ToTable("shift", "supervision");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Note).HasMaxLength(2000);
        builder.Property(s => s.Version).IsRowVersion();
        builder.HasIndex(s => s.Officer).IsUnique().HasFilter("ended_at is null");
        builder.HasOne<Staff>().WithMany().HasForeignKey(s => s.Officer).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CallListEntryTable : IEntityTypeConfiguration<CallListEntry>
{
    public void Configure(EntityTypeBuilder<CallListEntry> builder)
    {
        builder.ToTable("call_list_entry", "supervision");
        builder.HasKey(e => e.Id);
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Name).HasMaxLength(200);
        builder.Property(e => e.Phone).HasMaxLength(40);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Records;

namespace Plus.Shared.Reminders.Records;

/// <summary>
/// A reminder of one appointment or one planned day of work. What it says and where it goes is made when it leaves: by
/// then the appointment may have moved or the consent been withdrawn.
/// </summary>
public sealed class Reminder
{
    public const string OfWork = "work";
    public const string OfContact = "contact";

    private Reminder() { }

    public Reminder(
        Guid batch,
        SectionId section,
        string about,
        Guid subject,
        DateOnly day,
        int start,
        string channel,
        DateTimeOffset at,
        StaffId? by
    ) =>
        (Id, BatchId, SectionId, About, SubjectId, Day, Start, Channel, AskedAt, AskedBy) = (
            Guid.CreateVersion7(),
            batch,
            section,
            about,
            subject,
            day,
            start,
            channel,
            at,
            by
        );

    public Guid Id { get; private set; }

    /// <summary>Those asked for together.</summary>
    public Guid BatchId { get; private set; }

    public SectionId SectionId { get; private set; }

    /// <summary>work or contact.</summary>
    public string About { get; private set; } = "";

    /// <summary>The planned day or the contact.</summary>
    public Guid SubjectId { get; private set; }

    public DateOnly Day { get; private set; }

    /// <summary>Minute of the day.</summary>
    public int Start { get; private set; }

    /// <summary>sms or email.</summary>
    public string Channel { get; private set; } = "";

    public DateTimeOffset AskedAt { get; private set; }

    public StaffId? AskedBy { get; private set; }

    public DateTimeOffset? LeftAt { get; private set; }

    /// <summary>Why it did not leave, by code; null when it left or still waits.</summary>
    public string? FailureCode { get; private set; }

    public void Left(DateTimeOffset at) => LeftAt = at;

    public void Fail(string code) => FailureCode = code;
}

internal sealed class ReminderTable : IEntityTypeConfiguration<Reminder>
{
    public void Configure(EntityTypeBuilder<Reminder> builder)
    {
        builder.ToTable("reminder", "reminders");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.About).HasMaxLength(20);
        builder.Property(r => r.Channel).HasMaxLength(20);
        builder.Property(r => r.FailureCode).HasMaxLength(60);
        builder.HasIndex(r => r.SectionId);
        builder.HasIndex(r => r.BatchId);
        // Of one appointment on one day there is one reminder, however often it is asked for.
        builder
            .HasIndex(r => new
            {
                r.SubjectId,
                r.Day,
                r.Start,
            })
            .IsUnique();
        builder.HasOne<Section>().WithMany().HasForeignKey(r => r.SectionId).OnDelete(DeleteBehavior.Restrict);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Records;

namespace Plus.Shared.Contacts.Records;

/// <summary>What became of a planned contact.</summary>
public enum ContactState
{
    Planned,
    Held,
    Missed,
    Rescheduled,
    Cancelled,
}

/// <summary>A meeting, call or visit, planned and held. Attended and complied are two facts.</summary>
public sealed class Contact
{
    private Contact() { }

    public Contact(
        ContactId id,
        ClientId client,
        SectionId? section,
        string kind,
        DateTimeOffset plannedAt,
        int minutes,
        string? place
    )
    {
        (Id, ClientId, SectionId, Kind, PlannedAt, Minutes, Place) = (
            id,
            client,
            section,
            kind,
            plannedAt,
            minutes,
            place
        );
    }

    public ContactId Id { get; private set; }

    public ClientId ClientId { get; private set; }

    public SectionId? SectionId { get; private set; }

    /// <summary>Kind code: office, home, phone, video, workplace, collateral, registerCheck.</summary>
    public string Kind { get; private set; } = "";

    public DateTimeOffset PlannedAt { get; private set; }

    public int Minutes { get; private set; }

    public string? Place { get; private set; }

    public StaffId? StaffId { get; private set; }

    /// <summary>The room of the office that is taken for it.</summary>
    public Guid? RoomId { get; private set; }

    /// <summary>Contacts of several clients at one time share it: a group session. One staff member holds them all.</summary>
    public Guid? GroupId { get; private set; }

    public ContactState State { get; private set; }

    public bool? Attended { get; private set; }

    /// <summary>Whether the client did what was to be done; asked only when attended.</summary>
    public bool? Complied { get; private set; }

    /// <summary>justified, unjustified or waitingForEvidence; only when not attended.</summary>
    public string? AbsenceReason { get; private set; }

    public string? Note { get; private set; }

    public DateTimeOffset? RecordedAt { get; private set; }

    /// <summary>Seconds from opening the outcome page to its saving; the budget the Service watches.</summary>
    public int? RecordingSeconds { get; private set; }

    /// <summary>The contact planned when this one was recorded.</summary>
    public ContactId? NextId { get; private set; }

    /// <summary>Who asked to move or cancel it: staff or client; null when it was neither moved nor cancelled.</summary>
    public string? ChangedBy { get; private set; }

    public uint Version { get; private set; }

    public void With(StaffId? staff) => StaffId = staff;

    public void In(Guid? room) => RoomId = room;

    public void OfGroup(Guid? group) => GroupId = group;

    public void Held(bool complied, string? note, DateTimeOffset at, int? seconds)
    {
        (State, Attended, Complied, AbsenceReason, Note, RecordedAt, RecordingSeconds) = (
            ContactState.Held,
            true,
            complied,
            null,
            note,
            at,
            seconds
        );
    }

    public void Missed(string absenceReason, string? note, DateTimeOffset at, int? seconds)
    {
        (State, Attended, Complied, AbsenceReason, Note, RecordedAt, RecordingSeconds) = (
            ContactState.Missed,
            false,
            null,
            absenceReason,
            note,
            at,
            seconds
        );
    }

    /// <summary>What the system before knew of the contact; whether the client complied may be unknown.</summary>
    public void TakeOver(ContactState state, bool? complied, string? absenceReason, string? note)
    {
        State = state;
        Attended = state switch
        {
            ContactState.Held => true,
            ContactState.Missed => false,
            _ => null,
        };
        (Complied, AbsenceReason, Note) = (complied, absenceReason, note);
        RecordedAt = state == ContactState.Planned ? null : PlannedAt;
    }

    /// <summary>It was another kind of contact or another time after all; told by the system that planned it.</summary>
    public void PlannedInstead(string kind, DateTimeOffset at, int minutes, string? place) =>
        (Kind, PlannedAt, Minutes, Place) = (kind, at, minutes, place);

    public void Cancel(string changedBy, string? note, DateTimeOffset at) =>
        (State, ChangedBy, Note, RecordedAt) = (ContactState.Cancelled, changedBy, note, at);

    public void MovedTo(ContactId next, string changedBy, DateTimeOffset at) =>
        (State, NextId, ChangedBy, RecordedAt) = (ContactState.Rescheduled, next, changedBy, at);

    /// <summary>The evidence of an absence came, or did not: only while it is waited for.</summary>
    public void Judge(string absenceReason) => AbsenceReason = absenceReason;

    public void FollowedBy(ContactId next) => NextId = next;

    public void MoveTo(ClientId client) => ClientId = client;
}

internal sealed class ContactTable : IEntityTypeConfiguration<Contact>
{
    public void Configure(EntityTypeBuilder<Contact> builder)
    {
        builder.ToTable("contact", "contacts");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Kind).HasMaxLength(40);
        builder.Property(c => c.Place).HasMaxLength(300);
        builder.Property(c => c.State).AsCode();
        builder.Property(c => c.AbsenceReason).HasMaxLength(40);
        builder.Property(c => c.ChangedBy).HasMaxLength(20);
        builder.Property(c => c.Note).HasMaxLength(10_000);
        builder.Property(c => c.Version).IsRowVersion();
        builder.HasIndex(c => new { c.ClientId, c.PlannedAt });
        builder.HasIndex(c => c.SectionId);
        builder.HasIndex(c => c.GroupId).HasFilter("group_id is not null");
        builder.HasIndex(c => new { c.RoomId, c.PlannedAt }).HasFilter("room_id is not null");
        builder.HasOne<Room>().WithMany().HasForeignKey(c => c.RoomId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.StaffId, c.PlannedAt });
        builder.HasIndex(c => c.PlannedAt).HasFilter("state = 'planned'").HasDatabaseName("ix_contact_planned");
        builder.HasOne<Client>().WithMany().HasForeignKey(c => c.ClientId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Section>().WithMany().HasForeignKey(c => c.SectionId).OnDelete(DeleteBehavior.Restrict);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Shared.Clients.Records;

namespace Plus.Shared.Access.Records;

/// <summary>
/// A record opened in need, outside the person's reach: by whom, for what, until when, and what those who check it said.
/// A client closed to the person is opened only after a second person consented.
/// </summary>
public sealed class OpenedRecord
{
    private OpenedRecord() { }

    public OpenedRecord(ClientId client, StaffId staff, string purpose, string reason, DateTimeOffset at, bool closed)
    {
        (Id, ClientId, StaffId, Purpose, Reason) = (Guid.CreateVersion7(), client, staff, purpose, reason);
        (AskedAt, NeedsConsent) = (at, closed);
    }

    public Guid Id { get; private set; }

    public ClientId ClientId { get; private set; }

    /// <summary>Who asked.</summary>
    public StaffId StaffId { get; private set; }

    /// <summary>Code of the purpose.</summary>
    public string Purpose { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>The client is closed to the person, so that a second one decides.</summary>
    public bool NeedsConsent { get; private set; }

    /// <summary>The second person, whatever they decided.</summary>
    public StaffId? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>From when the record is open; null while it waits and when it was refused.</summary>
    public DateTimeOffset? OpenedAt { get; private set; }

    /// <summary>When it closes by itself; the instant itself is closed.</summary>
    public DateTimeOffset? Until { get; private set; }

    /// <summary>justified or unjustified; null until it is reviewed.</summary>
    public string? Verdict { get; private set; }

    public StaffId? ReviewedBy { get; private set; }

    public DateTimeOffset? ReviewedAt { get; private set; }

    public string? ReviewNote { get; private set; }

    public uint Version { get; private set; }

    /// <summary>The alarm that opened it, which nobody has to ask for; null when a person asked in need.</summary>
    public Guid? AlarmId { get; private set; }

    /// <summary>Opened by an alarm to who answers it, at once and for a limited time.</summary>
    public static OpenedRecord ByAlarm(ClientId client, StaffId staff, Guid alarm, DateTimeOffset at, TimeSpan time)
    {
        var opened = new OpenedRecord(client, staff, "alarm", "", at, false) { AlarmId = alarm };
        opened.Open(at, time);
        return opened;
    }

    /// <summary>Closes what is still open.</summary>
    public void End(DateTimeOffset at) => Until = Until > at ? at : Until;

    public bool Waits => NeedsConsent && DecidedAt is null;

    public bool IsOpenAt(DateTimeOffset now) => OpenedAt <= now && now < Until;

    public void Open(DateTimeOffset at, TimeSpan time) => (OpenedAt, Until) = (at, at + time);

    public void Consent(StaffId by, DateTimeOffset at, TimeSpan time)
    {
        (DecidedBy, DecidedAt) = (by, at);
        Open(at, time);
    }

    public void Refuse(StaffId by, DateTimeOffset at) => (DecidedBy, DecidedAt) = (by, at);

    public void Review(string verdict, string? note, StaffId by, DateTimeOffset at)
    {
        (Verdict, ReviewNote, ReviewedBy, ReviewedAt) = (verdict, note, by, at);
        if (verdict == "unjustified" && Until > at)
        {
            Until = at;
        }
    }
}

internal sealed class OpenedRecordTable : IEntityTypeConfiguration<OpenedRecord>
{
    public void Configure(EntityTypeBuilder<OpenedRecord> builder)
    {
        builder.ToTable("opened_record", "access");
        builder.HasKey(o => o.Id);
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Purpose).HasMaxLength(40);
        builder.Property(o => o.Reason).HasMaxLength(1000);
        builder.Property(o => o.Verdict).HasMaxLength(40);
        builder.Property(o => o.ReviewNote).HasMaxLength(1000);
        builder.Property(o => o.Version).IsRowVersion();
        builder.HasIndex(o => o.ClientId);
        builder.HasIndex(o => new { o.StaffId, o.Until });
        builder.HasIndex(o => o.AskedAt);
        builder.HasIndex(o => o.AlarmId).HasFilter("alarm_id is not null");
        builder.HasOne<Client>().WithMany().HasForeignKey(o => o.ClientId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Staff>().WithMany().HasForeignKey(o => o.StaffId).OnDelete(DeleteBehavior.Restrict);
    }
}

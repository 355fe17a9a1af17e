using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;

namespace Plus.Shared.Incidents.Records;

/// <summary>That an incident was told to a level, and who there took note of it, and when.</summary>
public sealed class IncidentNotice
{
    private IncidentNotice() { }

    public IncidentNotice(Incident incident, string level, DateTimeOffset at, string? reason)
    {
        (Id, IncidentId, SectionId, Level, ToldAt, Reason) = (
            Guid.CreateVersion7(),
            incident.Id,
            incident.SectionId,
            level,
            at,
            reason
        );
    }

    public Guid Id { get; private set; }

    public Guid IncidentId { get; private set; }

    public SectionId SectionId { get; private set; }

    /// <summary>Code of <see cref="IncidentLevels"/>.</summary>
    public string Level { get; private set; } = "";

    public DateTimeOffset ToldAt { get; private set; }

    /// <summary>Why it was told further than its kind asks; null when its kind asks it.</summary>
    public string? Reason { get; private set; }

    public DateTimeOffset? SeenAt { get; private set; }

    public StaffId? SeenBy { get; private set; }

    public void Seen(DateTimeOffset at, StaffId? by) => (SeenAt, SeenBy) = (at, by);
}

internal sealed class IncidentNoticeTable : IEntityTypeConfiguration<IncidentNotice>
{
    public void Configure(EntityTypeBuilder<IncidentNotice> builder)
    {
        builder.ToTable("notice", "incidents");
        builder.HasKey(n => n.Id);
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Level).HasMaxLength(20);
        builder.Property(n => n.Reason).HasMaxLength(1_000);
        builder.HasIndex(n => new { n.IncidentId, n.Level }).IsUnique();
        builder.HasIndex(n => n.SectionId).HasFilter("seen_at is null");
        builder.HasOne<Incident>().WithMany().HasForeignKey(n => n.IncidentId).OnDelete(DeleteBehavior.Restrict);
    }
}

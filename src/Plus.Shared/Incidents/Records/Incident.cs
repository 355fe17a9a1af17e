using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Law.Incidents;
using Plus.Shared.Cases.Records;
using Plus.Shared.Partners.Records;

namespace Plus.Shared.Incidents.Records;

/// <summary>
/// An accident, a threat, a risk of self-harm, violence or a death while a section was executed: what happened, what was
/// done at once, and where following it stands.
/// </summary>
public sealed class Incident
{
    private readonly List<IncidentMeasure> measures = [];

    private Incident() { }

    public Incident(
        SectionId section,
        string kind,
        DateOnly occurredOn,
        DateOnly reviewDueOn,
        DateTimeOffset recordedAt,
        StaffId? by
    )
    {
        (Id, SectionId, Kind, OccurredOn, ReviewDueOn, RecordedAt, RecordedBy) = (
            Guid.CreateVersion7(),
            section,
            kind,
            occurredOn,
            reviewDueOn,
            recordedAt,
            by
        );
    }

    public Guid Id { get; private set; }

    public SectionId SectionId { get; private set; }

    /// <summary>Code of <see cref="IncidentKind"/>.</summary>
    public string Kind { get; private set; } = "";

    public DateOnly OccurredOn { get; private set; }

    /// <summary>When on the day, as far as it is known.</summary>
    public TimeOnly? OccurredAt { get; private set; }

    public string? Place { get; private set; }

    /// <summary>Who was harmed or threatened: one of <see cref="IncidentCodes.Affected"/>.</summary>
    public string Affected { get; private set; } = "";

    public string? Description { get; private set; }

    /// <summary>What was done at once.</summary>
    public string? FirstResponse { get; private set; }

    /// <summary>The contact it came to light in; null when in none.</summary>
    public Guid? SubjectId { get; private set; }

    /// <summary>Where the client worked; null when it did not happen at a host's.</summary>
    public HostEmployerId? HostEmployerId { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>Null when a host told it.</summary>
    public StaffId? RecordedBy { get; private set; }

    /// <summary>Last day on which it is to be decided what is done.</summary>
    public DateOnly ReviewDueOn { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    public StaffId? ClosedBy { get; private set; }

    /// <summary>What came of it, and what is done so that it does not happen again.</summary>
    public string? Conclusion { get; private set; }

    public uint Version { get; private set; }

    public IReadOnlyList<IncidentMeasure> Measures => measures;

    public LiveIncident Live =>
        new(
            Id.ToString(),
            OccurredOn,
            ReviewDueOn,
            [.. measures.Select(m => new IncidentMeasureDue(m.Id.ToString(), m.DueOn, m.EndedOn))]
        );

    public void Describe(TimeOnly? at, string? place, string affected, string description, string? firstResponse) =>
        (OccurredAt, Place, Affected, Description, FirstResponse) = (at, place, affected, description, firstResponse);

    public void CameFrom(Guid? subject, HostEmployerId? host) => (SubjectId, HostEmployerId) = (subject, host);

    public void Close(DateOnly on, StaffId? by, string conclusion) =>
        (ClosedOn, ClosedBy, Conclusion) = (on, by, conclusion);
}

internal sealed class IncidentTable : IEntityTypeConfiguration<Incident>
{
    public void Configure(EntityTypeBuilder<Incident> builder)
    {
        builder.ToTable(
            "incident",
            "incidents",
            t =>
            {
                t.HasCheckConstraint("ck_incident_closed", "(closed_on is null) = (closed_by is null)");
                t.HasCheckConstraint("ck_incident_review", "review_due_on >= occurred_on");
            }
        );
        builder.HasKey(i => i.Id);
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Kind).HasMaxLength(40);
        builder.Property(i => i.Place).HasMaxLength(300);
        builder.Property(i => i.Affected).HasMaxLength(40);
        builder.Property(i => i.Description).HasMaxLength(4_000);
        builder.Property(i => i.FirstResponse).HasMaxLength(4_000);
        builder.Property(i => i.Conclusion).HasMaxLength(4_000);
        builder.Property(i => i.Version).IsRowVersion();
        builder.Ignore(i => i.Live);
        builder.HasIndex(i => new { i.SectionId, i.OccurredOn });
        builder.HasIndex(i => i.OccurredOn).HasFilter("closed_on is null");
        builder.HasOne<Section>().WithMany().HasForeignKey(i => i.SectionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<IncidentKind>().WithMany().HasForeignKey(i => i.Kind).OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<HostEmployer>()
            .WithMany()
            .HasForeignKey(i => i.HostEmployerId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(i => i.Measures).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasMany(i => i.Measures).WithOne().HasForeignKey(m => m.IncidentId).OnDelete(DeleteBehavior.Restrict);
    }
}

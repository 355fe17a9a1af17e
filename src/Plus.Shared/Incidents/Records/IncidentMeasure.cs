using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;

namespace Plus.Shared.Incidents.Records;

/// <summary>What is done about an incident: what, by whom, by when, and how it ended.</summary>
public sealed class IncidentMeasure
{
    private IncidentMeasure() { }

    public IncidentMeasure(Incident incident, string wording, string doer, DateOnly dueOn, StaffId? by)
    {
        (Id, IncidentId, SectionId, Wording, Doer, DueOn, DecidedBy) = (
            Guid.CreateVersion7(),
            incident.Id,
            incident.SectionId,
            wording,
            doer,
            dueOn,
            by
        );
    }

    public Guid Id { get; private set; }

    public Guid IncidentId { get; private set; }

    public SectionId SectionId { get; private set; }

    public string? Wording { get; private set; }

    /// <summary>Who does it: one of <see cref="IncidentCodes.Doers"/>.</summary>
    public string Doer { get; private set; } = "";

    public DateOnly DueOn { get; private set; }

    public StaffId? DecidedBy { get; private set; }

    public DateOnly? EndedOn { get; private set; }

    /// <summary>One of <see cref="IncidentCodes.Ends"/>; null while open.</summary>
    public string? End { get; private set; }

    public string? EndNote { get; private set; }

    public uint Version { get; private set; }

    public void Finish(string end, DateOnly on, string? note) => (End, EndedOn, EndNote) = (end, on, note);
}

internal sealed class IncidentMeasureTable : IEntityTypeConfiguration<IncidentMeasure>
{
    public void Configure(EntityTypeBuilder<IncidentMeasure> builder)
    {
        builder.ToTable(
            "measure",
            "incidents",
            t => t.HasCheckConstraint("ck_measure_ended", "(ended_on is null) = (\"end\" is null)")
        );
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Wording).HasMaxLength(1_000);
        builder.Property(m => m.Doer).HasMaxLength(40);
        builder.Property(m => m.End).HasMaxLength(40);
        builder.Property(m => m.EndNote).HasMaxLength(2_000);
        builder.Property(m => m.Version).IsRowVersion();
        builder.HasIndex(m => m.IncidentId);
        builder.HasIndex(m => m.SectionId);
    }
}

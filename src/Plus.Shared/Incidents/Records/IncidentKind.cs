using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Plus.Shared.Incidents.Records;

/// <summary>A kind of incident: who is told of it, and by when it is decided what is done. The Service's own practice.</summary>
public sealed class IncidentKind
{
    private IncidentKind() { }

    /// <summary>Codes that come with PLUS; texts <c>incidents.kind.&lt;code&gt;</c>.</summary>
    public static IReadOnlyList<string> Codes { get; } =
    ["workAccident", "threatToStaff", "selfHarm", "violence", "death"];

    public string Code { get; private set; } = "";

    public int Ordinal { get; private set; }

    public bool TellsOffice { get; private set; }

    public bool TellsRegion { get; private set; }

    public bool TellsService { get; private set; }

    /// <summary>Days after the incident by which it is decided what is done.</summary>
    public int ReviewDays { get; private set; }

    /// <summary>Whether new ones may be recorded.</summary>
    public bool Active { get; private set; }

    public uint Version { get; private set; }

    /// <summary>Who is told, the nearest first.</summary>
    public IEnumerable<string> Levels =>
        new[]
        {
            (Level: IncidentLevels.Office, Told: TellsOffice),
            (Level: IncidentLevels.Region, Told: TellsRegion),
            (Level: IncidentLevels.Service, Told: TellsService),
        }
            .Where(l => l.Told)
            .Select(l => l.Level);

    public void Behave(bool office, bool region, bool service, int reviewDays, bool active) =>
        (TellsOffice, TellsRegion, TellsService, ReviewDays, Active) = (office, region, service, reviewDays, active);
}

internal sealed class IncidentKindTable : IEntityTypeConfiguration<IncidentKind>
{
    public void Configure(EntityTypeBuilder<IncidentKind> builder)
    {
        builder.ToTable(
            "kind",
            "incidents",
            t => t.HasCheckConstraint("ck_kind_review_days", "review_days BETWEEN 0 AND 60")
        );
        builder.HasKey(k => k.Code);
        builder.Property(k => k.Code).HasMaxLength(40);
        builder.Property(k => k.Version).IsRowVersion();
        builder.Ignore(k => k.Levels);
    }
}

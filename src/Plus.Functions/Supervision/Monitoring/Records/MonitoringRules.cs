using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Shared.Applications.Records;
using Plus.Shared.Cases.Records;

namespace Plus.Functions.Supervision.Monitoring.Records;

/// <summary>
/// Hours in which the person may be away from home: every week on a weekday, or on one day as an exception. Whole minutes of
/// the day; the end does not count, 1440 is midnight.
/// </summary>
public sealed class PermittedHours
{
    public static readonly IReadOnlyList<string> Purposes =
    [
        "work",
        "study",
        "treatment",
        "service",
        "errands",
        Absence,
        "other",
    ];

    /// <summary>Days away that were granted on an application; they come and go with it.</summary>
    public const string Absence = "absence";

    public const int WholeDay = 24 * 60;

    private PermittedHours() { }

    public PermittedHours(
        SectionId section,
        int? weekday,
        DateOnly? onDay,
        int fromMinute,
        int toMinute,
        string purpose,
        string? route
    )
    {
        (Id, SectionId, Weekday, OnDay) = (Guid.CreateVersion7(), section, weekday, onDay);
        (FromMinute, ToMinute, Purpose, Route) = (fromMinute, toMinute, purpose, route);
    }

    public Guid Id { get; private set; }

    public SectionId SectionId { get; private set; }

    /// <summary>1 is Monday, 7 Sunday; null for an exception.</summary>
    public int? Weekday { get; private set; }

    /// <summary>The day of an exception; then the weekly hours of that day do not hold.</summary>
    public DateOnly? OnDay { get; private set; }

    public int FromMinute { get; private set; }

    public int ToMinute { get; private set; }

    public string Purpose { get; private set; } = "";

    /// <summary>The way agreed on.</summary>
    public string? Route { get; private set; }

    /// <summary>The application they come from; null when they were set by hand.</summary>
    public Guid? RequestId { get; private set; }

    /// <summary>Last day on which they hold; null while they do.</summary>
    public DateOnly? EndedOn { get; private set; }

    public uint Version { get; private set; }

    /// <summary>A whole day away, as an application was granted.</summary>
    public static PermittedHours Away(SectionId section, DateOnly day, string? route, Guid request) =>
        new(section, null, day, 0, WholeDay, Absence, route) { RequestId = request };

    public void End(DateOnly on) => EndedOn = on;
}

/// <summary>Whether the home suits electronic monitoring: there is one, with electricity, and the household agrees.</summary>
public sealed class SuitabilityReport
{
    private SuitabilityReport() { }

    public SuitabilityReport(
        SectionId section,
        DateOnly visitedOn,
        bool hasHome,
        bool hasElectricity,
        bool householdConsents,
        string note
    )
    {
        (Id, SectionId, VisitedOn) = (Guid.CreateVersion7(), section, visitedOn);
        (HasHome, HasElectricity, HouseholdConsents, Note) = (hasHome, hasElectricity, householdConsents, note);
    }

    public Guid Id { get; private set; }

    public SectionId SectionId { get; private set; }

    public DateOnly VisitedOn { get; private set; }

    public bool HasHome { get; private set; }

    public bool HasElectricity { get; private set; }

    public bool HouseholdConsents { get; private set; }

    public string Note { get; private set; } = "";

    public bool Suits => HasHome && HasElectricity && HouseholdConsents;
}

/// <summary>A decision to monitor more closely: a location device or an alcohol device is added.</summary>
public sealed class Intensification
{
    public static readonly IReadOnlyList<string> Grounds =
    [
        "scheduleBreachAfterWarning",
        "offRoute",
        "alcoholAfterWarning",
        "other",
    ];

    private Intensification() { }

    public Intensification(SectionId section, string device, string ground, DateOnly decidedOn, string document)
    {
        (Id, SectionId, DeviceKind, Ground, DecidedOn, Document) = (
            Guid.CreateVersion7(),
            section,
            device,
            ground,
            decidedOn,
            document
        );
    }

    public Guid Id { get; private set; }

    public SectionId SectionId { get; private set; }

    /// <summary>location or alcohol.</summary>
    public string DeviceKind { get; private set; } = "";

    public string Ground { get; private set; } = "";

    public DateOnly DecidedOn { get; private set; }

    public string Document { get; private set; } = "";
}

internal sealed class PermittedHoursTable : IEntityTypeConfiguration<PermittedHours>
{
    public void Configure(EntityTypeBuilder<PermittedHours> builder)
    {
        builder.ToTable(
            "permitted_hours",
            "supervision",
            t =>
            {
                t.HasCheckConstraint("ck_permitted_hours_when", "(weekday IS NULL) <> (on_day IS NULL)");
                t.HasCheckConstraint(
                    "ck_permitted_hours_minutes",
                    "from_minute >= 0 AND to_minute > from_minute AND to_minute <= 1440"
                );
            }
        );
        builder.HasKey(h => h.Id);
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.Purpose).HasMaxLength(20);
        builder.Property(h => h.Route).HasMaxLength(300);
        builder.Property(h => h.Version).IsRowVersion();
        builder.HasIndex(h => h.SectionId);
        builder.HasIndex(h => h.RequestId).HasFilter("request_id is not null");
        builder.HasOne<Section>().WithMany().HasForeignKey(h => h.SectionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ClientRequest>().WithMany().HasForeignKey(h => h.RequestId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SuitabilityReportTable : IEntityTypeConfiguration<SuitabilityReport>
{
    public void Configure(EntityTypeBuilder<SuitabilityReport> builder)
    {
        builder.ToTable("suitability_report", "supervision");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Note).HasMaxLength(4000);
        builder.Ignore(r => r.Suits);
        builder.HasIndex(r => r.SectionId);
        builder.HasOne<Section>().WithMany().HasForeignKey(r => r.SectionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class IntensificationTable : IEntityTypeConfiguration<Intensification>
{
    public void Configure(EntityTypeBuilder<Intensification> builder)
    {
        builder.ToTable("intensification", "supervision");
        builder.HasKey(i => i.Id);
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.DeviceKind).HasMaxLength(20);
        builder.Property(i => i.Ground).HasMaxLength(40);
        builder.Property(i => i.Document).HasMaxLength(200);
        builder.HasIndex(i => i.SectionId);
        builder.HasOne<Section>().WithMany().HasForeignKey(i => i.SectionId).OnDelete(DeleteBehavior.Restrict);
    }
}

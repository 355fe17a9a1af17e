using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Records;
using Plus.Shared.Partners.Records;

namespace Plus.Shared.WorkHours.Records;

/// <summary>
/// A client sent to a host employer, from a day until a day; both count, no end while it runs. Placements of a section
/// follow one another and never overlap (the database sees to it).
/// </summary>
public sealed class Placement
{
    private Placement() { }

    public Placement(SectionId section, HostEmployerId host, Guid? site, string? work, DateOnly from)
    {
        (Id, SectionId, HostEmployerId, SiteId, Work, From) = (Guid.CreateVersion7(), section, host, site, work, from);
    }

    /// <summary>Why a placement ended; texts <c>workHours.endReason.*</c>.</summary>
    public static IReadOnlyList<string> EndReasons { get; } =
    [
        "hostAsked",
        "clientAsked",
        "health",
        "workFinished",
        "contractEnded",
        "breach",
        "moved",
        "sectionClosed",
        "other",
    ];

    public Guid Id { get; private set; }

    public SectionId SectionId { get; private set; }

    public HostEmployerId HostEmployerId { get; private set; }

    /// <summary>Null where the host has no sites yet.</summary>
    public Guid? SiteId { get; private set; }

    /// <summary>Code of the kind of work; null when it was left open.</summary>
    public string? Work { get; private set; }

    public DateOnly From { get; private set; }

    public DateOnly? To { get; private set; }

    public string? EndReason { get; private set; }

    /// <summary>Codes of rules that spoke against it (<see cref="Plus.Law.CommunityWork.PlacementRules"/>).</summary>
    public string[] Overridden { get; private set; } = [];

    /// <summary>Why it was made all the same; set exactly when a rule was overridden.</summary>
    public string? OverrideReason { get; private set; }

    public uint Version { get; private set; }

    public bool Covers(DateOnly day) => From <= day && (To is null || day <= To);

    public void Override(string[] rules, string reason) => (Overridden, OverrideReason) = (rules, reason);

    public void End(DateOnly lastDay, string reason) => (To, EndReason) = (lastDay, reason);
}

internal sealed class PlacementTable : IEntityTypeConfiguration<Placement>
{
    public void Configure(EntityTypeBuilder<Placement> builder)
    {
        builder.ToTable(
            "placement",
            "work_hours",
            t =>
            {
                t.HasCheckConstraint("ck_placement_days", "valid_to is null or valid_to >= valid_from");
                t.HasCheckConstraint("ck_placement_end", "(valid_to is null) = (end_reason is null)");
                t.HasCheckConstraint(
                    "ck_placement_override",
                    "(cardinality(overridden) > 0) = (override_reason is not null)"
                );
            }
        );
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Work).HasMaxLength(40);
        builder.Property(p => p.EndReason).HasMaxLength(40);
        builder.Property(p => p.OverrideReason).HasMaxLength(2000);
        builder.Property(p => p.Version).IsRowVersion();
        builder.HasIndex(p => new { p.SectionId, p.From });
        builder.HasIndex(p => new { p.HostEmployerId, p.From });
        builder.HasIndex(p => p.SiteId);
        builder.HasOne<Section>().WithMany().HasForeignKey(p => p.SectionId).OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<HostEmployer>()
            .WithMany()
            .HasForeignKey(p => p.HostEmployerId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<HostSite>().WithMany().HasForeignKey(p => p.SiteId).OnDelete(DeleteBehavior.Restrict);
    }
}

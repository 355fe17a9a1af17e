using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Records;

namespace Plus.Functions.Supervision.Monitoring.Records;

/// <summary>Whether the client found work in the first month of electronic monitoring: seen on a day, on what evidence.</summary>
public sealed class MonitoringEmployment
{
    public static readonly IReadOnlyList<string> Evidences =
    [
        "contract",
        "stateRegister",
        "employerConfirmed",
        "clientSaid",
    ];

    /// <summary>What follows where there is no work.</summary>
    public static readonly IReadOnlyList<string> Follow =
    [
        "livelihoodObligation",
        "employmentAgency",
        "training",
        "notAbleToWork",
    ];

    private MonitoringEmployment() { }

    public MonitoringEmployment(SectionId section, DateOnly seenOn, string note)
    {
        (Id, SectionId, SeenOn, Note) = (Guid.CreateVersion7(), section, seenOn, note);
    }

    public Guid Id { get; private set; }

    public SectionId SectionId { get; private set; }

    public DateOnly SeenOn { get; private set; }

    /// <summary>First day of work; null when there is none.</summary>
    public DateOnly? WorksFrom { get; private set; }

    public string? Employer { get; private set; }

    /// <summary>One of <see cref="Evidences"/>; null without work.</summary>
    public string? Evidence { get; private set; }

    /// <summary>One of <see cref="Follow"/>; null with work.</summary>
    public string? Follows { get; private set; }

    public string Note { get; private set; } = "";

    public void Works(DateOnly from, string employer, string evidence) =>
        (WorksFrom, Employer, Evidence) = (from, employer, evidence);

    public void WorksNot(string follows) => Follows = follows;
}

internal sealed class MonitoringEmploymentTable : IEntityTypeConfiguration<MonitoringEmployment>
{
    public void Configure(EntityTypeBuilder<MonitoringEmployment> builder)
    {
        builder.ToTable(
            "monitoring_employment",
            "supervision",
            t =>
                t.HasCheckConstraint(
                    "ck_monitoring_employment",
                    "(works_from is null) = (follows is not null) and (works_from is null) = (evidence is null)"
                )
        );
        builder.HasKey(e => e.Id);
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Employer).HasMaxLength(300);
        builder.Property(e => e.Evidence).HasMaxLength(40);
        builder.Property(e => e.Follows).HasMaxLength(40);
        builder.Property(e => e.Note).HasMaxLength(2_000);
        builder.HasIndex(e => e.SectionId);
        builder.HasOne<Section>().WithMany().HasForeignKey(e => e.SectionId).OnDelete(DeleteBehavior.Restrict);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Records;

namespace Plus.Functions.ProbationObservation.Records;

/// <summary>What a legal representative has to do during the observation (law on educational measures art. 32.3).</summary>
public sealed class RepresentativeDuty
{
    public const string Open = "open";
    public const string Done = "done";
    public const string NotDone = "notDone";

    private RepresentativeDuty() { }

    public RepresentativeDuty(
        SectionId section,
        Guid representative,
        string kind,
        string wording,
        DateOnly setOn,
        DateOnly? dueOn
    )
    {
        (Id, SectionId, RepresentativeId, Kind, Wording, SetOn, DueOn) = (
            Guid.CreateVersion7(),
            section,
            representative,
            kind,
            wording,
            setOn,
            dueOn
        );
    }

    /// <summary>Known kinds; the law's own list is known in part. Texts <c>probationObservation.duty.kind.&lt;code&gt;</c>.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["register", "inform", "attend", "supervise", "other"];

    /// <summary>How a duty ends; texts <c>probationObservation.duty.state.&lt;code&gt;</c>.</summary>
    public static IReadOnlyList<string> Endings { get; } = [Done, NotDone];

    public Guid Id { get; private set; }

    public SectionId SectionId { get; private set; }

    /// <summary>A legal representative among the client's related persons.</summary>
    public Guid RepresentativeId { get; private set; }

    public string Kind { get; private set; } = "";

    public string Wording { get; private set; } = "";

    public DateOnly SetOn { get; private set; }

    /// <summary>Last day on which it is in time; null for what lasts as long as the observation.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>open, done or notDone.</summary>
    public string State { get; private set; } = Open;

    public DateOnly? EndedOn { get; private set; }

    /// <summary>What was seen or heard.</summary>
    public string? Note { get; private set; }

    public uint Version { get; private set; }

    public void End(string state, DateOnly on, string note) => (State, EndedOn, Note) = (state, on, note);
}

internal sealed class RepresentativeDutyTable : IEntityTypeConfiguration<RepresentativeDuty>
{
    public void Configure(EntityTypeBuilder<RepresentativeDuty> builder)
    {
        builder.ToTable(
            "representative_duty",
            "probation_observation",
            t => t.HasCheckConstraint("ck_duty_ended", "(state = 'open') = (ended_on is null)")
        );
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Kind).HasMaxLength(20);
        builder.Property(d => d.Wording).HasMaxLength(1000);
        builder.Property(d => d.State).HasMaxLength(10);
        builder.Property(d => d.Note).HasMaxLength(2000);
        builder.Property(d => d.Version).IsRowVersion();
        builder.HasIndex(d => d.SectionId);
        builder.HasOne<Section>().WithMany().HasForeignKey(d => d.SectionId).OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<RelatedPerson>()
            .WithMany()
            .HasForeignKey(d => d.RepresentativeId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

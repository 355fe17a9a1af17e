using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Records;

namespace Plus.Shared.Plans.Records;

/// <summary>What the client wants to reach in a need.</summary>
public sealed class PlanGoal
{
    private PlanGoal() { }

    public PlanGoal(Guid need, SectionId section, string wording, DateOnly setOn)
    {
        (Id, NeedId, SectionId, Wording, SetOn) = (Guid.CreateVersion7(), need, section, wording, setOn);
    }

    public Guid Id { get; private set; }

    public Guid NeedId { get; private set; }

    public SectionId SectionId { get; private set; }

    public string Wording { get; private set; } = "";

    public DateOnly SetOn { get; private set; }
}

/// <summary>A step towards a goal: what, who, by when. The plan's next review is one too.</summary>
public sealed class PlanStep
{
    public const string Open = "open";
    public const string Done = "done";
    public const string Dropped = "dropped";

    /// <summary>Who does it.</summary>
    public static readonly IReadOnlyList<string> Doers = ["client", "staff", "family", "provider"];

    private PlanStep() { }

    public PlanStep(Guid? goal, SectionId section, string wording, string doer, DateOnly dueOn)
    {
        (Id, GoalId, SectionId, Wording, Doer, DueOn) = (Guid.CreateVersion7(), goal, section, wording, doer, dueOn);
    }

    public Guid Id { get; private set; }

    /// <summary>Null for the review of the whole plan.</summary>
    public Guid? GoalId { get; private set; }

    public SectionId SectionId { get; private set; }

    public string Wording { get; private set; } = "";

    public string Doer { get; private set; } = "";

    /// <summary>Last day on which it is in time.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>open, done or dropped.</summary>
    public string State { get; private set; } = Open;

    public DateOnly? EndedOn { get; private set; }

    public uint Version { get; private set; }

    public bool IsReview => GoalId is null;

    public void End(string state, DateOnly on) => (State, EndedOn) = (state, on);
}

/// <summary>The plan as it was agreed on a day: a copy that stays.</summary>
public sealed class PlanVersion
{
    public static readonly IReadOnlyList<string> Agreements = ["agreed", "reservations", "refused"];

    private PlanVersion() { }

    public PlanVersion(
        SectionId section,
        int number,
        DateOnly agreedOn,
        string agreement,
        string? remarks,
        string strengths,
        DateOnly reviewOn,
        string content,
        StaffId by
    )
    {
        (Id, SectionId, Number, AgreedOn, Agreement) = (Guid.CreateVersion7(), section, number, agreedOn, agreement);
        (Remarks, Strengths, ReviewOn, Content, By) = (remarks, strengths, reviewOn, content, by);
    }

    public Guid Id { get; private set; }

    public SectionId SectionId { get; private set; }

    public int Number { get; private set; }

    public DateOnly AgreedOn { get; private set; }

    /// <summary>agreed, reservations or refused: what the client said.</summary>
    public string Agreement { get; private set; } = "";

    /// <summary>The client's own remarks.</summary>
    public string? Remarks { get; private set; }

    /// <summary>What helps: people, skills, habits.</summary>
    public string Strengths { get; private set; } = "";

    public DateOnly ReviewOn { get; private set; }

    /// <summary>Needs, goals and steps as they stood, as JSON.</summary>
    public string Content { get; private set; } = "";

    public StaffId By { get; private set; }
}

internal sealed class PlanGoalTable : IEntityTypeConfiguration<PlanGoal>
{
    public void Configure(EntityTypeBuilder<PlanGoal> builder)
    {
        builder.ToTable("goal", "plans");
        builder.HasKey(g => g.Id);
        builder.Property(g => g.Id).ValueGeneratedNever();
        builder.Property(g => g.Wording).HasMaxLength(1000);
        builder.HasIndex(g => g.SectionId);
        builder.HasOne<PlanNeed>().WithMany().HasForeignKey(g => g.NeedId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Section>().WithMany().HasForeignKey(g => g.SectionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PlanStepTable : IEntityTypeConfiguration<PlanStep>
{
    public void Configure(EntityTypeBuilder<PlanStep> builder)
    {
        builder.ToTable(
            "step",
            "plans",
            t => t.HasCheckConstraint("ck_step_ended", "(state = 'open') = (ended_on IS NULL)")
        );
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Wording).HasMaxLength(1000);
        builder.Property(s => s.Doer).HasMaxLength(20);
        builder.Property(s => s.State).HasMaxLength(10);
        builder.Property(s => s.Version).IsRowVersion();
        builder.Ignore(s => s.IsReview);
        builder.HasIndex(s => s.SectionId);
        builder.HasOne<PlanGoal>().WithMany().HasForeignKey(s => s.GoalId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Section>().WithMany().HasForeignKey(s => s.SectionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PlanVersionTable : IEntityTypeConfiguration<PlanVersion>
{
    public void Configure(EntityTypeBuilder<PlanVersion> builder)
    {
        builder.ToTable("version", "plans");
        builder.HasKey(v => v.Id);
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.Agreement).HasMaxLength(20);
        builder.Property(v => v.Remarks).HasMaxLength(2000);
        builder.Property(v => v.Strengths).HasMaxLength(2000);
        builder.HasIndex(v => new { v.SectionId, v.Number }).IsUnique();
        builder.HasOne<Section>().WithMany().HasForeignKey(v => v.SectionId).OnDelete(DeleteBehavior.Restrict);
    }
}

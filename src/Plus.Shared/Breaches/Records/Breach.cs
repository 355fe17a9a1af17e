using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Law.Breaches;
using Plus.Shared.Cases.Records;

namespace Plus.Shared.Breaches.Records;

/// <summary>
/// A violation of what a section imposes: what happened, whether the reason was justified. Attended and complied are two
/// facts. What followed stands in its steps.
/// </summary>
public sealed class Breach
{
    private Breach() { }

    public Breach(SectionId section, string kind, DateOnly occurredOn, bool? attended, DateOnly recordedOn, StaffId? by)
    {
        (Id, SectionId, Kind, OccurredOn, Attended, RecordedOn, RecordedBy) = (
            Guid.CreateVersion7(),
            section,
            kind,
            occurredOn,
            attended,
            recordedOn,
            by
        );
    }

    public Guid Id { get; private set; }

    public SectionId SectionId { get; private set; }

    /// <summary>Code of <see cref="BreachKinds"/>.</summary>
    public string Kind { get; private set; } = "";

    public DateOnly OccurredOn { get; private set; }

    /// <summary>False: did not come. True: came and did not do what was to be done. Null: not about coming.</summary>
    public bool? Attended { get; private set; }

    /// <summary>What happened, in the words of who recorded it.</summary>
    public string? Description { get; private set; }

    /// <summary>The record it comes from (a contact, a planned day of work); null when recorded by hand.</summary>
    public Guid? SubjectId { get; private set; }

    public DateOnly RecordedOn { get; private set; }

    /// <summary>Null when a host employer told it.</summary>
    public StaffId? RecordedBy { get; private set; }

    /// <summary>Last day for the client's explanation; null when none was asked.</summary>
    public DateOnly? ExplanationDueOn { get; private set; }

    public DateOnly? ExplainedOn { get; private set; }

    /// <summary>What the client said.</summary>
    public string? Explanation { get; private set; }

    /// <summary>Last day for the evidence of the reason; null when none is awaited.</summary>
    public DateOnly? EvidenceDueOn { get; private set; }

    /// <summary>Null while not judged.</summary>
    public bool? Justified { get; private set; }

    public DateOnly? JudgedOn { get; private set; }

    public StaffId? JudgedBy { get; private set; }

    /// <summary>Why so, and on what evidence.</summary>
    public string? Judgement { get; private set; }

    /// <summary>Day on which it was answered by a step; null while it was not.</summary>
    public DateOnly? AnsweredOn { get; private set; }

    /// <summary>The answering step is a warning that is not served yet.</summary>
    public bool Unserved { get; private set; }

    /// <summary>The answering step waits for a court or a prosecutor.</summary>
    public bool Undecided { get; private set; }

    public DateOnly? WithdrawnOn { get; private set; }

    public string? WithdrawReason { get; private set; }

    public uint Version { get; private set; }

    public BreachCourse Course =>
        new(RecordedOn, ExplanationDueOn, ExplainedOn, EvidenceDueOn, Justified, JudgedOn)
        {
            Withdrawn = WithdrawnOn is not null,
            AnsweredOn = AnsweredOn,
            AnswerIsUnserved = Unserved,
            AnswerIsUndecided = Undecided,
        };

    public void Describe(string? description, Guid? subject) => (Description, SubjectId) = (description, subject);

    public void Ask(DateOnly? explanationDueOn) => ExplanationDueOn = explanationDueOn;

    public void Explain(DateOnly on, string explanation, DateOnly? evidenceDueOn) =>
        (ExplainedOn, Explanation, EvidenceDueOn) = (on, explanation, evidenceDueOn);

    public void Judge(bool justified, DateOnly on, StaffId? by, string judgement) =>
        (Justified, JudgedOn, JudgedBy, Judgement) = (justified, on, by, judgement);

    /// <param name="unserved">The step is a warning, to be served.</param>
    /// <param name="undecided">The step went to somebody who decides.</param>
    public void Answer(DateOnly on, bool unserved, bool undecided) =>
        (AnsweredOn, Unserved, Undecided) = (on, unserved, undecided);

    public void AnswerServed() => Unserved = false;

    public void AnswerDecided() => Undecided = false;

    public void Withdraw(DateOnly on, string reason) => (WithdrawnOn, WithdrawReason) = (on, reason);
}

internal sealed class BreachTable : IEntityTypeConfiguration<Breach>
{
    public void Configure(EntityTypeBuilder<Breach> builder)
    {
        builder.ToTable(
            "breach",
            "breaches",
            t =>
            {
                t.HasCheckConstraint("ck_breach_judged", "(justified is null) = (judged_on is null)");
                t.HasCheckConstraint("ck_breach_withdrawn", "(withdrawn_on is null) = (withdraw_reason is null)");
                t.HasCheckConstraint("ck_breach_evidence", "evidence_due_on is null or explained_on is not null");
            }
        );
        builder.HasKey(b => b.Id);
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.Property(b => b.Kind).HasMaxLength(40);
        builder.Property(b => b.Description).HasMaxLength(4_000);
        builder.Property(b => b.Explanation).HasMaxLength(4_000);
        builder.Property(b => b.Judgement).HasMaxLength(4_000);
        builder.Property(b => b.WithdrawReason).HasMaxLength(2_000);
        builder.Property(b => b.Version).IsRowVersion();
        builder.Ignore(b => b.Course);
        builder.HasIndex(b => new { b.SectionId, b.OccurredOn });
        builder.HasIndex(b => b.SubjectId).IsUnique().HasFilter("subject_id is not null and withdrawn_on is null");
        builder.HasOne<Section>().WithMany().HasForeignKey(b => b.SectionId).OnDelete(DeleteBehavior.Restrict);
    }
}

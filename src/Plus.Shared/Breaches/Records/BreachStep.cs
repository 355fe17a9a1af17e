using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Law.Breaches;
using Plus.Shared.Cases.Records;
using Plus.Shared.Documents.Records;

namespace Plus.Shared.Breaches.Records;

/// <summary>
/// What followed a violation: a talk, a warning with its service, a submission with what was decided on it. Never
/// overwritten; the next answer is another step.
/// </summary>
public sealed class BreachStep
{
    private BreachStep() { }

    public BreachStep(Breach breach, string response, DateOnly takenOn, StaffId? by, string? note)
    {
        (Id, BreachId, SectionId, Response, TakenOn, TakenBy, Note) = (
            Guid.CreateVersion7(),
            breach.Id,
            breach.SectionId,
            response,
            takenOn,
            by,
            note
        );
    }

    public Guid Id { get; private set; }

    public Guid BreachId { get; private set; }

    public SectionId SectionId { get; private set; }

    /// <summary>Code of <see cref="BreachResponse"/>.</summary>
    public string Response { get; private set; } = "";

    public DateOnly TakenOn { get; private set; }

    public StaffId? TakenBy { get; private set; }

    public string? Note { get; private set; }

    /// <summary>The warning or the submission itself.</summary>
    public Guid? DocumentId { get; private set; }

    public DateOnly? ServedOn { get; private set; }

    /// <summary>Code of <see cref="BreachKinds.WaysOfServing"/>.</summary>
    public string? ServedHow { get; private set; }

    /// <summary>The court or the prosecutor's office it went to.</summary>
    public string? Addressee { get; private set; }

    /// <summary>What was not served when it was submitted: minutes of work or days of a term.</summary>
    public int? Unserved { get; private set; }

    /// <summary>Days of imprisonment the rule gave for it, as shown in the submission.</summary>
    public int? ReckonedDays { get; private set; }

    /// <summary>Code of <see cref="BreachKinds.Decisions"/>; null while it is awaited.</summary>
    public string? Decision { get; private set; }

    public DateOnly? DecidedOn { get; private set; }

    public DateOnly? DecisionInForceOn { get; private set; }

    /// <summary>Days of imprisonment the court set instead.</summary>
    public int? DecidedDays { get; private set; }

    public string? DecisionNumber { get; private set; }

    public string? DecisionNote { get; private set; }

    public uint Version { get; private set; }

    public void Attach(Guid? document) => DocumentId = document;

    public void Serve(DateOnly on, string how, Guid document) =>
        (ServedOn, ServedHow, DocumentId) = (on, how, document);

    public void Address(string addressee, int? unserved, int? reckonedDays) =>
        (Addressee, Unserved, ReckonedDays) = (addressee, unserved, reckonedDays);

    public void Decide(string decision, DateOnly on, DateOnly? inForceOn, int? days, string? number, string? note) =>
        (Decision, DecidedOn, DecisionInForceOn, DecidedDays, DecisionNumber, DecisionNote) = (
            decision,
            on,
            inForceOn,
            days,
            number,
            note
        );
}

internal sealed class BreachStepTable : IEntityTypeConfiguration<BreachStep>
{
    public void Configure(EntityTypeBuilder<BreachStep> builder)
    {
        builder.ToTable(
            "step",
            "breaches",
            t =>
            {
                t.HasCheckConstraint(
                    "ck_step_served",
                    "(served_on is null) = (served_how is null) and (served_on is null or document_id is not null)"
                );
                t.HasCheckConstraint("ck_step_decided", "(decision is null) = (decided_on is null)");
            }
        );
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Response).HasMaxLength(40);
        builder.Property(s => s.Note).HasMaxLength(4_000);
        builder.Property(s => s.ServedHow).HasMaxLength(20);
        builder.Property(s => s.Addressee).HasMaxLength(300);
        builder.Property(s => s.Decision).HasMaxLength(20);
        builder.Property(s => s.DecisionNumber).HasMaxLength(60);
        builder.Property(s => s.DecisionNote).HasMaxLength(4_000);
        builder.Property(s => s.Version).IsRowVersion();
        builder.HasIndex(s => s.BreachId);
        builder.HasIndex(s => s.SectionId);
        builder.HasOne<Breach>().WithMany().HasForeignKey(s => s.BreachId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Section>().WithMany().HasForeignKey(s => s.SectionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Document>().WithMany().HasForeignKey(s => s.DocumentId).OnDelete(DeleteBehavior.Restrict);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Law.Sections;
using Plus.Shared.Access.Records;
using Plus.Shared.Clients.Records;
using Plus.Shared.Organisation.Records;

namespace Plus.Shared.Cases.Records;

/// <summary>
/// One measure carried out in one function. The function's own facts stand in that function's tables under the same
/// id; here stands what all functions share. Changed only with the verbs below, whose order the law of the life
/// cycle decides (<see cref="SectionLifeCycle"/>).
/// </summary>
public sealed class Section
{
    private Section() { }

    public Section(
        SectionId id,
        CaseId caseId,
        ClientId client,
        string function,
        string measure,
        BasisId basis,
        DateOnly openedOn
    )
    {
        (Id, CaseId, ClientId, Function, Measure, BasisId, OpenedOn) = (
            id,
            caseId,
            client,
            function,
            measure,
            basis,
            openedOn
        );
    }

    public SectionId Id { get; private set; }

    public CaseId CaseId { get; private set; }

    public ClientId ClientId { get; private set; }

    /// <summary>Code of the statutory function.</summary>
    public string Function { get; private set; } = "";

    /// <summary>Code of the measure (<see cref="MeasureCode"/>).</summary>
    public string Measure { get; private set; } = "";

    public SectionState State { get; private set; } = SectionState.Received;

    public BasisId BasisId { get; private set; }

    /// <summary>The office that carries it out; null until a human has chosen.</summary>
    public OfficeId? OfficeId { get; private set; }

    /// <summary>Why this office: declaredResidence, actualResidence, courtArea, application, otherSection, chosen.</summary>
    public string? OfficeReason { get; private set; }

    public StaffId? ManagerId { get; private set; }

    /// <summary>The day the section was opened: from here it counts as started and as worked with.</summary>
    public DateOnly OpenedOn { get; private set; }

    /// <summary>The day the client registered with the Service.</summary>
    public DateOnly? RegisteredOn { get; private set; }

    public DateOnly? TermStartsOn { get; private set; }

    /// <summary>Last day of the term; the day counts.</summary>
    public DateOnly? TermEndsOn { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Outcome code of the function; set exactly when closed.</summary>
    public string? Outcome { get; private set; }

    public string? MainArticle { get; private set; }

    public int? MainArticleSup { get; private set; }

    /// <summary>Sexual offence now or in any earlier conviction; null when no facts say.</summary>
    public bool SexualOffence { get; private set; }

    public DateOnly? AnnulledOn { get; private set; }

    public int ReopenedTimes { get; private set; }

    public uint Version { get; private set; }

    public bool IsOpen => State.IsOpen();

    public void Assign(OfficeId? office, string? reason, StaffId? manager)
    {
        (OfficeId, OfficeReason, ManagerId) = (office, reason, manager);
    }

    public void MainOffence(string? article, int? sup, bool sexual)
    {
        (MainArticle, MainArticleSup, SexualOffence) = (article, sup, sexual);
    }

    /// <summary>The client came and registered.</summary>
    public void Register(DateOnly on)
    {
        RegisteredOn = on;
        State = SectionState.Registered;
    }

    public void Term(DateOnly? startsOn, DateOnly? endsOn) => (TermStartsOn, TermEndsOn) = (startsOn, endsOn);

    public void Enter(SectionState state) => State = state;

    public void Close(DateOnly on, string outcome)
    {
        (ClosedOn, Outcome, State) = (on, outcome, SectionState.Closed);
    }

    public void Reopen()
    {
        (ClosedOn, Outcome, State) = (null, null, SectionState.Active);
        ReopenedTimes++;
    }

    public void Annul(DateOnly on)
    {
        (ClosedOn, Outcome) = (null, null);
        AnnulledOn = on;
        State = SectionState.Annulled;
    }

    /// <summary>The founding document named another measure after all; the function's own facts follow.</summary>
    public void Remeasure(string function, string measure) => (Function, Measure) = (function, measure);

    /// <summary>The first day was another one; told by the system in which the section was opened.</summary>
    public void OpenedInstead(DateOnly on) => OpenedOn = on;

    public void Rebase(BasisId basis) => BasisId = basis;

    public void MoveTo(ClientId client, CaseId caseId) => (ClientId, CaseId) = (client, caseId);
}

internal sealed class SectionTable : IEntityTypeConfiguration<Section>
{
    public void Configure(EntityTypeBuilder<Section> builder)
    {
        builder.ToTable(
            "section",
            "cases",
            t =>
            {
                t.HasCheckConstraint(
                    "ck_section_closed",
                    "(state = 'closed') = (closed_on is not null and outcome is not null)"
                );
                t.HasCheckConstraint("ck_section_annulled", "(state = 'annulled') = (annulled_on is not null)");
                t.HasCheckConstraint("ck_section_days", "closed_on is null or closed_on >= opened_on");
                t.HasCheckConstraint(
                    "ck_section_term",
                    "term_ends_on is null or term_starts_on is null or term_ends_on >= term_starts_on"
                );
            }
        );
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Function).HasMaxLength(40);
        builder.Property(s => s.Measure).HasMaxLength(40);
        builder.Property(s => s.State).AsCode();
        builder.Property(s => s.OfficeReason).HasMaxLength(40);
        builder.Property(s => s.Outcome).HasMaxLength(60);
        builder.Property(s => s.MainArticle).HasMaxLength(10);
        builder.Property(s => s.Version).IsRowVersion();
        builder.Ignore(s => s.IsOpen);
        builder.HasIndex(s => s.ClientId);
        builder.HasIndex(s => s.CaseId);
        builder.HasIndex(s => s.BasisId);
        builder.HasIndex(s => new { s.ManagerId, s.State });
        builder.HasIndex(s => new { s.OfficeId, s.State });
        builder.HasIndex(s => new { s.Function, s.OpenedOn });
        builder.HasIndex(s => new { s.Function, s.ClosedOn });
        builder.HasOne<Case>().WithMany().HasForeignKey(s => s.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Client>().WithMany().HasForeignKey(s => s.ClientId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Basis>().WithMany().HasForeignKey(s => s.BasisId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Office>().WithMany().HasForeignKey(s => s.OfficeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Staff>().WithMany().HasForeignKey(s => s.ManagerId).OnDelete(DeleteBehavior.Restrict);
    }
}

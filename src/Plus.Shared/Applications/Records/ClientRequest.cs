using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Law.Applications;
using Plus.Shared.Applications.Contract;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Records;
using Plus.Shared.Organisation.Records;

namespace Plus.Shared.Applications.Records;

/// <summary>
/// What a client asked of the Service or told it: a journey, another home, work or school. What was decided on it and what
/// came of it stands in the same record; an application decided anew is another one that follows it.
/// </summary>
public sealed class ClientRequest
{
    private ClientRequest() { }

    public ClientRequest(SectionId section, ClientApplication application, bool needsDecision)
    {
        (Id, SectionId, Kind, ReceivedOn, From, To, NeedsDecision) = (
            Guid.CreateVersion7(),
            section,
            application.Kind,
            application.ReceivedOn,
            application.From,
            application.To,
            needsDecision
        );
    }

    public Guid Id { get; private set; }

    public SectionId SectionId { get; private set; }

    /// <summary>Code of <see cref="ApplicationKinds"/>.</summary>
    public string Kind { get; private set; } = "";

    public DateOnly ReceivedOn { get; private set; }

    /// <summary>First day away, or the day of the change; as decided once it is decided.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day away (included); null for a change.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>The Service decides; else the client only told.</summary>
    public bool NeedsDecision { get; private set; }

    /// <summary>Where to: a place, an address, an employer, a school.</summary>
    public string Place { get; private set; } = "";

    /// <summary>Territory of the new residence, where known.</summary>
    public string? TerritoryCode { get; private set; }

    /// <summary>Which address changes; of a change of residence only.</summary>
    public AddressKind? Address { get; private set; }

    /// <summary>Employment from then on; of a change of work or school only.</summary>
    public string? Employment { get; private set; }

    /// <summary>Why, in the client's words.</summary>
    public string? Reason { get; private set; }

    /// <summary>Code of <see cref="ApplicationOutcome"/>; null while nobody decided or took note.</summary>
    public string? Outcome { get; private set; }

    public DateOnly? DecidedOn { get; private set; }

    public string? DecisionNumber { get; private set; }

    /// <summary>Why it was decided so.</summary>
    public string? Grounds { get; private set; }

    /// <summary>What the client has to do meanwhile.</summary>
    public string? Conditions { get; private set; }

    public DateOnly? ServedOn { get; private set; }

    /// <summary>inPerson, post, eAddress or email; null while not served.</summary>
    public string? ServedHow { get; private set; }

    public DateOnly? ContestedOn { get; private set; }

    public DateOnly? ContestDecidedOn { get; private set; }

    /// <summary>upheld, amended or cancelled; null while the contest runs.</summary>
    public string? ContestOutcome { get; private set; }

    /// <summary>Day on which the client came back or the change took place; null while not seen.</summary>
    public DateOnly? HappenedOn { get; private set; }

    /// <summary>What it was seen by.</summary>
    public string? HappenedNote { get; private set; }

    /// <summary>The office that is competent after the move; null where it is the same one or is not known.</summary>
    public OfficeId? ProposedOfficeId { get; private set; }

    /// <summary>Why the case stays although another office is competent.</summary>
    public string? StaysBecause { get; private set; }

    /// <summary>The application this one decides anew, after a contest.</summary>
    public Guid? FollowsId { get; private set; }

    public uint Version { get; private set; }

    public ClientApplication Application => new(Kind, ReceivedOn, From, To);

    public bool IsAbsence => ApplicationKinds.IsAbsence(Kind);

    /// <summary>The days away, once they are granted or taken note of; null for a change and for what does not stand.</summary>
    public AllowedAbsence? Absence =>
        Stands && IsAbsence && To is { } to ? new AllowedAbsence(SectionId, Id, From, to, Place) : null;

    /// <summary>It was granted or taken note of, and goes its way.</summary>
    public bool Stands => Outcome is ApplicationOutcome.Granted or ApplicationOutcome.Noted;

    /// <summary>The client may still be away, or the change is still to come.</summary>
    public bool Runs => Stands && HappenedOn is null;

    /// <summary>The case is to go to another office, and nobody has said that it stays.</summary>
    public bool ProposesTransfer(OfficeId? present) =>
        ProposedOfficeId is { } office && office != present && StaysBecause is null;

    public void About(string place, string? reason) => (Place, Reason) = (place, reason);

    public void MovesTo(AddressKind address, string? territory) => (Address, TerritoryCode) = (address, territory);

    public void WorksAs(string employment) => Employment = employment;

    /// <param name="from">First day as decided.</param>
    /// <param name="to">Last day as decided; null for a change.</param>
    public void Decide(string outcome, DateOnly on, string? number, DateOnly from, DateOnly? to) =>
        (Outcome, DecidedOn, DecisionNumber, From, To) = (outcome, on, number, from, to);

    public void Because(string? grounds, string? conditions) => (Grounds, Conditions) = (grounds, conditions);

    public void Serve(DateOnly on, string how) => (ServedOn, ServedHow) = (on, how);

    public void Contest(DateOnly on) => ContestedOn = on;

    public void DecideContest(DateOnly on, string outcome) => (ContestDecidedOn, ContestOutcome) = (on, outcome);

    public void Happen(DateOnly on, string? note) => (HappenedOn, HappenedNote) = (on, note);

    public void Propose(OfficeId? office) => ProposedOfficeId = office;

    public void Stay(string reason) => StaysBecause = reason;

    /// <summary>The same application once more, to be decided anew.</summary>
    public ClientRequest Again()
    {
        var again = new ClientRequest(SectionId, Application, NeedsDecision) { FollowsId = Id };
        again.About(Place, Reason);
        (again.Address, again.TerritoryCode, again.Employment) = (Address, TerritoryCode, Employment);
        return again;
    }
}

internal sealed class ClientRequestTable : IEntityTypeConfiguration<ClientRequest>
{
    public void Configure(EntityTypeBuilder<ClientRequest> builder)
    {
        builder.ToTable(
            "request",
            "applications",
            t =>
            {
                t.HasCheckConstraint("ck_request_days", "valid_to is null or valid_to >= valid_from");
                t.HasCheckConstraint("ck_request_decided", "(outcome is null) = (decided_on is null)");
                t.HasCheckConstraint("ck_request_served", "(served_on is null) = (served_how is null)");
                t.HasCheckConstraint(
                    "ck_request_contest",
                    "(contest_decided_on is null) = (contest_outcome is null) and (contest_decided_on is null or contested_on is not null)"
                );
                t.HasCheckConstraint("ck_request_happened", "happened_on is null or outcome in ('granted', 'noted')");
            }
        );
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Kind).HasMaxLength(40);
        builder.Property(r => r.Place).HasMaxLength(500);
        builder.Property(r => r.TerritoryCode).HasMaxLength(7);
        builder.Property(r => r.Address).AsCode();
        builder.Property(r => r.Employment).HasMaxLength(40);
        builder.Property(r => r.Reason).HasMaxLength(2_000);
        builder.Property(r => r.Outcome).HasMaxLength(20);
        builder.Property(r => r.DecisionNumber).HasMaxLength(60);
        builder.Property(r => r.Grounds).HasMaxLength(4_000);
        builder.Property(r => r.Conditions).HasMaxLength(2_000);
        builder.Property(r => r.ServedHow).HasMaxLength(20);
        builder.Property(r => r.ContestOutcome).HasMaxLength(20);
        builder.Property(r => r.HappenedNote).HasMaxLength(2_000);
        builder.Property(r => r.StaysBecause).HasMaxLength(2_000);
        builder.Property(r => r.Version).IsRowVersion();
        builder.Ignore(r => r.Application);
        builder.Ignore(r => r.IsAbsence);
        builder.Ignore(r => r.Absence);
        builder.Ignore(r => r.Stands);
        builder.Ignore(r => r.Runs);
        builder.HasIndex(r => new { r.SectionId, r.ReceivedOn });
        builder.HasOne<Section>().WithMany().HasForeignKey(r => r.SectionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Office>().WithMany().HasForeignKey(r => r.ProposedOfficeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ClientRequest>().WithMany().HasForeignKey(r => r.FollowsId).OnDelete(DeleteBehavior.Restrict);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Records;

namespace Plus.Shared.Obligations.Records;

/// <summary>
/// One obligation of a section, as a decision set it. A change ends it and another one follows; nothing is overwritten.
/// </summary>
public sealed class Obligation
{
    private Obligation() { }

    public Obligation(ClientId client, SectionId section, string kind, string setBy)
    {
        (Id, ClientId, SectionId, Kind, SetBy) = (Guid.CreateVersion7(), client, section, kind, setBy);
    }

    public Guid Id { get; private set; }

    public ClientId ClientId { get; private set; }

    public SectionId SectionId { get; private set; }

    /// <summary>Code of <see cref="Law.Obligations.ObligationKinds"/>.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>Code of <see cref="Law.Obligations.ObligationSource"/>.</summary>
    public string SetBy { get; private set; } = "";

    /// <summary>The exact words of the decision.</summary>
    public string Wording { get; private set; } = "";

    /// <summary>First day it binds (included).</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day it binds (included); null until the section ends.</summary>
    public DateOnly? To { get; private set; }

    public string? DecisionNumber { get; private set; }

    public DateOnly DecidedOn { get; private set; }

    public TimeOnly? HoursFrom { get; private set; }

    /// <summary>Earlier than <see cref="HoursFrom"/> when the hours go past midnight.</summary>
    public TimeOnly? HoursTo { get; private set; }

    public string? Places { get; private set; }

    public string? Territory { get; private set; }

    public string? Specialist { get; private set; }

    public string? Programme { get; private set; }

    /// <summary>For a specialist: the client agrees to further costs, or there are none.</summary>
    public bool CostAgreed { get; private set; }

    public DateOnly? ServedOn { get; private set; }

    /// <summary>inPerson, post, eAddress or email; null while not served.</summary>
    public string? ServedHow { get; private set; }

    public DateOnly? ContestedOn { get; private set; }

    /// <summary>While it is contested it does not bind.</summary>
    public bool ContestSuspends { get; private set; }

    public DateOnly? ContestDecidedOn { get; private set; }

    /// <summary>upheld, amended or cancelled; null while the contest runs.</summary>
    public string? ContestOutcome { get; private set; }

    /// <summary>Last day it bound, when it ended before its time.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>fulfilled, changed, cancelled or enteredInError.</summary>
    public string? EndReason { get; private set; }

    public string? EndNote { get; private set; }

    /// <summary>The obligation this one follows after a change.</summary>
    public Guid? FollowsId { get; private set; }

    public uint Version { get; private set; }

    /// <summary>Whether it binds the client on a day.</summary>
    public bool BindsOn(DateOnly day) =>
        From <= day
        && (To is null || day <= To)
        && (EndedOn is null || day <= EndedOn)
        && !(ContestSuspends && ContestedOn <= day && (ContestDecidedOn is null || day < ContestDecidedOn));

    public void Decide(string wording, DateOnly from, DateOnly? to, DateOnly decidedOn, string? number) =>
        (Wording, From, To, DecidedOn, DecisionNumber) = (wording, from, to, decidedOn, number);

    public void Between(TimeOnly? from, TimeOnly? to) => (HoursFrom, HoursTo) = (from, to);

    public void About(string? places, string? territory, string? specialist, string? programme, bool costAgreed) =>
        (Places, Territory, Specialist, Programme, CostAgreed) = (places, territory, specialist, programme, costAgreed);

    public void Serve(DateOnly on, string how) => (ServedOn, ServedHow) = (on, how);

    public void Contest(DateOnly on, bool suspends) => (ContestedOn, ContestSuspends) = (on, suspends);

    public void DecideContest(DateOnly on, string outcome) => (ContestDecidedOn, ContestOutcome) = (on, outcome);

    public void End(DateOnly on, string reason, string? note) => (EndedOn, EndReason, EndNote) = (on, reason, note);

    public void Follow(Guid earlier) => FollowsId = earlier;
}

internal sealed class ObligationTable : IEntityTypeConfiguration<Obligation>
{
    public void Configure(EntityTypeBuilder<Obligation> builder)
    {
        builder.ToTable(
            "obligation",
            "obligations",
            t =>
            {
                t.HasCheckConstraint("ck_obligation_days", "valid_to is null or valid_to >= valid_from");
                t.HasCheckConstraint("ck_obligation_ended", "(ended_on is null) = (end_reason is null)");
                t.HasCheckConstraint("ck_obligation_served", "(served_on is null) = (served_how is null)");
                t.HasCheckConstraint(
                    "ck_obligation_contest",
                    "(contest_decided_on is null) = (contest_outcome is null) and (contest_decided_on is null or contested_on is not null)"
                );
            }
        );
        builder.HasKey(o => o.Id);
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Kind).HasMaxLength(60);
        builder.Property(o => o.SetBy).HasMaxLength(20);
        builder.Property(o => o.Wording).HasMaxLength(4_000);
        builder.Property(o => o.DecisionNumber).HasMaxLength(60);
        builder.Property(o => o.Places).HasMaxLength(2_000);
        builder.Property(o => o.Territory).HasMaxLength(300);
        builder.Property(o => o.Specialist).HasMaxLength(300);
        builder.Property(o => o.Programme).HasMaxLength(300);
        builder.Property(o => o.ServedHow).HasMaxLength(20);
        builder.Property(o => o.ContestOutcome).HasMaxLength(20);
        builder.Property(o => o.EndReason).HasMaxLength(20);
        builder.Property(o => o.EndNote).HasMaxLength(2_000);
        builder.Property(o => o.Version).IsRowVersion();
        builder.HasIndex(o => new { o.SectionId, o.Kind });
        builder.HasIndex(o => o.ClientId);
        builder.HasOne<Client>().WithMany().HasForeignKey(o => o.ClientId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Section>().WithMany().HasForeignKey(o => o.SectionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Obligation>().WithMany().HasForeignKey(o => o.FollowsId).OnDelete(DeleteBehavior.Restrict);
    }
}

using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law;
using Plus.Law.Obligations;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Records;
using Plus.Shared.Obligations.Listing;
using Plus.Shared.Obligations.Records;

namespace Plus.Shared.Obligations.Setting;

/// <summary>Sets an obligation, or changes one: the old one ends on the day before and the new one follows it.</summary>
internal sealed class SetObligationHandler(PlusDb db, SectionEditing editing, ObligationReader reader, PlusClock clock)
{
    public static readonly ProcessType WasSet = new("obligations.set", OnTimeline: true);
    public static readonly ProcessType Changed = new("obligations.changed", OnTimeline: true);

    public async Task<Outcome<Guid>> SetAsync(SectionId id, ObligationTerms terms, CancellationToken ct)
    {
        var section = await editing.FindAsync(id, ObligationsModule.Set, null, ct);
        if (section is null || !section.IsOpen || ObligationKinds.RegimeOf(section.Measure) is null)
        {
            return new NoSuchRecord();
        }

        if (Judge(section, terms) is { } refusal)
        {
            return refusal;
        }

        if (await OverlapsAsync(section, terms, null, ct))
        {
            return new SameObligationBindsAlready();
        }

        var made = Add(section, terms);
        var done = await editing.CommitAsync(section, Start(WasSet, made, null), ct);
        return done.Done ? made.Id : done.Refusal;
    }

    public async Task<Outcome<Guid>> ChangeAsync(
        Guid id,
        ObligationTerms terms,
        string reason,
        uint version,
        CancellationToken ct
    )
    {
        if (
            await reader.FindAsync(id, ObligationsModule.Set, ct) is not { EndReason: null } old
            || await editing.FindAsync(old.SectionId, ObligationsModule.Set, null, ct) is not { IsOpen: true } section
        )
        {
            return new NoSuchRecord();
        }

        db.Entry(old).Property(o => o.Version).OriginalValue = version;
        if (string.IsNullOrWhiteSpace(reason))
        {
            return new ReasonIsMissing("Reason");
        }

        if (terms.Proposed.From <= old.From)
        {
            return new ChangeBeginsTooEarly(old.From.AddDays(1));
        }

        if (Judge(section, terms) is { } refusal)
        {
            return refusal;
        }

        if (await OverlapsAsync(section, terms, old.Id, ct))
        {
            return new SameObligationBindsAlready();
        }

        old.End(terms.Proposed.From.AddDays(-1), "changed", reason.Trim());
        var made = Add(section, terms);
        made.Follow(old.Id);
        var done = await editing.CommitAsync(section, Start(Changed, made, reason.Trim()), ct);
        return done.Done ? made.Id : done.Refusal;
    }

    private LawRefuses? Judge(Section section, ObligationTerms terms) =>
        ObligationRules.Judge(
            terms.Proposed,
            new ObligationFrame(section.Measure, section.OpenedOn, section.TermEndsOn),
            clock.Today
        )
            is Verdict.Refused refused
            ? new LawRefuses(refused, FieldOf(refused))
            : null;

    private static string FieldOf(Verdict.Refused refused) =>
        refused.ReasonCode switch
        {
            ReasonCodes.ObligationOfAnotherList => nameof(ObligationInput.Kind),
            ReasonCodes.ObligationNotSetByThem => nameof(ObligationInput.SetBy),
            ReasonCodes.ObligationEndsBeforeItBegins => nameof(ObligationInput.To),
            ReasonCodes.ObligationAfterTheTerm => nameof(ObligationInput.From),
            ReasonCodes.SpecialistCostNotAgreed => nameof(ObligationInput.CostAgreed),
            _ => nameof(ObligationInput.DecidedOn),
        };

    // Several obligations bind at once, but of one kind only those whose wording makes them different ones.
    private Task<bool> OverlapsAsync(Section section, ObligationTerms terms, Guid? except, CancellationToken ct) =>
        db.Set<Obligation>()
            .AnyAsync(
                o =>
                    o.SectionId == section.Id
                    && o.Kind == terms.Proposed.Kind
                    && o.Wording == terms.Wording
                    && o.EndReason == null
                    && o.Id != except
                    && (o.To == null || o.To >= terms.Proposed.From)
                    && (terms.Proposed.To == null || o.From <= terms.Proposed.To),
                ct
            );

    private Obligation Add(Section section, ObligationTerms terms)
    {
        var proposed = terms.Proposed;
        var made = new Obligation(section.ClientId, section.Id, proposed.Kind, proposed.SetBy);
        made.Decide(terms.Wording, proposed.From, proposed.To, proposed.DecidedOn, terms.DecisionNumber);
        made.Between(terms.HoursFrom, terms.HoursTo);
        made.About(terms.Places, terms.Territory, terms.Specialist, terms.Programme, proposed.CostAgreed);
        db.Add(made);
        if (terms.People is { } people)
        {
            db.Add(new AvoidedPeople(made.Id, section.Id, people));
        }

        return made;
    }

    private static ProcessStart Start(ProcessType type, Obligation made, string? reason) =>
        new(type)
        {
            Subject = made.Id,
            Reason = reason,
            OnDay = made.DecidedOn,
            LegalBasis = made.DecisionNumber,
            Values = new Dictionary<string, object?> { ["obligation"] = made.Kind, ["from"] = made.From },
        };
}

/// <summary>The same obligation, word for word, binds in that time already.</summary>
internal sealed record SameObligationBindsAlready() : Refusal("obligations.refusal.bindsAlready")
{
    public override string Field => nameof(ObligationInput.Wording);
}

/// <summary>A changed obligation begins after the first day of the one it follows.</summary>
internal sealed record ChangeBeginsTooEarly(DateOnly Earliest) : Refusal("obligations.refusal.changeTooEarly")
{
    public override string Field => nameof(ObligationInput.From);

    public override IReadOnlyDictionary<string, object?> Values { get; } =
        new Dictionary<string, object?> { ["earliest"] = Earliest };
}

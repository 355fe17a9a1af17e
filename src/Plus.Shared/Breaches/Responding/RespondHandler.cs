using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law;
using Plus.Law.Breaches;
using Plus.Shared.Breaches.Contract;
using Plus.Shared.Breaches.Listing;
using Plus.Shared.Breaches.Records;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Rules.Current;

namespace Plus.Shared.Breaches.Responding;

/// <summary>What a person chose to follow a violation.</summary>
/// <param name="Addressee">The court or the prosecutor's office, for a submission.</param>
internal sealed record ChosenResponse(string Response, string? Note, string? Addressee, Guid? Document);

/// <summary>Answers a violation with a step of the ladder.</summary>
internal sealed class RespondHandler(
    PlusDb db,
    BreachReader reader,
    SectionEditing editing,
    CurrentRules rules,
    StaffAccessor staff,
    PlusClock clock
)
{
    public static readonly ProcessType Answered = new("breaches.answered", OnTimeline: true);

    public async Task<Outcome<Guid>> RespondAsync(Guid id, ChosenResponse chosen, uint version, CancellationToken ct)
    {
        if (
            await reader.FindAsync(id, BreachesModule.Work, ct) is not { WithdrawnOn: null } breach
            || await editing.FindAsync(breach.SectionId, BreachesModule.Work, null, ct) is not { IsOpen: true } section
        )
        {
            return new NoSuchRecord();
        }

        db.Entry(breach).Property(b => b.Version).OriginalValue = version;
        if (breach.Undecided)
        {
            return new DecisionIsAwaited();
        }

        var parameters = (await rules.ReadAsync(ct)).Parameters;
        var all = await reader.OfSectionAsync(section.Id, ct);
        var possible = await reader.ResponsesAsync(section, breach, all, clock.Today, parameters, ct);
        if (possible.FirstOrDefault(p => p.Response == chosen.Response) is not { } step)
        {
            return new ResponseNotOfTheLadder();
        }

        if (step.Verdict is Verdict.Refused refused)
        {
            return new LawRefuses(refused, "Response");
        }

        if (
            chosen.Document is { } document
            && (await reader.DocumentsAsync(section.Id, ct)).TrueForAll(d => d.Id != document)
        )
        {
            return new NoSuchRecord();
        }

        var submits = BreachLadder.IsSubmission(chosen.Response);
        if (submits && string.IsNullOrWhiteSpace(chosen.Addressee))
        {
            return new AddresseeIsMissing();
        }

        var taken = new BreachStep(breach, chosen.Response, clock.Today, staff.Current.Id, chosen.Note?.Trim());
        taken.Attach(chosen.Document);
        RestOfMeasure? rest = null;
        if (submits)
        {
            rest = await reader.RestAsync(section, clock.Today, parameters, ct);
            taken.Address(chosen.Addressee!.Trim(), rest?.Unserved, rest?.ReplacedByDays);
        }

        db.Add(taken);
        breach.Answer(clock.Today, chosen.Response == BreachResponse.Warning, submits);
        var done = await editing.CommitAsync(
            section,
            new ProcessStart(Answered)
            {
                Subject = breach.Id,
                Reason = chosen.Note,
                LegalBasis = step.Source.ToString(),
                Values = new Dictionary<string, object?>
                {
                    ["response"] = chosen.Response,
                    ["day"] = breach.OccurredOn,
                },
            },
            ct
        );
        return done.Done ? taken.Id : done.Refusal;
    }
}

/// <summary>The measure knows no such answer.</summary>
internal sealed record ResponseNotOfTheLadder() : Refusal("breaches.refusal.responseNotOfTheLadder")
{
    public override string? Field => "Response";
}

/// <summary>While a court or a prosecutor decides, nothing else follows the same violation.</summary>
internal sealed record DecisionIsAwaited() : Refusal("breaches.refusal.decisionAwaited");

/// <summary>A submission goes to somebody.</summary>
internal sealed record AddresseeIsMissing() : Refusal("breaches.refusal.addresseeMissing")
{
    public override string? Field => "Addressee";
}

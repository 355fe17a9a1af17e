using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law;
using Plus.Law.Applications;
using Plus.Shared.Applications.Contract;
using Plus.Shared.Applications.Listing;
using Plus.Shared.Applications.Records;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Records;
using Plus.Shared.Obligations.Bans;

namespace Plus.Shared.Applications.Deciding;

/// <summary>What is decided on an application.</summary>
internal sealed record Decision(
    string Outcome,
    DateOnly DecidedOn,
    string? Number,
    DateOnly? From,
    DateOnly? To,
    string? Grounds,
    string? Conditions
)
{
    /// <summary>The person says to know that the place meets a ban.</summary>
    public bool BanKnown { get; init; }
}

/// <summary>Decides on an application, or takes note of a notice.</summary>
internal sealed class DecideHandler(
    PlusDb db,
    RequestReader reader,
    SectionEditing editing,
    RequestEffects effects,
    BanCheck bans,
    IEnumerable<IAbsenceDoor> doors,
    PlusClock clock
)
{
    public static readonly ProcessType Decided = new("applications.decided", OnTimeline: true);

    public async Task<Outcome<Unit>> DecideAsync(Guid id, Decision decision, uint version, CancellationToken ct)
    {
        if (
            await reader.FindAsync(id, ApplicationsModule.Work, ct) is not { Outcome: null } request
            || await editing.FindAsync(request.SectionId, ApplicationsModule.Work, null, ct)
                is not { IsOpen: true } section
        )
        {
            return new NoSuchRecord();
        }

        if ((Judge(request, decision) ?? await BanAsync(request, section, decision, ct)) is { } refusal)
        {
            return refusal;
        }

        db.Entry(request).Property(r => r.Version).OriginalValue = version;
        Write(request, decision);
        if (request.Absence is { } absence)
        {
            foreach (var door in doors)
            {
                await door.AllowedAsync(db, absence, ct);
            }
        }

        // A change that has come already is written into the record at once; a later one when it was seen.
        if (request is { Stands: true, IsAbsence: false } && request.From <= clock.Today)
        {
            request.Happen(request.From, null);
            await effects.ApplyAsync(request, section, request.From, ct);
        }

        return await editing.CommitAsync(section, Start(request), ct);
    }

    // What is refused goes nowhere; what is only told is a fact already.
    private async Task<Refusal?> BanAsync(
        ClientRequest request,
        Section section,
        Decision decision,
        CancellationToken ct
    ) =>
        decision.Outcome == ApplicationOutcome.Refused
            ? null
            : await bans.RefuseAsync(
                RequestPlaces.Of(section.ClientId, request, decision.From ?? request.From),
                "Outcome",
                decision.BanKnown,
                isFact: !request.NeedsDecision,
                ct
            );

    private Refusal? Judge(ClientRequest request, Decision decision)
    {
        var verdict = ApplicationRules.JudgeDecision(
            request.Application,
            request.NeedsDecision,
            decision.Outcome,
            decision.DecidedOn,
            clock.Today
        );
        if (verdict is Verdict.Refused refused)
        {
            return new LawRefuses(
                refused,
                refused.ReasonCode is ReasonCodes.ApplicationNeedsDecision or ReasonCodes.NoticeIsNotDecided
                    ? "Outcome"
                    : "DecidedOn"
            );
        }

        var (from, to) = (decision.From ?? request.From, decision.To ?? request.To);
        return decision.Outcome == ApplicationOutcome.Refused && decision.Grounds is null
                ? new ReasonIsMissing("Grounds")
            : to < from ? new GrantedDaysAreTurned()
            : null;
    }

    private static void Write(ClientRequest request, Decision decision)
    {
        var granted = decision.Outcome == ApplicationOutcome.Granted;
        request.Decide(
            decision.Outcome,
            decision.DecidedOn,
            decision.Number,
            granted ? decision.From ?? request.From : request.From,
            request.IsAbsence && granted ? decision.To ?? request.To : request.To
        );
        request.Because(decision.Grounds, granted ? decision.Conditions : null);
    }

    private static ProcessStart Start(ClientRequest request) =>
        new(Decided)
        {
            Subject = request.Id,
            OnDay = request.DecidedOn,
            Reason = request.Grounds,
            LegalBasis = request.DecisionNumber,
            Values = new Dictionary<string, object?>
            {
                ["application"] = request.Kind,
                ["application_outcome"] = request.Outcome,
            },
        };
}

/// <summary>The last day granted is before the first one.</summary>
internal sealed record GrantedDaysAreTurned() : Refusal("applications.refusal.daysTurned")
{
    public override string Field => "To";
}

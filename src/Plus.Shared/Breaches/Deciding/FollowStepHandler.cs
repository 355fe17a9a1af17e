using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Breaches;
using Plus.Shared.Breaches.Listing;
using Plus.Shared.Breaches.Records;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Records;

namespace Plus.Shared.Breaches.Deciding;

/// <summary>What a court or a prosecutor answered.</summary>
internal sealed record DecidedSubmission(
    string Decision,
    DateOnly DecidedOn,
    DateOnly? InForceOn,
    int? Days,
    string? Number,
    string? Note
);

/// <summary>Follows a step: the warning was served, the submission was decided.</summary>
internal sealed class FollowStepHandler(PlusDb db, BreachReader reader, SectionEditing editing, PlusClock clock)
{
    public static readonly ProcessType Served = new("breaches.served", OnTimeline: true);
    public static readonly ProcessType Decided = new("breaches.decided", OnTimeline: true);

    public async Task<Outcome<Unit>> ServeAsync(
        Guid id,
        DateOnly on,
        string how,
        Guid document,
        uint version,
        CancellationToken ct
    )
    {
        if (await OpenAsync(id, version, ct) is not { } open || open.Step.Response != BreachResponse.Warning)
        {
            return new NoSuchRecord();
        }

        var (step, breach, section) = open;
        if (step.ServedOn is not null)
        {
            return new WarningServedAlready();
        }

        if (DayIn(on, step.TakenOn, "ServedOn") is { } refusal)
        {
            return refusal;
        }

        if ((await reader.DocumentsAsync(section.Id, ct)).TrueForAll(d => d.Id != document))
        {
            return new NoSuchRecord();
        }

        step.Serve(on, how, document);
        breach.AnswerServed();
        return await CommitAsync(Served, breach, section, on, null, ("how", how), ct);
    }

    public async Task<Outcome<Unit>> DecideAsync(Guid id, DecidedSubmission decided, uint version, CancellationToken ct)
    {
        if (await OpenAsync(id, version, ct) is not { } open || !BreachLadder.IsSubmission(open.Step.Response))
        {
            return new NoSuchRecord();
        }

        var (step, breach, section) = open;
        if (step.Decision is not null)
        {
            return new DecidedAlready();
        }

        if (DayIn(decided.DecidedOn, step.TakenOn, "DecidedOn") is { } refusal)
        {
            return refusal;
        }

        if (decided.InForceOn < decided.DecidedOn)
        {
            return new DayIsTooEarly("InForceOn", decided.DecidedOn);
        }

        step.Decide(
            decided.Decision,
            decided.DecidedOn,
            decided.InForceOn,
            decided.Decision == BreachKinds.Replaced ? decided.Days : null,
            decided.Number?.Trim(),
            decided.Note?.Trim()
        );
        breach.AnswerDecided();
        return await CommitAsync(
            Decided,
            breach,
            section,
            decided.DecidedOn,
            decided.Note,
            ("decision", decided.Decision),
            ct
        );
    }

    private async Task<(BreachStep Step, Breach Breach, Section Section)?> OpenAsync(
        Guid id,
        uint version,
        CancellationToken ct
    )
    {
        if (
            await reader.FindStepAsync(id, BreachesModule.Work, ct) is not { } step
            || await reader.FindAsync(step.BreachId, BreachesModule.Work, ct) is not { WithdrawnOn: null } breach
            || await editing.FindAsync(step.SectionId, BreachesModule.Work, null, ct) is not { IsOpen: true } section
        )
        {
            return null;
        }

        db.Entry(step).Property(s => s.Version).OriginalValue = version;
        return (step, breach, section);
    }

    private Task<Outcome<Unit>> CommitAsync(
        ProcessType type,
        Breach breach,
        Section section,
        DateOnly on,
        string? reason,
        (string Name, object? Value) value,
        CancellationToken ct
    ) =>
        editing.CommitAsync(
            section,
            new ProcessStart(type)
            {
                Subject = breach.Id,
                OnDay = on,
                Reason = reason,
                Values = new Dictionary<string, object?> { [value.Name] = value.Value, ["day"] = breach.OccurredOn },
            },
            ct
        );

    private Refusal? DayIn(DateOnly day, DateOnly earliest, string field) =>
        day > clock.Today ? new DayIsInFuture(field)
        : day < earliest ? new DayIsTooEarly(field, earliest)
        : null;
}

/// <summary>A warning is served once.</summary>
internal sealed record WarningServedAlready() : Refusal("breaches.refusal.servedAlready");

/// <summary>A submission is decided once.</summary>
internal sealed record DecidedAlready() : Refusal("breaches.refusal.decidedAlready");

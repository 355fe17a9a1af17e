using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Breaches.Listing;
using Plus.Shared.Breaches.Records;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Records;

namespace Plus.Shared.Breaches.Judging;

/// <summary>Hears the client, judges the reason, or takes back what was recorded in error.</summary>
internal sealed class JudgeBreachHandler(
    PlusDb db,
    BreachReader reader,
    SectionEditing editing,
    StaffAccessor staff,
    PlusClock clock
)
{
    public static readonly ProcessType Explained = new("breaches.explained", OnTimeline: true);
    public static readonly ProcessType Judged = new("breaches.judged", OnTimeline: true);
    public static readonly ProcessType Withdrawn = new("breaches.withdrawn", OnTimeline: true);

    /// <param name="evidenceDueOn">Last day for evidence the client promised; null when none is awaited.</param>
    public async Task<Outcome<Unit>> ExplainAsync(
        Guid id,
        DateOnly on,
        string explanation,
        DateOnly? evidenceDueOn,
        uint version,
        CancellationToken ct
    )
    {
        if (await OpenAsync(id, version, ct) is not { } open)
        {
            return new NoSuchRecord();
        }

        var (breach, section) = open;
        if (breach.Justified is not null)
        {
            return new JudgedAlready();
        }

        if (DayIn(on, breach.OccurredOn, "ExplainedOn") is { } refusal)
        {
            return refusal;
        }

        if (evidenceDueOn < clock.Today)
        {
            return new EvidenceDueInThePast();
        }

        breach.Explain(on, explanation.Trim(), evidenceDueOn);
        return await CommitAsync(Explained, breach, section, on, null, ct, ("evidence", evidenceDueOn));
    }

    public async Task<Outcome<Unit>> JudgeAsync(
        Guid id,
        bool justified,
        string judgement,
        uint version,
        CancellationToken ct
    )
    {
        if (await OpenAsync(id, version, ct) is not { } open)
        {
            return new NoSuchRecord();
        }

        var (breach, section) = open;
        if (breach.AnsweredOn is not null)
        {
            return new AnsweredAlready();
        }

        // Against the client nothing is held before the day set for the explanation has passed.
        if (!justified && breach.ExplainedOn is null && clock.Today <= breach.ExplanationDueOn)
        {
            return new ExplanationIsAwaited(breach.ExplanationDueOn.Value);
        }

        if (!justified && breach.Justified is null && clock.Today <= breach.EvidenceDueOn)
        {
            return new EvidenceIsAwaited(breach.EvidenceDueOn.Value);
        }

        breach.Judge(justified, clock.Today, staff.Current.Id, judgement.Trim());
        return await CommitAsync(
            Judged,
            breach,
            section,
            clock.Today,
            judgement,
            ct,
            ("justified", justified ? "yes" : "no")
        );
    }

    public async Task<Outcome<Unit>> WithdrawAsync(Guid id, string reason, uint version, CancellationToken ct)
    {
        if (await OpenAsync(id, version, ct) is not { } open)
        {
            return new NoSuchRecord();
        }

        var (breach, section) = open;
        if (breach.AnsweredOn is not null)
        {
            return new AnsweredAlready();
        }

        breach.Withdraw(clock.Today, reason.Trim());
        return await CommitAsync(Withdrawn, breach, section, clock.Today, reason, ct);
    }

    private async Task<(Breach, Section)?> OpenAsync(Guid id, uint version, CancellationToken ct)
    {
        if (
            await reader.FindAsync(id, BreachesModule.Work, ct) is not { WithdrawnOn: null } breach
            || await editing.FindAsync(breach.SectionId, BreachesModule.Work, null, ct) is not { IsOpen: true } section
        )
        {
            return null;
        }

        db.Entry(breach).Property(b => b.Version).OriginalValue = version;
        return (breach, section);
    }

    private Task<Outcome<Unit>> CommitAsync(
        ProcessType type,
        Breach breach,
        Section section,
        DateOnly on,
        string? reason,
        CancellationToken ct,
        params (string Name, object? Value)[] values
    )
    {
        var named = values.ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal);
        named["kind"] = breach.Kind;
        named["day"] = breach.OccurredOn;
        return editing.CommitAsync(
            section,
            new ProcessStart(type)
            {
                Subject = breach.Id,
                OnDay = on,
                Reason = reason,
                Values = named,
            },
            ct
        );
    }

    private Refusal? DayIn(DateOnly day, DateOnly earliest, string field) =>
        day > clock.Today ? new DayIsInFuture(field)
        : day < earliest ? new DayIsTooEarly(field, earliest)
        : null;
}

/// <summary>What was judged is not explained again.</summary>
internal sealed record JudgedAlready() : Refusal("breaches.refusal.judgedAlready");

/// <summary>What was answered stays; the next violation is another record.</summary>
internal sealed record AnsweredAlready() : Refusal("breaches.refusal.answeredAlready");

/// <summary>Evidence is awaited until a day to come.</summary>
internal sealed record EvidenceDueInThePast() : Refusal("breaches.refusal.evidenceDueInThePast")
{
    public override string? Field => "EvidenceDueOn";
}

/// <summary>The client may still explain.</summary>
internal sealed record ExplanationIsAwaited(DateOnly Due) : Refusal("breaches.refusal.explanationAwaited")
{
    public override string? Field => "Justified";

    public override IReadOnlyDictionary<string, object?> Values { get; } =
        new Dictionary<string, object?> { ["due"] = Due };
}

/// <summary>The evidence may still come.</summary>
internal sealed record EvidenceIsAwaited(DateOnly Due) : Refusal("breaches.refusal.evidenceAwaited")
{
    public override string? Field => "Justified";

    public override IReadOnlyDictionary<string, object?> Values { get; } =
        new Dictionary<string, object?> { ["due"] = Due };
}

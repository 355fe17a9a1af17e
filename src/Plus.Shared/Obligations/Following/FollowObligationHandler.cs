using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Records;
using Plus.Shared.Obligations.Listing;
using Plus.Shared.Obligations.Records;

namespace Plus.Shared.Obligations.Following;

/// <summary>What was found of an obligation.</summary>
internal sealed record CheckFound(DateOnly OnDay, string Finding, int? Percent, string Note);

/// <summary>Follows an obligation: its decision was served, it was checked, contested, and the contest was decided.</summary>
internal sealed class FollowObligationHandler(
    PlusDb db,
    ObligationReader reader,
    SectionEditing editing,
    StaffAccessor staff,
    PlusClock clock
)
{
    public static readonly ProcessType Served = new("obligations.served", OnTimeline: true);
    public static readonly ProcessType Checked = new("obligations.checked", OnTimeline: true);
    public static readonly ProcessType Contested = new("obligations.contested", OnTimeline: true);
    public static readonly ProcessType ContestDecided = new("obligations.contestDecided", OnTimeline: true);

    public Task<Outcome<Unit>> ServeAsync(Guid id, DateOnly on, string how, uint version, CancellationToken ct) =>
        ChangeAsync(
            id,
            version,
            Served,
            on,
            o => o.ServedOn is null ? null : new ServedAlready(),
            o => DayIn(on, o.DecidedOn, "ServedOn"),
            o => o.Serve(on, how),
            [("how", how)],
            ct
        );

    public Task<Outcome<Unit>> ContestAsync(Guid id, DateOnly on, bool suspends, uint version, CancellationToken ct) =>
        ChangeAsync(
            id,
            version,
            Contested,
            on,
            o => o.ContestedOn is null ? null : new ContestedAlready(),
            o => DayIn(on, o.ServedOn ?? o.DecidedOn, "ContestedOn"),
            o => o.Contest(on, suspends),
            [("suspends", suspends)],
            ct
        );

    /// <summary>An obligation whose decision was cancelled ends with it; an amended one is then changed by its own form.</summary>
    public Task<Outcome<Unit>> DecideContestAsync(
        Guid id,
        DateOnly on,
        string outcome,
        uint version,
        CancellationToken ct
    ) =>
        ChangeAsync(
            id,
            version,
            ContestDecided,
            on,
            o => o is { ContestedOn: not null, ContestDecidedOn: null } ? null : new NothingIsContested(),
            o => DayIn(on, o.ContestedOn!.Value, "DecidedOn"),
            o =>
            {
                o.DecideContest(on, outcome);
                if (outcome == "cancelled")
                {
                    o.End(on < o.From ? o.From : on, "cancelled", null);
                }
            },
            [("outcome", outcome)],
            ct
        );

    public async Task<Outcome<Unit>> CheckAsync(Guid id, CheckFound found, CancellationToken ct)
    {
        if (await OpenAsync(id, null, ct) is not { } open)
        {
            return new NoSuchRecord();
        }

        var (obligation, section) = open;
        if (DayIn(found.OnDay, obligation.From, "OnDay") is { } refusal)
        {
            return refusal;
        }

        db.Add(
            new ObligationCheck(
                id,
                section.Id,
                found.OnDay,
                found.Finding,
                found.Percent,
                found.Note,
                staff.Current.Id!.Value
            )
        );
        return await editing.CommitAsync(
            section,
            new ProcessStart(Checked)
            {
                Subject = id,
                OnDay = found.OnDay,
                Values = new Dictionary<string, object?>
                {
                    ["obligation"] = obligation.Kind,
                    ["finding"] = found.Finding,
                },
            },
            ct
        );
    }

    private async Task<Outcome<Unit>> ChangeAsync(
        Guid id,
        uint version,
        ProcessType type,
        DateOnly on,
        Func<Obligation, Refusal?> standsAgainst,
        Func<Obligation, Refusal?> judgeDay,
        Action<Obligation> change,
        (string Name, object? Value)[] values,
        CancellationToken ct
    )
    {
        if (await OpenAsync(id, version, ct) is not { } open)
        {
            return new NoSuchRecord();
        }

        var (obligation, section) = open;
        if ((standsAgainst(obligation) ?? judgeDay(obligation)) is { } refusal)
        {
            return refusal;
        }

        change(obligation);
        var named = values.ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal);
        named["obligation"] = obligation.Kind;
        return await editing.CommitAsync(
            section,
            new ProcessStart(type)
            {
                Subject = id,
                OnDay = on,
                Values = named,
            },
            ct
        );
    }

    private async Task<(Obligation, Section)?> OpenAsync(Guid id, uint? version, CancellationToken ct)
    {
        if (
            await reader.FindAsync(id, ObligationsModule.Set, ct) is not { EndReason: null } obligation
            || await editing.FindAsync(obligation.SectionId, ObligationsModule.Set, null, ct)
                is not { IsOpen: true } section
        )
        {
            return null;
        }

        if (version is { } shown)
        {
            db.Entry(obligation).Property(o => o.Version).OriginalValue = shown;
        }

        return (obligation, section);
    }

    private Refusal? DayIn(DateOnly day, DateOnly earliest, string field)
    {
        if (day > clock.Today)
        {
            return new DayIsInFuture(field);
        }

        return day < earliest ? new DayIsTooEarly(field, earliest) : null;
    }
}

/// <summary>A decision is served once.</summary>
internal sealed record ServedAlready() : Refusal("obligations.refusal.servedAlready");

/// <summary>A decision is contested once.</summary>
internal sealed record ContestedAlready() : Refusal("obligations.refusal.contestedAlready");

/// <summary>Only what is contested and not decided yet can be decided.</summary>
internal sealed record NothingIsContested() : Refusal("obligations.refusal.nothingContested");

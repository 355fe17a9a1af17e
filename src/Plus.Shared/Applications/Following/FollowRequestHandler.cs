using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Applications;
using Plus.Shared.Applications.Contract;
using Plus.Shared.Applications.Deciding;
using Plus.Shared.Applications.Listing;
using Plus.Shared.Applications.Records;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Records;

namespace Plus.Shared.Applications.Following;

/// <summary>Follows a decision: it was served, contested, the contest was decided; the client came back, the change came.</summary>
internal sealed class FollowRequestHandler(
    PlusDb db,
    RequestReader reader,
    SectionEditing editing,
    RequestEffects effects,
    IEnumerable<IAbsenceDoor> doors,
    PlusClock clock
)
{
    public static readonly ProcessType Served = new("applications.served", OnTimeline: true);
    public static readonly ProcessType Contested = new("applications.contested", OnTimeline: true);
    public static readonly ProcessType ContestDecided = new("applications.contestDecided", OnTimeline: true);
    public static readonly ProcessType Happened = new("applications.happened", OnTimeline: true);

    public Task<Outcome<Unit>> ServeAsync(Guid id, DateOnly on, string how, uint version, CancellationToken ct) =>
        ChangeAsync(
            id,
            version,
            Served,
            r => r is { NeedsDecision: true, DecidedOn: not null, ServedOn: null },
            r => DayIn(on, r.DecidedOn!.Value, "ServedOn"),
            (r, _) => Done(() => r.Serve(on, how)),
            on,
            ("how", how),
            ct
        );

    public Task<Outcome<Unit>> ContestAsync(Guid id, DateOnly on, uint version, CancellationToken ct) =>
        ChangeAsync(
            id,
            version,
            Contested,
            r => r is { NeedsDecision: true, DecidedOn: not null, ContestedOn: null },
            r => DayIn(on, r.ServedOn ?? r.DecidedOn!.Value, "Day"),
            (r, _) => Done(() => r.Contest(on)),
            on,
            ("day", on),
            ct
        );

    /// <summary>A decision that does not stand is followed by the same application, to be decided anew.</summary>
    public async Task<Outcome<Unit>> DecideContestAsync(
        Guid id,
        DateOnly on,
        string outcome,
        uint version,
        CancellationToken ct
    )
    {
        var absence = (await reader.FindAsync(id, ApplicationsModule.Work, ct))?.Absence;
        return await ChangeAsync(
            id,
            version,
            ContestDecided,
            r => r is { ContestedOn: not null, ContestDecidedOn: null },
            r => DayIn(on, r.ContestedOn!.Value, "Day"),
            async (r, _) =>
            {
                r.DecideContest(on, outcome);
                if (outcome != "upheld")
                {
                    await EndAsync(absence, on, ct);
                    db.Add(r.Again());
                }
            },
            on,
            ("outcome", outcome),
            ct
        );
    }

    /// <summary>The client came back, or moved, or changed work: seen on a day.</summary>
    public async Task<Outcome<Unit>> HappenAsync(Guid id, DateOnly on, string? note, uint version, CancellationToken ct)
    {
        if (await OpenAsync(id, version, ct) is not ({ Runs: true } request, var section))
        {
            return new NoSuchRecord();
        }

        // Who is not back on the day after the last one is late: a day before the first one is a mistake.
        if (DayIn(on, request.IsAbsence ? request.From : request.ReceivedOn, "HappenedOn") is { } refusal)
        {
            return refusal;
        }

        await EndAsync(request.Absence, on, ct);
        request.Happen(on, note);
        if (!request.IsAbsence)
        {
            await effects.ApplyAsync(request, section, on, ct);
        }

        return await editing.CommitAsync(section, Start(Happened, request, on, ("day", on)), ct);
    }

    private static Task Done(Action step)
    {
        step();
        return Task.CompletedTask;
    }

    private async Task EndAsync(AllowedAbsence? absence, DateOnly lastDay, CancellationToken ct)
    {
        foreach (var door in absence is null ? [] : doors)
        {
            await door.EndedAsync(db, absence!, lastDay, ct);
        }
    }

    private async Task<Outcome<Unit>> ChangeAsync(
        Guid id,
        uint version,
        ProcessType type,
        Func<ClientRequest, bool> fits,
        Func<ClientRequest, Refusal?> judge,
        Func<ClientRequest, Section, Task> change,
        DateOnly on,
        (string Name, object? Value) value,
        CancellationToken ct
    )
    {
        if (await OpenAsync(id, version, ct) is not var (request, section) || !fits(request))
        {
            return new NoSuchRecord();
        }

        if (judge(request) is { } refusal)
        {
            return refusal;
        }

        await change(request, section);
        return await editing.CommitAsync(section, Start(type, request, on, value), ct);
    }

    private async Task<(ClientRequest, Section)?> OpenAsync(Guid id, uint version, CancellationToken ct)
    {
        if (
            await reader.FindAsync(id, ApplicationsModule.Work, ct) is not { } request
            || await editing.FindAsync(request.SectionId, ApplicationsModule.Work, null, ct)
                is not { IsOpen: true } section
        )
        {
            return null;
        }

        db.Entry(request).Property(r => r.Version).OriginalValue = version;
        return (request, section);
    }

    private static ProcessStart Start(
        ProcessType type,
        ClientRequest request,
        DateOnly on,
        (string Name, object? Value) value
    ) =>
        new(type)
        {
            Subject = request.Id,
            OnDay = on,
            Values = new Dictionary<string, object?> { ["application"] = request.Kind, [value.Name] = value.Value },
        };

    private Refusal? DayIn(DateOnly day, DateOnly earliest, string field)
    {
        if (day > clock.Today)
        {
            return new DayIsInFuture(field);
        }

        return day < earliest ? new DayIsTooEarly(field, earliest) : null;
    }
}

using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Incidents.Listing;
using Plus.Shared.Incidents.Records;

namespace Plus.Shared.Incidents.Following;

/// <summary>Decides what is done about an incident, and says how it ended.</summary>
internal sealed class FollowIncidentHandler(
    PlusDb db,
    IncidentReader reader,
    SectionEditing editing,
    StaffAccessor staff,
    PlusClock clock
)
{
    public static readonly ProcessType MeasureDecided = new("incidents.measureDecided", OnTimeline: true);
    public static readonly ProcessType MeasureEnded = new("incidents.measureEnded", OnTimeline: true);

    public async Task<Outcome<Unit>> DecideAsync(
        Guid id,
        string wording,
        string doer,
        DateOnly dueOn,
        CancellationToken ct
    )
    {
        if (
            await reader.FindAsync(id, IncidentsModule.Work, ct) is not { ClosedOn: null } incident
            || await editing.FindAsync(incident.SectionId, IncidentsModule.Work, null, ct) is not { } section
        )
        {
            return new NoSuchRecord();
        }

        if (dueOn < clock.Today)
        {
            return new DayIsTooEarly("DueOn", clock.Today);
        }

        var measure = new IncidentMeasure(incident, wording.Trim(), doer, dueOn, staff.Current.Id);
        // Tracked with its incident, it stands among the incident's measures at once.
        db.Add(measure);
        return await editing.CommitAsync(section, Start(MeasureDecided, incident, ("due", dueOn)), ct);
    }

    public async Task<Outcome<Unit>> EndAsync(
        Guid measureId,
        string end,
        DateOnly on,
        string? note,
        uint version,
        CancellationToken ct
    )
    {
        if (
            await reader.FindOfMeasureAsync(measureId, IncidentsModule.Work, ct) is not { ClosedOn: null } incident
            || await editing.FindAsync(incident.SectionId, IncidentsModule.Work, null, ct) is not { } section
        )
        {
            return new NoSuchRecord();
        }

        var measure = incident.Measures.Single(m => m.Id == measureId);
        if (measure.EndedOn is not null)
        {
            return new MeasureEndedAlready();
        }

        if (on > clock.Today)
        {
            return new DayIsInFuture("EndedOn");
        }

        if (on < incident.OccurredOn)
        {
            return new DayIsTooEarly("EndedOn", incident.OccurredOn);
        }

        db.Entry(measure).Property(m => m.Version).OriginalValue = version;
        measure.Finish(end, on, note?.Trim());
        return await editing.CommitAsync(section, Start(MeasureEnded, incident, ("end", end)), ct);
    }

    internal static ProcessStart Start(
        ProcessType type,
        Incident incident,
        params (string Name, object? Value)[] values
    )
    {
        var named = values.ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal);
        named["day"] = incident.OccurredOn;
        return new ProcessStart(type) { Subject = incident.Id, Values = named };
    }
}

/// <summary>A measure ends once.</summary>
internal sealed record MeasureEndedAlready() : Refusal("incidents.refusal.measureEnded");

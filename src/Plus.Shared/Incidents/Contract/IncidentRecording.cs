using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Incidents.Records;

namespace Plus.Shared.Incidents.Contract;

/// <summary>An incident to record.</summary>
/// <param name="Subject">The contact it came to light in.</param>
/// <param name="Host">The host at which it happened.</param>
public sealed record NewIncident(
    SectionId Section,
    string Kind,
    DateOnly OccurredOn,
    TimeOnly? OccurredAt,
    string? Place,
    string Affected,
    string Description,
    string? FirstResponse,
    Guid? Subject = null,
    HostEmployerId? Host = null
);

/// <summary>Adds incidents to what is being written, with everybody who is to be told; any room may, the caller commits.</summary>
public sealed class IncidentRecording(PlusDb db, StaffAccessor staff, PlusClock clock)
{
    public static readonly ProcessType Recorded = new("incidents.recorded", OnTimeline: true);

    /// <returns>The incident added; null when the kind may not be recorded any more.</returns>
    public async Task<Incident?> AddAsync(NewIncident wanted, CancellationToken ct)
    {
        var kind = await db.Set<IncidentKind>().SingleOrDefaultAsync(k => k.Code == wanted.Kind && k.Active, ct);
        if (kind is null)
        {
            return null;
        }

        var incident = new Incident(
            wanted.Section,
            kind.Code,
            wanted.OccurredOn,
            clock.Today.AddDays(kind.ReviewDays),
            clock.Now,
            staff.Current.Id
        );
        incident.Describe(
            wanted.OccurredAt,
            wanted.Place,
            wanted.Affected,
            wanted.Description.Trim(),
            wanted.FirstResponse?.Trim()
        );
        incident.CameFrom(wanted.Subject, wanted.Host);
        db.Add(incident);
        db.AddRange(kind.Levels.Select(l => new IncidentNotice(incident, l, clock.Now, null)));
        return incident;
    }

    /// <summary>The process under which it is committed; its line is seen by who may see incidents.</summary>
    public static ProcessStart Start(Incident incident) =>
        new(Recorded)
        {
            Subject = incident.Id,
            OnDay = incident.OccurredOn,
            Values = new Dictionary<string, object?> { ["day"] = incident.OccurredOn, ["kind"] = incident.Kind },
        };
}

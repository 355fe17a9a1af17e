using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Records;
using Plus.Shared.HostPages.Entering;
using Plus.Shared.HostPages.Working;
using Plus.Shared.Incidents;
using Plus.Shared.Incidents.Contract;
using Plus.Shared.Tasks.Sync;
using Plus.Shared.WorkHours.Records;

namespace Plus.Shared.HostPages.Telling;

/// <summary>A host tells of an accident of a client who was sent to it on that day: an incident at once, told upwards by its kind.</summary>
internal sealed class TellIncidentHandler(
    PlusDb db,
    IncidentRecording recording,
    TaskSync tasks,
    Processes processes,
    HostSession session,
    StaffAccessor staff,
    PlusClock clock
)
{
    public async Task<Outcome<Unit>> TellAsync(
        SectionId id,
        DateOnly day,
        string? place,
        string description,
        string? firstResponse,
        CancellationToken ct
    )
    {
        var earliest = clock.Today.AddDays(-HostWorkHandler.DaysBack);
        if (day > clock.Today)
        {
            return new DayIsInFuture("Day");
        }

        if (day < earliest)
        {
            return new DayIsTooEarly("Day", earliest);
        }

        using var itself = staff.AsSystem("host page");
        var host = session.Visitor.Host;
        var section = await db.Set<Section>()
            .SingleOrDefaultAsync(
                s =>
                    s.Id == id
                    && s.RegisteredOn != null
                    && s.ClosedOn == null
                    && s.AnnulledOn == null
                    && db.Set<Placement>()
                        .Any(p =>
                            p.SectionId == s.Id
                            && p.HostEmployerId == host
                            && p.From <= day
                            && (p.To == null || p.To >= day)
                        ),
                ct
            );
        if (section is null)
        {
            return new NoSuchRecord();
        }

        var incident = await recording.AddAsync(
            new NewIncident(
                id,
                IncidentCodes.WorkAccident,
                day,
                null,
                place?.Trim(),
                "client",
                description,
                firstResponse,
                null,
                host
            ),
            ct
        );
        if (incident is null)
        {
            return new NoSuchRecord();
        }

        await tasks.AlignAsync([id], ct);
        return await processes.CommitAsync(
            IncidentRecording.Start(incident) with
            {
                Client = section.ClientId,
                Section = id,
            },
            ct
        );
    }
}

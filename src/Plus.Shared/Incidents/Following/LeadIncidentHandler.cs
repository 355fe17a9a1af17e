using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Records;
using Plus.Shared.Incidents.Listing;
using Plus.Shared.Incidents.Records;

namespace Plus.Shared.Incidents.Following;

/// <summary>What who leads does with an incident: takes note, tells it further, closes it.</summary>
internal sealed class LeadIncidentHandler(
    PlusDb db,
    IncidentReader reader,
    SectionEditing editing,
    StaffAccessor staff,
    PlusClock clock
)
{
    public static readonly ProcessType Noted = new("incidents.noted", OnTimeline: true);
    public static readonly ProcessType ToldFurther = new("incidents.toldFurther", OnTimeline: true);
    public static readonly ProcessType Closed = new("incidents.closed", OnTimeline: true);

    public async Task<Outcome<Unit>> NoteAsync(Guid id, CancellationToken ct)
    {
        if (await OpenAsync(id, ct) is not { } open)
        {
            return new NoSuchRecord();
        }

        var level = IncidentLevels.Of(staff.Current);
        var notice = await db.Set<IncidentNotice>()
            .SingleOrDefaultAsync(n => n.IncidentId == id && n.Level == level && n.SeenAt == null, ct);
        if (notice is null)
        {
            return new NoSuchRecord();
        }

        notice.Seen(clock.Now, staff.Current.Id);
        return await editing.CommitAsync(
            open.Section,
            FollowIncidentHandler.Start(Noted, open.Incident, ("level", notice.Level)),
            ct
        );
    }

    public async Task<Outcome<Unit>> TellAsync(Guid id, string level, string reason, CancellationToken ct)
    {
        if (await OpenAsync(id, ct) is not { } open)
        {
            return new NoSuchRecord();
        }

        if (await db.Set<IncidentNotice>().AnyAsync(n => n.IncidentId == id && n.Level == level, ct))
        {
            return new LevelIsTold();
        }

        db.Add(new IncidentNotice(open.Incident, level, clock.Now, reason.Trim()));
        return await editing.CommitAsync(
            open.Section,
            FollowIncidentHandler.Start(ToldFurther, open.Incident, ("level", level)) with
            {
                Reason = reason,
            },
            ct
        );
    }

    /// <summary>Closes what is followed to its end: nothing open, and everybody who was told took note.</summary>
    public async Task<Outcome<Unit>> CloseAsync(Guid id, string conclusion, uint version, CancellationToken ct)
    {
        if (await OpenAsync(id, ct) is not { } open)
        {
            return new NoSuchRecord();
        }

        var incident = open.Incident;
        if (incident.Measures.Any(m => m.EndedOn is null))
        {
            return new MeasuresAreOpen();
        }

        if (await db.Set<IncidentNotice>().AnyAsync(n => n.IncidentId == id && n.SeenAt == null, ct))
        {
            return new NotEverybodyKnows();
        }

        db.Entry(incident).Property(i => i.Version).OriginalValue = version;
        incident.Close(clock.Today, staff.Current.Id, conclusion.Trim());
        return await editing.CommitAsync(open.Section, FollowIncidentHandler.Start(Closed, incident), ct);
    }

    private async Task<(Incident Incident, Section Section)?> OpenAsync(Guid id, CancellationToken ct) =>
        await reader.FindAsync(id, IncidentsModule.Lead, ct) is { ClosedOn: null } incident
        && await editing.FindAsync(incident.SectionId, IncidentsModule.Lead, null, ct) is { } section
            ? (incident, section)
            : null;
}

/// <summary>A level is told once.</summary>
internal sealed record LevelIsTold() : Refusal("incidents.refusal.told")
{
    public override string? Field => "Level";
}

/// <summary>What was decided is done or given up before the incident is closed.</summary>
internal sealed record MeasuresAreOpen() : Refusal("incidents.refusal.measuresOpen");

/// <summary>Who was told has taken note before the incident is closed.</summary>
internal sealed record NotEverybodyKnows() : Refusal("incidents.refusal.notEverybodyKnows");

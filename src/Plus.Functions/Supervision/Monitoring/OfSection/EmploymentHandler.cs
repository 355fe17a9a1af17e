using Microsoft.EntityFrameworkCore;
using Plus.Functions.Supervision.Monitoring.Records;
using Plus.Functions.Supervision.Records;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Clients.Records;
using Plus.Shared.Obligations.Bans;

namespace Plus.Functions.Supervision.Monitoring.OfSection;

/// <summary>It was seen whether the client found work: the task is done, and the client's record says the same.</summary>
internal sealed class EmploymentHandler(PlusDb db, SectionEditing editing, BanCheck bans, PlusClock clock)
{
    public static readonly ProcessType Seen = new("supervision.employmentSeen", OnTimeline: true);

    public async Task<Outcome<Unit>> SeeAsync(MonitoringEmployment seen, bool banKnown, CancellationToken ct)
    {
        var section = await editing.FindAsync(seen.SectionId, MonitoringPermissions.Order, null, ct);
        if (section is not { IsOpen: true })
        {
            return new NoSuchRecord();
        }

        if (seen.SeenOn > clock.Today)
        {
            return new DayIsInFuture("SeenOn");
        }

        if (seen.WorksFrom > clock.Today)
        {
            return new DayIsInFuture("WorksFrom");
        }

        var place = new CheckedPlace(section.ClientId, "work", seen.WorksFrom ?? seen.SeenOn, seen.Employer);
        if (await bans.RefuseAsync(place, "Employer", banKnown, isFact: true, ct) is { } met)
        {
            return met;
        }

        db.Add(seen);
        (await db.Set<SupervisionSentence>().SingleAsync(f => f.SectionId == section.Id, ct)).SeeEmployment();
        if (seen.WorksFrom is not null)
        {
            var client = await db.Set<Client>().SingleAsync(c => c.Id == section.ClientId, ct);
            client.LivesWith(client.Education, "employed", client.Dependants);
        }

        return await editing.CommitAsync(
            section,
            new ProcessStart(Seen)
            {
                Subject = seen.Id,
                OnDay = seen.SeenOn,
                Values = new Dictionary<string, object?> { ["works"] = seen.WorksFrom is null ? "no" : "yes" },
            },
            ct
        );
    }
}

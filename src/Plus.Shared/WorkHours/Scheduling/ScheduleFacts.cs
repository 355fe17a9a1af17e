using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.CommunityWork;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Records;
using Plus.Shared.Partners.Records;
using Plus.Shared.WorkHours.Contract;
using Plus.Shared.WorkHours.Entering;
using Plus.Shared.WorkHours.Places;
using Plus.Shared.WorkHours.Records;

namespace Plus.Shared.WorkHours.Scheduling;

/// <summary>What the law of schedules asks of a section, and the days that are planned already.</summary>
/// <param name="Placement">Where the days from the first on are worked; null when the client is sent nowhere then.</param>
/// <param name="Planned">Every planned day from today on that has no entry yet.</param>
public sealed record PlannedSection(
    ScheduleRequest Request,
    Placement? Placement,
    HostSite? Site,
    IReadOnlyList<PlannedDay> Planned
);

/// <summary>Reads what a schedule is made from.</summary>
internal sealed class ScheduleFacts(PlusDb db, HoursJudge judge, SitePlaces places, PlusClock clock)
{
    /// <param name="from">First day that may be planned.</param>
    public async Task<PlannedSection> ReadAsync(
        WorkDoor door,
        Section section,
        WorkMeasure measure,
        DateOnly from,
        int weeklyMinutes,
        CancellationToken ct
    )
    {
        var born = await db.Set<Client>().Where(c => c.Id == section.ClientId).Select(c => c.BirthDate).SingleAsync(ct);
        var profile = await db.Set<WorkProfile>()
            .AsNoTracking()
            .SingleOrDefaultAsync(p => p.SectionId == section.Id, ct);
        var placements = await db.Set<Placement>()
            .AsNoTracking()
            .Where(p => p.SectionId == section.Id && (p.To == null || p.To >= from))
            .OrderBy(p => p.From)
            .ToListAsync(ct);
        var placement = placements.FirstOrDefault();
        var site = placement?.SiteId is { } id
            ? await db.Set<HostSite>().AsNoTracking().SingleAsync(s => s.Id == id, ct)
            : null;
        var days = await door.DaysAsync(db, section.Id, tracked: false, ct);
        var facts = await judge.FactsAsync(section, measure, days, ct);
        var entered = facts.Entries.Select(e => e.Day).ToHashSet();
        var today = clock.Today;
        var planned = (
            await db.Set<PlannedDay>()
                .AsNoTracking()
                .Where(d => d.SectionId == section.Id && d.Day >= today)
                .OrderBy(d => d.Day)
                .ToListAsync(ct)
        )
            .Where(d => !entered.Contains(d.Day))
            .ToList();
        // What is planned before the first day stays and will be worked: it is not planned a second time.
        facts = facts with
        {
            Entries =
            [
                .. facts.Entries,
                .. planned.Where(d => d.Day < from).Select(d => new HoursEntry(d.Day, d.Minutes)),
            ],
        };
        var request = new ScheduleRequest(
            facts,
            placement is null || placement.From <= from ? from : placement.From,
            placement?.To,
            profile?.Free ?? FreeHours.Daytime,
            day => WorkStatuses.On(measure.WorkStatus, born, day),
            measure.ConsentsToFourHours,
            measure.RegularWorkNotAvailable,
            await PlacesAsync(section, site, from, ct),
            weeklyMinutes
        );
        return new PlannedSection(request, placement, site, planned);
    }

    private async Task<Func<DateOnly, int>> PlacesAsync(
        Section section,
        HostSite? site,
        DateOnly from,
        CancellationToken ct
    )
    {
        if (site is null)
        {
            return _ => 1;
        }

        var taken = await places.TakenByDayAsync(site.Id, from, section.Id, ct);
        var met = (await places.MeetingsAsync(section.ClientId, from, ct))[site.Id].OfType<DateOnly>().ToHashSet();
        return day => !site.IsUsedOn(day) || met.Contains(day) ? 0 : site.PlacesOn(day) - taken.GetValueOrDefault(day);
    }
}

using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.CommunityWork;
using Plus.Law.Rules;
using Plus.Law.Sections;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Records;
using Plus.Shared.Cases.Scope;
using Plus.Shared.Clients.Records;
using Plus.Shared.Partners.Records;
using Plus.Shared.Rules.Current;
using Plus.Shared.WorkHours.Contract;

namespace Plus.Shared.WorkHours.Need;

/// <summary>Places of an office's hosts against what its clients need in the weeks ahead; nobody is named.</summary>
internal sealed class PlacesNeed(
    PlusDb db,
    FunctionDoors doors,
    CurrentRules rules,
    StaffAccessor staff,
    PlusClock clock
)
{
    public async Task<IReadOnlyList<PlacesWeek>> ReadAsync(OfficeId office, CancellationToken ct)
    {
        var set = await rules.ReadAsync(ct);
        var weeks = set.Parameters.Get(ParameterCodes.ShortageWarningWeeks, clock.Today).WholeNumber;
        var first = WorkWeek.MondayOf(clock.Today).AddDays(7);
        var clients = await ClientsAsync(office, set, first, ct);
        var places = await PlacesAsync(office, first, weeks, ct);
        return PlacesForecast.Of(clients, monday => places.GetValueOrDefault(monday), first, weeks);
    }

    private async Task<List<WorkAhead>> ClientsAsync(OfficeId office, RuleSet set, DateOnly first, CancellationToken ct)
    {
        var open = await (
            from s in db.Set<Section>().AsNoTracking().Within(staff.Current, WorkHoursModule.Enter)
            join c in db.Set<Client>() on s.ClientId equals c.Id
            where s.OfficeId == office && s.RegisteredOn != null && s.ClosedOn == null && s.AnnulledOn == null
            where s.State != SectionState.Suspended
            select new
            {
                s.Id,
                s.Function,
                c.BirthDate,
            }
        ).ToListAsync(ct);
        var births = open.ToDictionary(s => s.Id, s => s.BirthDate);
        var adjusted = await db.Set<Records.HoursAdjustment>()
            .Where(a => db.Set<Section>().Any(s => s.Id == a.SectionId && s.OfficeId == office && s.ClosedOn == null))
            .GroupBy(a => a.SectionId)
            .Select(g => new { g.Key, Minutes = g.Sum(a => a.Minutes) })
            .ToDictionaryAsync(g => g.Key, g => g.Minutes, ct);
        var minimum = set.Parameters.Get(ParameterCodes.WeeklyMinimumHours, first).Minutes;
        var ahead = new List<WorkAhead>();
        foreach (var door in doors.All.OfType<WorkDoor>())
        {
            var ids = open.Where(s => s.Function == door.Code).Select(s => s.Id).ToList();
            foreach (var (id, work) in await door.WorkOfAsync(db, ids, ct))
            {
                var measure = work.Measure;
                var left =
                    measure.ImposedMinutes - work.Days.Sum(d => d.CreditedMinutes) - adjusted.GetValueOrDefault(id);
                var usual = new ProposedHours(
                    first,
                    1,
                    WorkStatuses.On(measure.WorkStatus, births[id], first),
                    measure.ConsentsToFourHours
                );
                var weekly = HoursRules.WeeklyLimit(usual, set.Parameters) is { } most
                    ? Math.Min(most, minimum)
                    : minimum;
                ahead.Add(
                    new WorkAhead(
                        left,
                        measure.RegularWorkNotAvailable ? 0 : weekly,
                        HoursRules.DailyLimit(usual, set.Calendar, set.Parameters).Minutes
                    )
                );
            }
        }

        return ahead;
    }

    private async Task<Dictionary<DateOnly, int>> PlacesAsync(
        OfficeId office,
        DateOnly first,
        int weeks,
        CancellationToken ct
    )
    {
        var sites = await (
            from s in db.Set<HostSite>().AsNoTracking()
            join h in db.Set<HostEmployer>() on s.HostEmployerId equals h.Id
            where h.OfficeId == office && (s.To == null || s.To >= first)
            select s
        ).ToListAsync(ct);
        var hosts = sites.Select(s => s.HostEmployerId).ToHashSet();
        var contracts = (
            await db.Set<HostContract>().AsNoTracking().Where(c => hosts.Contains(c.HostEmployerId)).ToListAsync(ct)
        ).ToLookup(c => c.HostEmployerId);
        return Enumerable
            .Range(0, weeks)
            .Select(w => first.AddDays(7 * w))
            .ToDictionary(
                monday => monday,
                monday =>
                    Enumerable
                        .Range(0, 7)
                        .Select(monday.AddDays)
                        .Sum(day =>
                            sites
                                .Where(s => s.IsUsedOn(day) && contracts[s.HostEmployerId].Any(c => c.InForceOn(day)))
                                .Sum(s => s.PlacesOn(day))
                        )
            );
    }
}

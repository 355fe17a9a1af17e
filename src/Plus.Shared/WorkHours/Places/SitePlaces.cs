using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Records;
using Plus.Shared.Partners.Records;
using Plus.Shared.WorkHours.Records;

namespace Plus.Shared.WorkHours.Places;

/// <summary>
/// How many places of sites are taken. Clients of every office count, so the service itself counts; nobody's name comes
/// out of it.
/// </summary>
public sealed class SitePlaces(PlusDb db, StaffAccessor staff)
{
    private const int WeeksLookedAt = 4;

    /// <summary>
    /// Nobody else takes a place of the host until the transaction ends: two who look in the same second would both see
    /// the last one free. Asked for before the places are counted.
    /// </summary>
    public Task HoldAsync(HostEmployerId host, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({"host-places " + host}, 0))", ct);

    /// <summary>The same for every host that a client is sent to from a day on.</summary>
    public async Task HoldAsync(SectionId section, DateOnly from, CancellationToken ct)
    {
        var hosts = await db.Set<Placement>()
            .Where(p => p.SectionId == section && (p.To == null || p.To >= from))
            .Select(p => p.HostEmployerId)
            .Distinct()
            .OrderBy(h => h)
            .ToListAsync(ct);
        foreach (var host in hosts)
        {
            await HoldAsync(host, ct);
        }
    }

    /// <summary>
    /// Places taken on each weekday (Monday first) in the four weeks from a day: the most of the weeks. A client who is
    /// placed and has no days planned ahead takes a place on every day.
    /// </summary>
    public Task<IReadOnlyDictionary<Guid, int[]>> TakenByWeekdayAsync(
        DateOnly from,
        SectionId? besides,
        CancellationToken ct
    ) => AsServiceAsync(() => CountByWeekdayAsync(from, besides, ct), ct);

    private async Task<IReadOnlyDictionary<Guid, int[]>> CountByWeekdayAsync(
        DateOnly from,
        SectionId? besides,
        CancellationToken ct
    )
    {
        var to = from.AddDays((7 * WeeksLookedAt) - 1);
        var planned = await Planned(from, to, besides)
            .GroupBy(d => new { d.SiteId, d.Day })
            .Select(g => new
            {
                g.Key.SiteId,
                g.Key.Day,
                Count = g.Count(),
            })
            .ToListAsync(ct);
        var always = await Standing(from, besides)
            .Where(p => !db.Set<PlannedDay>().Any(d => d.PlacementId == p.Id && d.Day >= from))
            .GroupBy(p => p.SiteId)
            .Select(g => new { SiteId = g.Key, Count = g.Count() })
            .ToListAsync(ct);
        var taken = new Dictionary<Guid, int[]>();
        foreach (var day in planned)
        {
            var week = WeekOf(taken, day.SiteId!.Value);
            var weekday = ((int)day.Day.DayOfWeek + 6) % 7;
            week[weekday] = Math.Max(week[weekday], day.Count);
        }

        foreach (var site in always)
        {
            var week = WeekOf(taken, site.SiteId!.Value);
            for (var i = 0; i < 7; i++)
            {
                week[i] += site.Count;
            }
        }

        return taken;
    }

    /// <summary>Places taken at a site on each day from a day on; days without are left out.</summary>
    public Task<IReadOnlyDictionary<DateOnly, int>> TakenByDayAsync(
        Guid site,
        DateOnly from,
        SectionId? besides,
        CancellationToken ct
    ) => AsServiceAsync(() => CountByDayAsync(site, from, besides, ct), ct);

    private async Task<IReadOnlyDictionary<DateOnly, int>> CountByDayAsync(
        Guid site,
        DateOnly from,
        SectionId? besides,
        CancellationToken ct
    )
    {
        return await db.Set<PlannedDay>()
            .Where(d => d.SiteId == site && d.Day >= from && d.SectionId != besides)
            .GroupBy(d => d.Day)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
    }

    /// <summary>
    /// Where and when people whom a client must not meet work from a day on: the sites, and the days planned there; no
    /// days where the person has none planned and so may come on any.
    /// </summary>
    public Task<ILookup<Guid, DateOnly?>> MeetingsAsync(ClientId client, DateOnly first, CancellationToken ct) =>
        AsServiceAsync(() => FindMeetingsAsync(client, first, ct), ct);

    private async Task<ILookup<Guid, DateOnly?>> FindMeetingsAsync(
        ClientId client,
        DateOnly first,
        CancellationToken ct
    )
    {
        var others = await db.Set<MustNotMeet>()
            .Where(m => (m.FirstId == client || m.SecondId == client) && (m.To == null || m.To >= first))
            .Select(m => m.FirstId == client ? m.SecondId : m.FirstId)
            .ToListAsync(ct);
        if (others.Count == 0)
        {
            return Array.Empty<(Guid Site, DateOnly? Day)>().ToLookup(x => x.Site, x => x.Day);
        }

        var found = await (
            from p in Standing(first, null)
            join s in db.Set<Section>() on p.SectionId equals s.Id
            join d in db.Set<PlannedDay>().Where(d => d.Day >= first) on p.Id equals d.PlacementId into days
            from d in days.DefaultIfEmpty()
            where others.Contains(s.ClientId)
            select new { p.SiteId, Day = (DateOnly?)d.Day }
        ).ToListAsync(ct);
        return found.ToLookup(f => f.SiteId!.Value, f => f.Day);
    }

    /// <summary>How many clients are placed at each host on a day; hosts without any are left out.</summary>
    public Task<IReadOnlyDictionary<HostEmployerId, int>> ClientsOfHostsAsync(DateOnly day, CancellationToken ct) =>
        AsServiceAsync(() => CountOfHostsAsync(day, ct), ct);

    private async Task<IReadOnlyDictionary<HostEmployerId, int>> CountOfHostsAsync(DateOnly day, CancellationToken ct)
    {
        return await db.Set<Placement>()
            .Where(p => p.From <= day && (p.To == null || p.To >= day))
            .Where(p => db.Set<Section>().Any(s => s.Id == p.SectionId && s.ClosedOn == null && s.AnnulledOn == null))
            .GroupBy(p => p.HostEmployerId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
    }

    // Also within a transaction, where the database was told at its start who acts.
    private async Task<T> AsServiceAsync<T>(Func<Task<T>> read, CancellationToken ct)
    {
        try
        {
            using (staff.AsSystem("places"))
            {
                await db.TellAsync(ct);
                return await read();
            }
        }
        finally
        {
            await db.TellAsync(ct);
        }
    }

    private static int[] WeekOf(Dictionary<Guid, int[]> taken, Guid site)
    {
        if (!taken.TryGetValue(site, out var week))
        {
            taken[site] = week = new int[7];
        }

        return week;
    }

    private IQueryable<PlannedDay> Planned(DateOnly from, DateOnly to, SectionId? besides) =>
        db.Set<PlannedDay>().Where(d => d.SiteId != null && d.Day >= from && d.Day <= to && d.SectionId != besides);

    private IQueryable<Placement> Standing(DateOnly from, SectionId? besides) =>
        db.Set<Placement>()
            .Where(p => p.SiteId != null && (p.To == null || p.To >= from) && p.SectionId != besides)
            .Where(p => db.Set<Section>().Any(s => s.Id == p.SectionId && s.ClosedOn == null && s.AnnulledOn == null));
}

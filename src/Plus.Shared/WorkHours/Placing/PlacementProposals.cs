using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Law.CommunityWork;
using Plus.Law.Figures;
using Plus.Law.Identity;
using Plus.Law.Rules;
using Plus.Shared.Access;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Records;
using Plus.Shared.Organisation.Delivered;
using Plus.Shared.Partners.Editing;
using Plus.Shared.Partners.Records;
using Plus.Shared.Rules.Current;
using Plus.Shared.WorkHours.Places;
using Plus.Shared.WorkHours.Records;

namespace Plus.Shared.WorkHours.Placing;

/// <summary>A site proposed for a client, with what speaks for it and against it.</summary>
/// <param name="Site">Null for a host that has no sites yet.</param>
/// <param name="Works">Kinds of work offered.</param>
public sealed record Proposal(
    HostEmployer Host,
    HostSite? Site,
    IReadOnlyList<SiteWork> Works,
    int? Kilometres,
    PlacementFit Fit
)
{
    /// <summary>What a form sends: the host, and the site behind it where there is one.</summary>
    public string Code => Site is null ? Host.Id.ToString() : $"{Host.Id}/{Site.Id}";

    public string Address => Site?.Address ?? Host.Address ?? "";
}

/// <summary>Ranks the sites of hosts whose contract is in force on a day by how well they fit a client.</summary>
internal sealed class PlacementProposals(PlusDb db, CurrentRules rules, SitePlaces places, StaffAccessor staff)
{
    /// <param name="only">Only this host; null for all.</param>
    public async Task<IReadOnlyList<Proposal>> RankAsync(
        Section section,
        Client person,
        DateOnly day,
        HostEmployerId? only,
        CancellationToken ct
    )
    {
        var parameters = (await rules.ReadAsync(ct)).Parameters;
        var client = await ClientAsync(section, person, day, parameters, ct);
        var home = TerritoryPoints.Of(await ResidenceAsync(person.Id, ct));
        var hosts = await (
            from h in db.Set<HostEmployer>().AsNoTracking()
            where only == null || h.Id == only
            where
                db.Set<HostContract>()
                    .Any(c => c.HostEmployerId == h.Id && c.From <= day && (c.To == null || c.To >= day))
            select h
        ).ToListAsync(ct);
        var ids = hosts.Select(h => h.Id).ToList();
        var sites = (
            await db.Set<HostSite>()
                .AsNoTracking()
                .Where(s => ids.Contains(s.HostEmployerId) && (s.To == null || s.To >= day))
                .ToListAsync(ct)
        ).ToLookup(s => s.HostEmployerId);
        var known = await KnowAsync(person.Id, section.Id, ids, day, parameters, ct);
        var proposals = new List<Proposal>();
        foreach (var host in hosts)
        {
            foreach (var site in sites[host.Id].DefaultIfEmpty())
            {
                var km = Distance(home, site, host);
                var works = site is null ? [] : known.Works[site.Id].ToList();
                var facts = Facts(host, site, works, km, client, known, section.OfficeId);
                var fit = PlacementRules.Judge(client, facts, day, parameters);
                proposals.Add(new Proposal(host, site, works, km, fit));
            }
        }

        return
        [
            .. proposals
                .OrderByDescending(p => p.Fit.Score)
                .ThenByDescending(p => p.Host.OfficeId == section.OfficeId)
                .ThenBy(p => p.Host.Name, StringComparer.Ordinal),
        ];
    }

    private sealed record Known(
        HashSet<HostEmployerId> Trained,
        ILookup<Guid, SiteWork> Works,
        HashSet<(string Territory, string Work)> Priorities,
        IReadOnlyDictionary<Guid, int[]> Taken,
        ILookup<Guid, DateOnly?> Meetings
    );

    private async Task<Known> KnowAsync(
        ClientId client,
        SectionId section,
        List<HostEmployerId> hosts,
        DateOnly day,
        LegalParameters parameters,
        CancellationToken ct
    )
    {
        var trainings = await db.Set<HostTraining>()
            .AsNoTracking()
            .Where(t => t.Kind == HostTraining.ChildRights && hosts.Contains(t.HostEmployerId) && t.HeldOn <= day)
            .Select(t => new { t.HostEmployerId, t.HeldOn })
            .ToListAsync(ct);
        var works = await db.Set<SiteWork>()
            .AsNoTracking()
            .Where(w => w.To == null || w.To >= day)
            .Where(w => db.Set<HostSite>().Any(s => s.Id == w.SiteId && hosts.Contains(s.HostEmployerId)))
            .ToListAsync(ct);
        var priorities = await db.Set<PriorityWork>()
            .AsNoTracking()
            .Where(p => p.From <= day && (p.To == null || p.To >= day))
            .Select(p => new { p.TerritoryCode, p.Work })
            .ToListAsync(ct);
        return new Known(
            [
                .. trainings
                    .Where(t => ChildRightsTraining.IsValidOn(day, [t.HeldOn], parameters))
                    .Select(t => t.HostEmployerId),
            ],
            works.ToLookup(w => w.SiteId),
            [.. priorities.Select(p => (p.TerritoryCode, p.Work))],
            await places.TakenByWeekdayAsync(day, section, ct),
            await places.MeetingsAsync(client, day, ct)
        );
    }

    private static PlacementSite Facts(
        HostEmployer host,
        HostSite? site,
        List<SiteWork> works,
        int? km,
        PlacementClient client,
        Known known,
        OfficeId? office
    )
    {
        var taken = site is null ? null : known.Taken.GetValueOrDefault(site.Id);
        // A host without sites says nothing of places: nothing is known to be full.
        var free = Enumerable
            .Range(0, 7)
            .Select(d => site is null ? 1 : Math.Max(0, site.Places[d] - (taken?[d] ?? 0)))
            .ToArray();
        var meets = false;
        if (site is not null && known.Meetings[site.Id].ToList() is { Count: > 0 } met)
        {
            foreach (var weekday in Enumerable.Range(0, 7))
            {
                if (met.Exists(m => m is null || ((int)m.Value.DayOfWeek + 6) % 7 == weekday))
                {
                    meets |= free[weekday] > 0 && client.Free.Days[weekday].Count > 0;
                    free[weekday] = 0;
                }
            }

            // Other days are left on which the two do not meet.
            meets = meets && !Enumerable.Range(0, 7).Any(d => free[d] > 0 && client.Free.Days[d].Count > 0);
        }

        // Of several kinds of work the client can be given the one that suits best.
        var best = works
            .OrderBy(w => w.Strains.Intersect(client.HealthLimits).Any())
            .ThenBy(w => w.Heavy && client.HealthLimits.Contains("lifting"))
            .ThenByDescending(w => w.Skills.Intersect(client.Skills).Count() - w.Skills.Except(client.Skills).Count())
            .FirstOrDefault();
        return new PlacementSite(
            host.TakesMinors,
            known.Trained.Contains(host.Id),
            host.RefusedOffences.ToHashSet(StringComparer.Ordinal),
            site?.NearChildren == true || best?.NearChildren == true,
            best?.Heavy == true,
            (best?.Skills ?? []).ToHashSet(StringComparer.Ordinal),
            (best?.Strains ?? []).ToHashSet(StringComparer.Ordinal),
            free,
            meets,
            works.Exists(w => known.Priorities.Contains((site!.TerritoryCode ?? "", w.Work))),
            km ?? (host.OfficeId == office ? null : 60)
        );
    }

    private async Task<PlacementClient> ClientAsync(
        Section section,
        Client person,
        DateOnly day,
        LegalParameters parameters,
        CancellationToken ct
    )
    {
        var profile = await db.Set<WorkProfile>()
            .AsNoTracking()
            .SingleOrDefaultAsync(p => p.SectionId == section.Id, ct);
        var health = staff.Current.May(SpecialCategories.Health)
            ? await db.Set<WorkHealth>().AsNoTracking().SingleOrDefaultAsync(h => h.SectionId == section.Id, ct)
            : null;
        var offences = await db.Set<BasisOffence>()
            .AsNoTracking()
            .Where(o => db.Set<Basis>().Any(b => b.Id == o.BasisId && b.ClientId == person.Id))
            .Select(o => new { o.Article, o.Sup })
            .ToListAsync(ct);
        var earlier = await db.Set<EarlierConviction>()
            .AsNoTracking()
            .Where(c => c.ClientId == person.Id)
            .Select(c => new { c.Article, c.Sup })
            .ToListAsync(ct);
        var groups = offences
            .Concat(earlier)
            .Where(o => CriminalArticle.TryParse(o.Article, out _))
            .SelectMany(o =>
                OffenceGroups.Of(
                    new CriminalArticle(
                        int.Parse(o.Article, System.Globalization.CultureInfo.InvariantCulture),
                        o.Sup ?? 0
                    ),
                    day,
                    parameters
                )
            )
            .ToHashSet(StringComparer.Ordinal);
        if (section.SexualOffence)
        {
            groups.Add(OffenceGroups.Sexual);
        }

        return new PlacementClient(
            PersonAge.AgeOn(person.BirthDate, day) < 18,
            groups,
            (profile?.Skills ?? []).ToHashSet(StringComparer.Ordinal),
            (health?.Limits ?? []).ToHashSet(StringComparer.Ordinal),
            profile?.Free ?? FreeHours.Daytime
        );
    }

    private Task<string?> ResidenceAsync(ClientId client, CancellationToken ct) =>
        db.Set<ClientAddress>()
            .Where(a => a.ClientId == client && a.To == null && a.TerritoryCode != null)
            .OrderByDescending(a => a.Kind == AddressKind.Actual)
            .ThenByDescending(a => a.AsOf)
            .Select(a => a.TerritoryCode)
            .FirstOrDefaultAsync(ct);

    private static int? Distance((double, double)? home, HostSite? site, HostEmployer host)
    {
        var there = site?.Latitude is { } lat
            ? (lat, site.Longitude!.Value)
            : TerritoryPoints.Of(site?.TerritoryCode ?? host.TerritoryCode);
        return home is { } from && there is { } to ? (int)Math.Round(MapPoint.Kilometres(from, to)) : null;
    }
}

using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Law.Identity;
using Plus.Shared.Cases.Records;
using Plus.Shared.Obligations.Records;
using Plus.Shared.Organisation.Records;
using Plus.Shared.Partners.Editing;

namespace Plus.Shared.Obligations.Bans;

/// <summary>A ban that a place meets.</summary>
/// <param name="Obligation">The obligation it belongs to.</param>
/// <param name="Ban">The protected address, or the obligation itself where it names the place.</param>
/// <param name="EnteredBy">Who wrote the protected address down; null where the obligation names the place.</param>
internal sealed record BanMet(SectionId Section, Guid Obligation, Guid Ban, StaffId? EnteredBy);

/// <summary>
/// The bans of one client that are held against places, read as the service itself. Protected addresses never leave this
/// class.
/// </summary>
internal sealed class HeldBans
{
    private readonly List<Obligation> _held;
    private readonly ILookup<Guid, ProtectedAddress> _addresses;
    private readonly IReadOnlyList<(string Code, string Name)> _territories;
    private readonly int _metres;

    private HeldBans(
        List<Obligation> held,
        ILookup<Guid, ProtectedAddress> addresses,
        IReadOnlyList<(string Code, string Name)> territories,
        int metres
    ) => (_held, _addresses, _territories, _metres) = (held, addresses, territories, metres);

    /// <summary>Clients who have a ban that could be met.</summary>
    public static async Task<IReadOnlyList<ClientId>> ClientsAsync(PlusDb db, CancellationToken ct) =>
        await Open(db)
            .Where(o =>
                BanKinds.NamingPlaces.Contains(o.Kind)
                || db.Set<ProtectedAddress>().Any(a => a.ObligationId == o.Id && a.EndedOn == null)
            )
            .Select(o => o.ClientId)
            .Distinct()
            .ToListAsync(ct);

    /// <summary>The bans of some clients.</summary>
    /// <param name="metres">Within how many metres two points are one place.</param>
    public static async Task<IReadOnlyDictionary<ClientId, HeldBans>> OfAsync(
        PlusDb db,
        IReadOnlyCollection<ClientId> clients,
        int metres,
        CancellationToken ct
    )
    {
        var held = await Open(db).Where(o => clients.Contains(o.ClientId)).ToListAsync(ct);
        if (held.Count == 0)
        {
            return new Dictionary<ClientId, HeldBans>();
        }

        var ids = held.ConvertAll(o => o.Id);
        var addresses = (
            await db.Set<ProtectedAddress>()
                .AsNoTracking()
                .Where(a => ids.Contains(a.ObligationId) && a.EndedOn == null)
                .OrderBy(a => a.Id)
                .ToListAsync(ct)
        ).ToLookup(a => a.ObligationId);
        var territories = held.Exists(o => BanKinds.NamingPlaces.Contains(o.Kind))
            ? await db.Set<Territory>().Select(t => new { t.Code, t.Name }).ToListAsync(ct)
            : [];
        var named = territories.ConvertAll(t => (t.Code, t.Name));
        return held.GroupBy(o => o.ClientId)
            .ToDictionary(g => g.Key, g => new HeldBans([.. g], addresses, named, metres));
    }

    /// <summary>The bans that a place meets, protected addresses first.</summary>
    public IEnumerable<BanMet> Meet(CheckedPlace place)
    {
        var binding = _held.Where(o => Binds(o, place.From)).ToList();
        if (binding.Count == 0)
        {
            yield break;
        }

        foreach (var address in _held.SelectMany(o => _addresses[o.Id]))
        {
            if (
                Successors(address.ObligationId).LastOrDefault(binding.Contains) is { } standing
                && Meets(place, address)
            )
            {
                yield return new BanMet(address.SectionId, standing.Id, address.Id, address.EnteredBy);
            }
        }

        foreach (var ban in binding)
        {
            if (Names(ban, place))
            {
                yield return new BanMet(ban.SectionId, ban.Id, ban.Id, null);
            }
        }
    }

    private static IQueryable<Obligation> Open(PlusDb db) =>
        db.Set<Obligation>()
            .AsNoTracking()
            .Where(o => db.Set<Section>().Any(s => s.Id == o.SectionId && s.ClosedOn == null && s.AnnulledOn == null));

    private static bool Binds(Obligation obligation, DateOnly from) =>
        obligation.BindsOn(obligation.From > from ? obligation.From : from);

    // A changed obligation is another record: what was protected before the change is protected after it.
    private IEnumerable<Obligation> Successors(Guid first)
    {
        for (Guid? id = first; id is { } now; )
        {
            if (_held.Find(o => o.Id == now) is { } one)
            {
                yield return one;
            }

            id = _held.Find(o => o.FollowsId == now)?.Id;
        }
    }

    private bool Names(Obligation ban, CheckedPlace place)
    {
        if (BanKinds.OfPlaces.Contains(ban.Kind))
        {
            return (ban.Places ?? "")
                .Split('\n', ';')
                .Any(p =>
                    Meets(place, p, null, null)
                    || (
                        place.TerritoryCode is { } at
                        && BannedTerritories.Called(p, _territories).Any(t => BannedTerritories.AreOne(t, at))
                    )
                );
        }

        // Who may not leave a territory lives in it; a journey out of it is what is applied for.
        return BanKinds.Keeps(ban.Kind)
            && place is { IsHome: true, TerritoryCode: { } code }
            && BannedTerritories.Within(ban.Territory, _territories) is { Count: > 0 } kept
            && !kept.Any(t => BannedTerritories.AreOne(t, code));
    }

    private bool Meets(CheckedPlace place, ProtectedAddress address) =>
        Meets(
            place,
            address.Text,
            address.TerritoryCode,
            address is { Latitude: { } latitude, Longitude: { } longitude } ? (latitude, longitude) : null
        );

    private bool Meets(CheckedPlace place, string text, string? territory, (double Latitude, double Longitude)? point)
    {
        var points = MapPoint.Among(place.Text).Concat(place.Point is { } given ? [given] : []);
        if ((point ?? MapPoint.Among(text).Select(p => ((double, double)?)p).FirstOrDefault()) is { } protectedPoint)
        {
            if (points.Any(p => MapPoint.Kilometres(p, protectedPoint) * 1000 <= _metres))
            {
                return true;
            }
        }

        var elsewhere =
            territory is not null
            && place.TerritoryCode is not null
            && !BannedTerritories.AreOne(territory, place.TerritoryCode);
        return !elsewhere && AddressKey.Of(text)?.IsMentionedIn(place.Text) == true;
    }
}

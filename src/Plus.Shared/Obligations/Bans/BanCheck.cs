using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Identity;
using Plus.Law.Rules;
using Plus.Shared.Access.Records;
using Plus.Shared.Cases.Records;
using Plus.Shared.Obligations.Records;
using Plus.Shared.Partners.Editing;
using Plus.Shared.Rules.Current;

namespace Plus.Shared.Obligations.Bans;

/// <summary>
/// Holds a place of a supervised person against the bans on contact and on places. Protected addresses are read as the
/// service itself and never leave this class; each answer that finds a conflict is written in the audit, so that a hunt
/// for an address leaves its trace. Asked before anything is changed.
/// </summary>
public sealed class BanCheck(PlusDb db, StaffAccessor staff, Processes processes, CurrentRules rules, PlusClock clock)
{
    public static readonly ProcessType Answered = new("obligations.banAnswered");

    /// <summary>The refusal to give, or null when the place meets no ban or may stand nevertheless.</summary>
    /// <param name="known">The person says to have asked, or, with the permission, to have decided.</param>
    /// <param name="isFact">It is so already (an address, a job) and must be written down once it was asked about; else
    /// only who may read victims' data lets it stand.</param>
    public async Task<Refusal?> RefuseAsync(
        CheckedPlace place,
        string field,
        bool known,
        bool isFact,
        CancellationToken ct
    ) =>
        await AnswerAsync(place, known, ct) is { } answer && !(known && (isFact || answer.MayDecide))
            ? new ConflictsWithBan(answer, field)
            : null;

    /// <summary>The answer, written in the audit; null when the place meets no ban.</summary>
    public async Task<BanAnswer?> AnswerAsync(CheckedPlace place, bool known, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(place.Text) && place.Point is null)
        {
            return null;
        }

        var (section, ask) = await FindAsync(place, ct);
        if (section is not { } met)
        {
            return null;
        }

        await processes.NoteAsync(
            new ProcessStart(Answered)
            {
                Client = place.Client,
                Section = met,
                Values = new Dictionary<string, object?> { ["where"] = place.Where, ["known"] = known ? "yes" : "no" },
            },
            ct
        );
        return new BanAnswer(ask, staff.Current.May(ObligationsModule.Protect));
    }

    // As the service: the protected address is not within the reach of who asks, nor perhaps the section of the ban.
    private async Task<(SectionId? Section, string? Ask)> FindAsync(CheckedPlace place, CancellationToken ct)
    {
        var metres = (await rules.ReadAsync(ct)).Parameters.Get(ParameterCodes.BanDistanceMetres, clock.Today);
        using var itself = staff.AsSystem("obligations.bans");
        var held = await db.Set<Obligation>()
            .AsNoTracking()
            .Where(o =>
                o.ClientId == place.Client
                && db.Set<Section>().Any(s => s.Id == o.SectionId && s.ClosedOn == null && s.AnnulledOn == null)
            )
            .ToListAsync(ct);
        var binding = held.Where(o => Binds(o, place.From)).ToList();
        if (binding.Count == 0)
        {
            return default;
        }

        var ids = held.ConvertAll(o => o.Id);
        var addresses = await db.Set<ProtectedAddress>()
            .AsNoTracking()
            .Where(a => ids.Contains(a.ObligationId) && a.EndedOn == null)
            .ToListAsync(ct);
        foreach (var address in addresses)
        {
            if (
                Successors(held, address.ObligationId).Any(binding.Contains)
                && Meets(place, address, metres.WholeNumber)
            )
            {
                return (address.SectionId, await NameAsync([address.EnteredBy], address.SectionId, ct));
            }
        }

        var banned = binding.Find(o => BannedPlaces(o).Any(p => Meets(place, p, null, null, metres.WholeNumber)));
        if (banned is null)
        {
            return default;
        }

        var manager = await ManagerAsync(banned.SectionId, ct);
        return (banned.SectionId, await NameAsync([manager], banned.SectionId, ct));
    }

    private static bool Binds(Obligation obligation, DateOnly from) =>
        obligation.BindsOn(obligation.From > from ? obligation.From : from);

    // A changed obligation is another record: what was protected before the change is protected after it.
    private static IEnumerable<Obligation> Successors(List<Obligation> held, Guid first)
    {
        for (Guid? id = first; id is { } now; )
        {
            if (held.Find(o => o.Id == now) is { } one)
            {
                yield return one;
            }

            id = held.Find(o => o.FollowsId == now)?.Id;
        }
    }

    private static IEnumerable<string> BannedPlaces(Obligation obligation) =>
        BanKinds.OfPlaces.Contains(obligation.Kind) ? (obligation.Places ?? "").Split('\n', ';') : [];

    private static bool Meets(CheckedPlace place, ProtectedAddress address, int metres) =>
        Meets(
            place,
            address.Text,
            address.TerritoryCode,
            address is { Latitude: { } latitude, Longitude: { } longitude } ? (latitude, longitude) : null,
            metres
        );

    private static bool Meets(
        CheckedPlace place,
        string text,
        string? territory,
        (double Latitude, double Longitude)? point,
        int metres
    )
    {
        var points = MapPoint.Among(place.Text).Concat(place.Point is { } given ? [given] : []);
        if ((point ?? MapPoint.Among(text).Select(p => ((double, double)?)p).FirstOrDefault()) is { } protectedPoint)
        {
            if (points.Any(p => MapPoint.Kilometres(p, protectedPoint) * 1000 <= metres))
            {
                return true;
            }
        }

        var elsewhere =
            territory is not null && place.TerritoryCode is not null && !OneTerritory(territory, place.TerritoryCode);
        return !elsewhere && AddressKey.Of(text)?.IsMentionedIn(place.Text) == true;
    }

    // A parish within a county is the county's: the digits of the territory decide, not those of the unit.
    private static bool OneTerritory(string one, string other) =>
        !TerritoryCode.TryParse(one, out var first)
        || !TerritoryCode.TryParse(other, out var second)
        || first.Digits[..4] == second.Digits[..4];

    private async Task<StaffId?> ManagerAsync(SectionId section, CancellationToken ct) =>
        await db.Set<Section>().Where(s => s.Id == section).Select(s => s.ManagerId).SingleAsync(ct);

    // Whoever wrote it down, while at work; else the head of the office. Never oneself.
    private async Task<string?> NameAsync(IReadOnlyList<StaffId?> first, SectionId section, CancellationToken ct)
    {
        var (me, today) = (staff.Current.Id, clock.Today);
        var office = await db.Set<Section>().Where(s => s.Id == section).Select(s => s.OfficeId).SingleAsync(ct);
        var heads = await db.Set<StaffPost>()
            .Where(p =>
                p.OfficeId == office && p.RoleCode == "officeHead" && p.From <= today && (p.To == null || p.To >= today)
            )
            .OrderBy(p => p.From)
            .Select(p => (StaffId?)p.StaffId)
            .ToListAsync(ct);
        foreach (var id in first.Concat(heads).Where(i => i is not null && i != me))
        {
            if (
                await db.Set<Staff>().SingleOrDefaultAsync(s => s.Id == id, ct) is { } one
                && one.WelcomeAt(clock.Now, today)
            )
            {
                return one.FullName;
            }
        }

        return null;
    }
}

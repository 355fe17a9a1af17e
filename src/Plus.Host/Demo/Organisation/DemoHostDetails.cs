using System.Globalization;
using Plus.Host.Demo.People;
using Plus.Host.Demo.Storage;
using Plus.Host.Demo.Words;
using Plus.Kernel.Ids;
using Plus.Shared.Organisation.Delivered;
using Plus.Shared.Partners.Records;

namespace Plus.Host.Demo.Organisation;

/// <summary>
/// What stands behind a host employer: a site with its places and kinds of work, a contact person, trainings. Drawn
/// with a chance of its own for each host, so that what else is built stays as it is.
/// </summary>
internal sealed class DemoHostDetails(CopyStore store, DemoNames names, int seed, DateOnly today)
{
    private static readonly Dictionary<string, string[]> WorksOf = new(StringComparer.Ordinal)
    {
        ["municipal"] = ["greenery", "cleaning", "snow", "repairs", "cemetery", "library"],
        ["capitalCompany"] = ["cleaning", "greenery", "loading", "firewood", "snow"],
        ["state"] = ["greenery", "firewood", "care", "cleaning"],
        ["agency"] = ["cleaning", "kitchen", "care"],
        ["association"] = ["animals", "loading", "care", "cleaning"],
        ["foundation"] = ["office", "loading", "cleaning"],
        ["religious"] = ["cleaning", "cemetery", "repairs", "firewood"],
        ["service"] = ["office", "cleaning"],
    };

    private static readonly Dictionary<string, string[]> StrainsOf = new(StringComparer.Ordinal)
    {
        ["greenery"] = ["outdoors", "standing"],
        ["snow"] = ["outdoors", "lifting"],
        ["cemetery"] = ["outdoors"],
        ["firewood"] = ["outdoors", "lifting", "machinery"],
        ["repairs"] = ["dust", "standing"],
        ["loading"] = ["lifting"],
        ["kitchen"] = ["food", "standing"],
        ["cleaning"] = ["standing"],
    };

    private static readonly string[] Heavy = ["firewood", "loading", "snow"];
    private readonly Dictionary<HostEmployerId, DemoRandom> chances = [];
    private int count;

    /// <summary>What stands in the host's own row.</summary>
    public void Describe(HostEmployer host, string territory, DateOnly from)
    {
        var chance = new DemoRandom(unchecked((seed * 7919) + (++count * 131) + from.DayNumber));
        chances[host.Id] = chance;
        var noMinors = chance.Percent(18);
        string[] refuses = chance.Percent(12) ? ["sexual", "violent"] : [];
        host.Limit(!noMinors, refuses);
        host.At(territory.Length == 0 ? null : territory, host.Address);
    }

    /// <summary>Most contracts have no end; of the others some end soon.</summary>
    public DateOnly? RunsUntil(HostEmployer host)
    {
        var chance = chances[host.Id];
        return chance.Percent(15) ? today.AddDays(chance.Between(3, 400)) : null;
    }

    /// <summary>The host's rows in other tables.</summary>
    public void Write(HostEmployer host, DateOnly from, DateOnly? to)
    {
        var chance = chances[host.Id];
        var atChildren =
            host.Name.Contains("skola", StringComparison.Ordinal)
            || host.Name.Contains("izglītības", StringComparison.Ordinal)
            || host.Name.Contains("sporta", StringComparison.Ordinal);
        var sites = chance.Percent(15) ? 2 : 1;
        for (var i = 1; i <= sites; i++)
        {
            Site(host, i, atChildren && i == 1, to, chance);
        }

        var female = chance.Percent(60);
        var contact = new HostContact(host.Id);
        contact.Describe(
            $"{chance.One(female ? names.Female : names.Male)} {chance.One(names.Surnames)[female ? 1 : 0]}",
            chance.Percent(50) ? "Saimniecības daļas vadītāja vietniece" : null,
            string.Create(CultureInfo.InvariantCulture, $"+371 2{chance.Below(10_000_000):0000000}"),
            null,
            true
        );
        store.Add(contact);
        var end = to < today ? to.Value : today;
        if (host.TakesMinors && chance.Percent(80))
        {
            // Every other training lapsed some day; most hosts came again.
            for (
                var held = chance.Day(from, from.AddMonths(10));
                held < end;
                held = held.AddDays(chance.Between(600, 760))
            )
            {
                store.Add(new HostTraining(host.Id, HostTraining.ChildRights, held, "Atbildīgais darbinieks"));
            }
        }

        store.Add(new HostTraining(host.Id, "safety", from, "Darba vadītājs"));
        if (chance.Percent(20) && from.AddDays(40) < end)
        {
            store.Add(
                new HostNote(
                    host.Id,
                    chance.Percent(85) ? "praise" : "complaint",
                    chance.Day(from.AddDays(30), end),
                    "Sadarbība apspriesta tikšanās reizē darba vietā.",
                    null
                )
            );
        }
    }

    /// <summary>Some municipalities have named what is to be done first.</summary>
    public void Priorities(IReadOnlyList<DemoOffice> offices)
    {
        string[] works = ["greenery", "cemetery", "snow", "cleaning"];
        string[] titles =
        [
            "Pilsētas parku un krastmalas sakopšana",
            "Kapsētu celiņu atjaunošana",
            "Ietvju tīrīšana ziemā",
            "Atkritumu vākšana mežmalās",
        ];
        var territories = offices
            .Select(o => o.Territory)
            .Where(t => t.Length > 0)
            .Distinct()
            .Order(StringComparer.Ordinal);
        foreach (var (territory, i) in territories.Take(12).Select((t, i) => (t, i)))
        {
            store.Add(new PriorityWork(territory, works[i % 4], titles[i % 4], new DateOnly(today.Year, 1, 1), null));
        }
    }

    private void Site(HostEmployer host, int number, bool nearChildren, DateOnly? to, DemoRandom chance)
    {
        var site = new HostSite(host.Id);
        (double, double)? point = TerritoryPoints.Of(host.TerritoryCode) is { } centre
            ? (
                Math.Round(centre.Latitude + (chance.Between(-300, 300) / 10000d), 5),
                Math.Round(centre.Longitude + (chance.Between(-500, 500) / 10000d), 5)
            )
            : null;
        site.Describe(
            number == 1 ? "Galvenā darba vieta" : "Otra darba vieta",
            host.Address!,
            host.TerritoryCode,
            point
        );
        var most = chance.One([1, 2, 2, 3, 3, 4, 5, 8]);
        var weekend = chance.Percent(30) ? 1 : 0;
        site.Take([most, most, most, most, most, weekend * most, weekend], nearChildren);
        site.Use(to);
        store.Add(site);
        var works = WorksOf[host.Kind];
        var first = chance.Below(works.Length);
        var kinds = chance.Between(1, 2);
        for (var i = 0; i < kinds; i++)
        {
            var work = works[(first + i) % works.Length];
            string[] skills = work == "repairs" && chance.Percent(40) ? ["painting"] : [];
            store.Add(
                new SiteWork(
                    site.Id,
                    work,
                    Heavy.Contains(work),
                    nearChildren,
                    skills,
                    StrainsOf.GetValueOrDefault(work, [])
                )
            );
        }
    }
}

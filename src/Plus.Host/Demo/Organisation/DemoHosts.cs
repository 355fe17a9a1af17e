using System.Globalization;
using Plus.Host.Demo.People;
using Plus.Host.Demo.Storage;
using Plus.Host.Demo.Words;
using Plus.Kernel.Ids;
using Plus.Shared.Partners.Records;

namespace Plus.Host.Demo.Organisation;

/// <summary>
/// Host employers: 826 with a contract in force at the end of the published year, 32 of them concluded in that year with
/// associations, foundations and congregations; some contracts that ended before, some that came later.
/// </summary>
internal sealed class DemoHosts(
    IReadOnlyList<DemoOffice> offices,
    DemoWords words,
    DemoHostDetails details,
    CopyStore store,
    DemoRandom chance
)
{
    private const int Active = 826;
    private const int NewNonGovernmental = 32;
    private const int NewOther = 25;
    private const int Ended = 60;
    private static readonly string[] NonGovernmental = ["association", "foundation", "religious"];
    private static readonly string[] Other =
    [
        "municipal",
        "municipal",
        "municipal",
        "municipal",
        "capitalCompany",
        "state",
        "agency",
    ];
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private readonly HashSet<string> numbers = new(StringComparer.Ordinal);

    public void Build(int year, int oneIn, DateOnly today, DateOnly begin)
    {
        var byWeight = offices.SelectMany(o => Enumerable.Repeat(o, o.Weight)).ToList();
        var fresh = Math.Max(1, NewNonGovernmental / oneIn);
        for (var i = 0; i < Active / oneIn; i++)
        {
            var isNew = i < fresh;
            var isNewOther = !isNew && i < fresh + (NewOther / oneIn);
            // Every office has somebody to send people to from the first day on.
            var old = i - fresh - (NewOther / oneIn);
            var isFirst = old >= 0 && old < offices.Count;
            var office = isFirst ? offices[old] : chance.One(byWeight);
            var kind =
                isNew ? chance.One(NonGovernmental)
                : isNewOther || !chance.Percent(22) ? chance.One(Other)
                : chance.One(NonGovernmental);
            var from =
                isFirst ? begin
                : isNew || isNewOther ? chance.Day(new(year, 1, 9), new(year, 12, 15))
                : chance.Day(begin, new(year - 1, 12, 20));
            var host = Add(office, kind, from, null);
            office.Hosts.Add((from, host));
        }

        for (var i = 0; i < Ended / oneIn; i++)
        {
            var from = chance.Day(begin, new(year - 2, 12, 20));
            Add(chance.One(offices), chance.One(Other), from, chance.Day(from.AddDays(200), new(year - 1, 12, 31)));
        }

        foreach (var office in offices.Where(o => o.Hosts.Count == 0))
        {
            office.Hosts.Add(offices.First(o => o.Hosts.Count > 0).Hosts[0]);
        }

        if (today > new DateOnly(year + 1, 3, 1))
        {
            for (var i = 0; i < 12; i++)
            {
                Add(chance.One(offices), chance.One(NonGovernmental), chance.Day(new(year + 1, 1, 9), today), null);
            }
        }
    }

    private HostEmployerId Add(DemoOffice office, string kind, DateOnly from, DateOnly? to)
    {
        var pattern = chance.One(words.Hosts[kind]).Replace("{place}", office.Place, StringComparison.Ordinal);
        var name = pattern;
        for (var i = 2; !taken.Add(name); i++)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{pattern} ({i})");
        }

        var host = new HostEmployer(HostEmployerId.New(), name, kind, Number(), office.Id);
        host.At(
            office.Territory.Length == 0 ? null : office.Territory,
            $"{chance.One(words.Streets)} {chance.Between(1, 120)}"
        );
        details.Describe(host, office.Territory, from);
        var contract = new HostContract(
            host.Id,
            string.Create(CultureInfo.InvariantCulture, $"3-14/{from.Year}/{taken.Count}"),
            from,
            to ?? details.RunsUntil(host)
        );
        if (to is { } last)
        {
            contract.End(last, "byAgreement");
        }

        store.Add(host);
        store.Add(contract);
        details.Write(host, from, to);
        return host.Id;
    }

    private string Number()
    {
        int[] weights = [9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1];
        while (true)
        {
            var start = "4" + chance.Below(1_000_000_000).ToString("000000000", CultureInfo.InvariantCulture);
            var sum = start.Select((c, i) => weights[i] * (c - '0')).Sum();
            var check = ((3 - sum) % 11 + 11) % 11;
            if (check < 10 && numbers.Add(start))
            {
                return start + check.ToString(CultureInfo.InvariantCulture);
            }
        }
    }
}

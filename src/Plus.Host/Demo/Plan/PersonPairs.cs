using Plus.Host.Demo.People;
using Plus.Law.Sections;

namespace Plus.Host.Demo.Plan;

/// <summary>
/// Gives the records of a year their persons: most have one record, some have two in two functions, as life is; people
/// in programmes are supervised already.
/// </summary>
internal sealed class PersonPairs(PersonMaker maker, DemoRandom chance)
{
    /// <summary>Share of people of earlier years who come again, in percent.</summary>
    private const int Returning = 30;

    /// <summary>People of so many years ago are forgotten: whoever comes again comes within a few years.</summary>
    private const int Remembered = 30_000;

    private readonly List<DemoPerson> grownUps = [];

    /// <summary>Returns the persons who are new, in the order in which the Service came to know them.</summary>
    /// <param name="mayReturn">Whether grown-ups of earlier years may come again.</param>
    public List<DemoPerson> Give(int year, IReadOnlyList<DemoRecord> records, bool mayReturn)
    {
        var persons = new List<DemoPerson>();
        var (programmes, others) = (
            records.Where(r => r.Measure == MeasureCode.Programme).ToList(),
            records.Where(r => r.Measure != MeasureCode.Programme).ToList()
        );
        foreach (var pair in Pairs(others))
        {
            persons.Add(maker.For(year, pair, anyDay: true));
        }

        foreach (var record in others.Where(r => r.Person is null))
        {
            if (
                mayReturn
                && record.Age == DemoAge.Adult
                && !record.Sexual
                && grownUps.Count > 500
                && chance.Percent(Returning)
            )
            {
                PersonMaker.Belongs(chance.One(grownUps), record);
                continue;
            }

            var anyDay = record.IsSupervision || record is { IsWork: true, Age: DemoAge.Child };
            persons.Add(maker.For(year, [record], anyDay));
        }

        foreach (var person in persons)
        {
            person.EarlierSexualConviction = person.Records.Exists(r =>
                r.Sexual && r.Article is not ("159" or "160" or "161" or "162")
            );
        }

        persons.AddRange(Programmes(year, programmes, persons));
        grownUps.AddRange(persons.Where(p => p.Records[0].Age == DemoAge.Adult && !p.Records.Exists(r => r.Sexual)));
        grownUps.RemoveRange(0, Math.Max(0, grownUps.Count - Remembered));
        return [.. persons.OrderBy(p => p.KnownFrom)];
    }

    private static IEnumerable<List<DemoRecord>> Pairs(List<DemoRecord> records)
    {
        List<DemoRecord> Of(DemoAge age, Func<DemoRecord, bool> which) =>
            [.. records.Where(r => r.Age == age && which(r))];

        var total = records.Count;
        var work = Of(DemoAge.Adult, r => r.Measure == MeasureCode.CommunityWork);
        var used = 0;
        (DemoAge Age, Func<DemoRecord, bool> Which, int Share)[] kinds =
        [
            (DemoAge.Adult, r => r.IsSupervision && !r.Sexual, 27),
            (DemoAge.Adult, r => r.Measure == MeasureCode.AssessmentReport && r.Origin != "prison" && !r.Sexual, 65),
            (DemoAge.Adult, r => r.Measure == MeasureCode.Mediation, 130),
        ];
        foreach (var (age, which, share) in kinds)
        {
            foreach (var record in Of(age, which).Take(total / share))
            {
                if (used < work.Count)
                {
                    yield return [record, work[used++]];
                }
            }
        }

        var young = Of(DemoAge.Youth, r => r.Measure == MeasureCode.CommunityWork);
        foreach (var (one, other) in Of(DemoAge.Youth, r => r.IsSupervision && !r.Sexual).Take(total / 160).Zip(young))
        {
            yield return [one, other];
        }

        var children = Of(DemoAge.Child, r => r.Measure == MeasureCode.CommunityWork);
        foreach (
            var (one, other) in Of(DemoAge.Child, r => r.Measure == MeasureCode.Mediation)
                .Take(total / 400)
                .Zip(children)
        )
        {
            yield return [one, other];
        }
    }

    private List<DemoPerson> Programmes(int year, List<DemoRecord> programmes, List<DemoPerson> persons)
    {
        var added = new List<DemoPerson>();
        var supervised = persons
            .Where(p => p.Records.Exists(r => r.IsSupervision))
            .ToLookup(p => (p.Male, p.Records[0].Age));
        var free = supervised.ToDictionary(g => g.Key, g => new Queue<DemoPerson>(g));
        foreach (var record in programmes)
        {
            if (
                record.Origin == "community"
                && free.TryGetValue((record.Male!.Value, record.Age), out var queue)
                && queue.TryDequeue(out var person)
            )
            {
                PersonMaker.Belongs(person, record);
            }
            else
            {
                added.Add(maker.For(year, [record], anyDay: true));
            }
        }

        return added;
    }
}

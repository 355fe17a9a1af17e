using Plus.Law.Sections;

namespace Plus.Host.Demo.Plan;

/// <summary>
/// The records of 2023 so that every published figure comes out. The sums were worked out once by hand and are checked
/// here: 16 052 records, 9860 of them started in the year.
/// </summary>
internal static class PublishedYear
{
    public const int Records = 16052;
    public const int Started = 9860;

    /// <summary>Hours of each month; valued at the tariffs of 2023 they make 2137.9 thousand euro.</summary>
    public static IReadOnlyList<int> HoursByMonth { get; } =
    [49677, 51185, 49677, 49677, 49677, 49677, 49676, 48168, 49676, 49676, 49676, 49676];

    /// <summary>Hours of minors among them, evenly over the year.</summary>
    public const int HoursOfMinors = 5028;

    public const int HoursOfChildrenMeasures = 411;

    public static List<DemoRecord> Build(DemoRandom chance)
    {
        var all = new List<DemoRecord>();
        all.AddRange(CommunityWork(chance));
        all.AddRange(ChildrenMeasures(chance));
        all.AddRange(SupervisionPlan.Build(chance));
        all.AddRange(RequestPlan.Reports(chance));
        all.AddRange(RequestPlan.Mediations(chance));
        if (all.Count != Records || all.Count(r => !r.CarriedOver) != Started)
        {
            throw new InvalidOperationException("The plan of the published year does not add up.");
        }

        all.AddRange(SupervisionPlan.Programmes(chance));
        return all;
    }

    /// <summary>Records of one kind.</summary>
    internal static List<DemoRecord> Many(int count, string measure, bool carriedOver = false) =>
        [.. Enumerable.Range(0, count).Select(_ => new DemoRecord { Measure = measure, CarriedOver = carriedOver })];

    /// <summary>Gives so many of the records the age; the others keep theirs.</summary>
    internal static void Age(IList<DemoRecord> records, DemoAge age, int count)
    {
        foreach (var record in records.Where(r => r.Age == DemoAge.Adult).Take(count))
        {
            record.Age = age;
        }
    }

    private static List<DemoRecord> CommunityWork(DemoRandom chance)
    {
        var started = Many(5400, MeasureCode.CommunityWork);
        ArticleQuota.Give(
            started,
            chance,
            1550,
            ("262", 1500),
            ("180", 1100),
            ("312", 300),
            ("175", 330),
            ("170", 250),
            ("185", 120),
            ("253", 130),
            ("168.1", 110),
            ("176", 10)
        );
        var carried = Many(3699, MeasureCode.CommunityWork, carriedOver: true);
        ArticleQuota.Give(
            carried,
            chance,
            300,
            ("262", 1000),
            ("180", 750),
            ("312", 620),
            ("175", 400),
            ("170", 370),
            ("185", 90),
            ("253", 90),
            ("168.1", 60),
            ("176", 19)
        );
        List<DemoRecord> all = [.. started, .. carried];
        chance.Shuffle(all);
        Age(all, DemoAge.Child, 150);
        Age(all, DemoAge.Youth, 1831);
        return all;
    }

    private static List<DemoRecord> ChildrenMeasures(DemoRandom chance)
    {
        var work = Many(34, MeasureCode.EducationalCommunityWork);
        ArticleQuota.Give(work, chance, 1, ("175", 10), ("180", 15), ("176", 5), ("185", 3));
        foreach (var record in work.Where(r => r.Article == "180").Take(7))
        {
            record.OtherMeasureNotPerformed = true;
        }

        var carried = Many(2, MeasureCode.EducationalCommunityWork, carriedOver: true);
        ArticleQuota.Give(carried, chance, 0, ("175", 1), ("180", 1));
        var observed = Many(11, MeasureCode.ProbationObservation);
        foreach (var record in observed.Take(3))
        {
            (record.Sexual, record.Article) = (true, "160");
        }

        ArticleQuota.Give(observed, chance, 3, ("180", 5), ("176", 2), ("185", 1));
        foreach (var record in observed.Where(r => r.Sexual))
        {
            record.Article = "160";
        }

        List<DemoRecord> all = [.. work, .. carried, .. observed];
        Age(all, DemoAge.Child, all.Count);
        return all;
    }
}

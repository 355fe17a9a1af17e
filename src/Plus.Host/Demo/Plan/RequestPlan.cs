using Plus.Law.Sections;

namespace Plus.Host.Demo.Plan;

/// <summary>What is asked of the Service: assessment reports and mediation. All of it comes within the year.</summary>
internal static class RequestPlan
{
    public static List<DemoRecord> Reports(DemoRandom chance)
    {
        var all = PublishedYear.Many(987, MeasureCode.AssessmentReport);
        for (var i = 0; i < all.Count; i++)
        {
            all[i].Origin =
                i < 38 ? "court"
                : i < 550 ? "prosecutor"
                : "prison";
            all[i].Purpose =
                i < 550 ? "sentencing"
                : i < 744 ? "paroleWithElectronicMonitoring"
                : "parole";
            all[i].Supported = i is >= 550 and < 649 || (i >= 744 && i % 2 == 0);
        }

        var accused = all.Take(550).ToList();
        chance.Shuffle(accused);
        PublishedYear.Age(accused, DemoAge.Child, 197);
        PublishedYear.Age(accused, DemoAge.Youth, 61);
        var prisoners = all.Skip(550).ToList();
        chance.Shuffle(prisoners);
        PublishedYear.Age(prisoners, DemoAge.Youth, 60);
        chance.Shuffle(accused);
        foreach (var record in accused.Take(192))
        {
            (record.Sexual, record.Article) = (true, "159");
        }

        ArticleQuota.Give(
            all,
            chance,
            567,
            ("262", 40),
            ("180", 40),
            ("312", 10),
            ("175", 90),
            ("185", 20),
            ("253", 80),
            ("176", 110),
            ("168.1", 30)
        );
        return all;
    }

    public static List<DemoRecord> Mediations(DemoRandom chance)
    {
        var all = PublishedYear.Many(1239, MeasureCode.Mediation);
        PublishedYear.Age(all, DemoAge.Child, 397);
        PublishedYear.Age(all, DemoAge.Youth, 248);
        chance.Shuffle(all);
        for (var i = 0; i < all.Count; i++)
        {
            all[i].ByVolunteer = i < 55;
            all[i].Origin =
                i % 10 < 7 ? "police"
                : i % 10 < 9 ? "person"
                : "court";
        }

        chance.Shuffle(all);
        ArticleQuota.Give(
            all,
            chance,
            723,
            ("262", 30),
            ("180", 120),
            ("175", 140),
            ("185", 180),
            ("168.1", 6),
            ("176", 40)
        );
        return all;
    }
}

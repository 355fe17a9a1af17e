using Plus.Law.Sections;

namespace Plus.Host.Demo.Plan;

/// <summary>Supervision in its three functions, electronic monitoring within it, and programmes of its clients.</summary>
internal static class SupervisionPlan
{
    private const int Failures = 94;
    private const int SexualOffenders = 334;
    private const int WithVictim = 203;
    private const int Monitored = 89;
    private const int MonitoringEnded = 70;
    private const int MonitoringFailed = 3;

    public static List<DemoRecord> Build(DemoRandom chance)
    {
        List<DemoRecord> started =
        [
            .. PublishedYear.Many(400, MeasureCode.ConditionalDischarge),
            .. PublishedYear.Many(830, MeasureCode.SuspendedSentence),
            .. PublishedYear.Many(359, MeasureCode.Parole),
            .. PublishedYear.Many(600, MeasureCode.ProbationSupervision),
        ];
        List<DemoRecord> carried =
        [
            .. PublishedYear.Many(300, MeasureCode.ConditionalDischarge, carriedOver: true),
            .. PublishedYear.Many(1370, MeasureCode.SuspendedSentence, carriedOver: true),
            .. PublishedYear.Many(341, MeasureCode.Parole, carriedOver: true),
            .. PublishedYear.Many(480, MeasureCode.ProbationSupervision, carriedOver: true),
        ];
        chance.Shuffle(started);
        chance.Shuffle(carried);
        List<DemoRecord> all = [.. started, .. carried];
        Ages(all, chance);
        SexualOffences(all, chance);
        ArticleQuota.Give(
            started,
            chance,
            1101,
            ("262", 106),
            ("180", 100),
            ("312", 183),
            ("175", 120),
            ("170", 46),
            ("185", 70),
            ("253", 184),
            ("168.1", 150),
            ("176", 129)
        );
        ArticleQuota.Give(
            carried,
            chance,
            1131,
            ("262", 160),
            ("180", 140),
            ("312", 200),
            ("175", 180),
            ("170", 60),
            ("185", 80),
            ("253", 220),
            ("168.1", 140),
            ("176", 180)
        );
        Monitoring(started);
        foreach (var record in all.Where(r => r.Monitoring is null && r.Age != DemoAge.Child).Take(Failures))
        {
            record.Fails = true;
        }

        chance.Shuffle(all);
        ObligationPlan.Give(all);
        return all;
    }

    /// <summary>Taking part in programmes: 395 clients and 21 prisoners. They belong to persons given later.</summary>
    public static List<DemoRecord> Programmes(DemoRandom chance)
    {
        var community = PublishedYear.Many(395, MeasureCode.Programme);
        var prison = PublishedYear.Many(21, MeasureCode.Programme);
        PublishedYear.Age(community, DemoAge.Child, 11);
        PublishedYear.Age(community, DemoAge.Youth, 82);
        PublishedYear.Age(prison, DemoAge.Youth, 4);
        for (var i = 0; i < community.Count; i++)
        {
            (community[i].Origin, community[i].Male, community[i].Online) = ("community", i % 10 != 3, i % 8 == 0);
        }

        for (var i = 0; i < prison.Count; i++)
        {
            (prison[i].Origin, prison[i].Male) = ("prison", i >= 3);
        }

        ArticleQuota.Give([.. community, .. prison], chance, 416);
        return [.. community, .. prison];
    }

    private static void Ages(List<DemoRecord> all, DemoRandom chance)
    {
        var free = all.Where(r => r.Measure != MeasureCode.Parole).ToList();
        chance.Shuffle(free);
        PublishedYear.Age(free, DemoAge.Child, 172);
        PublishedYear.Age(free, DemoAge.Youth, 850);
    }

    // A section knows a victim only where the function keeps that fact, which conditional discharge does not.
    private static void SexualOffences(List<DemoRecord> all, DemoRandom chance)
    {
        var offenders = all.Where(r => r.Measure != MeasureCode.ConditionalDischarge && r.Age != DemoAge.Child)
            .ToList();
        chance.Shuffle(offenders);
        for (var i = 0; i < SexualOffenders; i++)
        {
            offenders[i].Sexual = true;
            offenders[i].VictimIdentified = i < WithVictim;
            // Two of five by the present offence, the others by an earlier conviction.
            offenders[i].Article = i % 5 < 2 ? "159" : "";
        }
    }

    private static void Monitoring(List<DemoRecord> started)
    {
        var parole = started.Where(r => r.Measure == MeasureCode.Parole).Take(Monitored).ToList();
        for (var i = 0; i < parole.Count; i++)
        {
            parole[i].Monitoring =
                i < MonitoringFailed ? DemoMonitoring.CourtSubmission
                : i < MonitoringEnded ? DemoMonitoring.Completed
                : DemoMonitoring.Runs;
        }
    }
}

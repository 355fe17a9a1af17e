using Plus.Host.Demo.Plan;
using Plus.Law.Sections;

namespace Plus.Host.Demo.Present;

/// <summary>
/// What runs on the day the demo is opened: sections opened in the last months, in every state that somebody has to do
/// something about.
/// </summary>
internal sealed class PresentPlan(DateOnly today, DateOnly notBefore, DemoCalendar calendar, DemoRandom chance)
{
    private static readonly string[] Articles =
    [
        "262",
        "262",
        "180",
        "180",
        "175",
        "312",
        "185",
        "253",
        "170",
        "176",
        "130",
        "231",
    ];
    private static readonly (string Measure, int Count, int Months)[] Kinds =
    [
        (MeasureCode.CommunityWork, 1900, 8),
        (MeasureCode.EducationalCommunityWork, 25, 2),
        (MeasureCode.AssessmentReport, 220, 1),
        (MeasureCode.ConditionalDischarge, 260, 6),
        (MeasureCode.SuspendedSentence, 750, 14),
        (MeasureCode.Parole, 180, 10),
        (MeasureCode.ProbationSupervision, 560, 14),
        (MeasureCode.Mediation, 330, 2),
        (MeasureCode.ProbationObservation, 30, 12),
    ];
    private readonly WorkDays days = new(calendar, chance);

    public List<DemoRecord> Build(int oneIn)
    {
        var all = new List<DemoRecord>();
        foreach (var (measure, count, months) in Kinds)
        {
            for (var i = 0; i < Math.Max(2, count / oneIn); i++)
            {
                all.Add(One(measure, months, i));
            }
        }

        chance.Shuffle(all);
        return all;
    }

    private DemoRecord One(string measure, int months, int i)
    {
        var record = new DemoRecord
        {
            Measure = measure,
            Article = chance.One(Articles),
            Age = AgeOf(measure),
            Fresh = i % 14 == 0,
        };
        var from = today.AddMonths(-months);
        from = from < notBefore ? notBefore : from;
        var request = measure is MeasureCode.AssessmentReport or MeasureCode.Mediation;
        // The newest came in the last days and wait to be assigned or registered; a few of them for too long.
        record.OpenedOn = calendar.OnOrBefore(
            record.Fresh ? today.AddDays(-chance.Between(0, 12)) : chance.Day(from, today.AddDays(-14))
        );
        record.OpenedOn = record.OpenedOn < notBefore ? calendar.OnOrAfter(notBefore) : record.OpenedOn;
        record.Unassigned = record.Fresh && i % 3 == 0;
        if (request)
        {
            Ask(record, i);
            return record;
        }

        record.InForceOn = record.OpenedOn.AddDays(-chance.Between(1, 9));
        record.RegisteredOn = record.Fresh ? null : Earlier(calendar.Add(record.OpenedOn, chance.Between(3, 9)), today);
        record.OpenState =
            record.Fresh ? null
            : i % 45 == 7 ? SectionState.Suspended
            : i % 60 == 11 ? SectionState.Closing
            : null;
        ObligationPlan.GiveOne(record, i);
        if (record.IsWork)
        {
            Work(record, i);
        }
        else
        {
            Supervise(record, i);
        }

        return record;
    }

    private void Ask(DemoRecord record, int i)
    {
        record.Origin =
            record.Measure == MeasureCode.Mediation ? (i % 4 == 0 ? "person" : "police")
            : i % 20 == 0 ? "court"
            : i % 2 == 0 ? "prosecutor"
            : "prison";
        record.Purpose = record.Origin == "prison" ? "parole" : "sentencing";
        record.ByVolunteer = i % 20 == 3;
        record.Manager = null;
    }

    private void Work(DemoRecord record, int i)
    {
        record.WorkStatus =
            record.Age == DemoAge.Child ? "basicEducation"
            : i % 3 == 0 ? "neither"
            : "works";
        record.Consents = record.WorkStatus == "works";
        if (record.RegisteredOn is { } registered)
        {
            // Every ninth stopped coming two weeks ago.
            var until = today.AddDays(i % 9 == 4 ? -16 : -1);
            days.Work(record, registered.AddDays(3), until, record.Age == DemoAge.Child ? 8 : 40 + (i % 5 * 20));
        }

        var worked = record.Hours.Sum(h => h.Hours);
        record.ImposedHours =
            record.Measure == MeasureCode.EducationalCommunityWork
                ? 20
                : Math.Clamp((worked + 30 + (i % 4 * 20)) / 20 * 20, 40, 280);
    }

    private void Supervise(DemoRecord record, int i)
    {
        var (shortest, longest) = record.Measure switch
        {
            MeasureCode.ConditionalDischarge => (8, 18),
            MeasureCode.ProbationObservation => (14, 36),
            _ => (16, 36),
        };
        record.Months = chance.Between(shortest, longest);
        if (i % 25 == 2 && !record.Fresh)
        {
            // The term ends within two weeks.
            record.InForceOn = today.AddMonths(-record.Months).AddDays(i % 14);
        }

        if (record.Measure == MeasureCode.Parole && i % 8 == 5 && !record.Fresh)
        {
            record.Monitoring = DemoMonitoring.Runs;
        }
    }

    private DemoAge AgeOf(string measure) =>
        measure is MeasureCode.EducationalCommunityWork or MeasureCode.ProbationObservation ? DemoAge.Child
        : measure == MeasureCode.Parole ? DemoAge.Adult
        : chance.Percent(4) ? DemoAge.Child
        : chance.Percent(19) ? DemoAge.Youth
        : DemoAge.Adult;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}

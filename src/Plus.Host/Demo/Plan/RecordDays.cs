using Plus.Law.Calendar;
using Plus.Law.Rules;
using Plus.Law.Sections;
using Plus.Law.Terms;

namespace Plus.Host.Demo.Plan;

/// <summary>
/// Gives records of a year their days and outcomes. A record carried over was opened before the year and is open on
/// 1 January; what would happen after today has not happened yet.
/// </summary>
internal sealed class RecordDays(int year, DateOnly today, DemoCalendar calendar, DemoRandom chance)
{
    // Documents of the first January lie before the time that PLUS knows the law of.
    private readonly DateOnly first = year == WorkingCalendar.FirstYear ? new(year, 1, 17) : new(year, 1, 1);
    private readonly DateOnly last = new(year, 12, 31);

    /// <summary>For years before the published one: the day by which everything must be closed.</summary>
    public DateOnly? ClosedBy { get; init; }

    public void Give(DemoRecord record)
    {
        switch (record.Measure)
        {
            case MeasureCode.CommunityWork:
                CommunityWork(record);
                break;
            case MeasureCode.EducationalCommunityWork:
                ChildrenWork(record);
                break;
            case MeasureCode.AssessmentReport:
                Asked(record, 8, 28, chance.Percent(94) ? "report_sent" : "informative_letter_interview_impossible");
                break;
            case MeasureCode.Mediation:
                Asked(record, 15, 60, Mediated());
                break;
            case MeasureCode.Programme:
                Programme(record);
                break;
            default:
                Supervised(record);
                break;
        }
    }

    private void CommunityWork(DemoRecord record)
    {
        record.OpenedOn = record.CarriedOver
            ? Working(first.AddMonths(-10), first.AddDays(-3))
            : Working(first.AddDays(1), ClosedBy is null ? last.AddDays(-2) : last.AddMonths(-6));
        record.InForceOn = record.OpenedOn.AddDays(-chance.Between(1, 9));
        record.RegisteredOn = calendar.Add(record.OpenedOn, chance.Between(3, 12));
        var lot = chance.Below(100);
        record.WorkStatus =
            record.Age == DemoAge.Child ? "basicEducation"
            : lot < 55 ? "works"
            : lot < 62 ? "studies"
            : "neither";
        record.Consents = record.WorkStatus is "works" or "studies" && chance.Percent(85);
    }

    private void ChildrenWork(DemoRecord record)
    {
        record.OpenedOn = record.CarriedOver
            ? Working(first.AddMonths(-2), first.AddDays(-3))
            : Working(first.AddDays(1), last.AddMonths(-3));
        record.InForceOn = record.OpenedOn.AddDays(-chance.Between(1, 9));
        record.RegisteredOn = calendar.Add(record.OpenedOn, chance.Between(3, 8));
        record.WorkStatus = "basicEducation";
    }

    private void Asked(DemoRecord record, int shortest, int longest, string outcome)
    {
        record.OpenedOn = Working(first.AddDays(1), ClosedBy is null ? last.AddDays(-2) : last.AddDays(-90));
        Close(record, Working(record.OpenedOn.AddDays(shortest), record.OpenedOn.AddDays(longest)), outcome);
    }

    private void Programme(DemoRecord record)
    {
        record.OpenedOn = Working(first.AddDays(5), last.AddMonths(-4));
        record.RegisteredOn = record.OpenedOn;
        var day = Working(record.OpenedOn.AddDays(60), record.OpenedOn.AddDays(110));
        Close(record, day, chance.Percent(80) ? "completed" : "absences");
    }

    private void Supervised(DemoRecord record)
    {
        var (shortest, longest) = record.Measure switch
        {
            MeasureCode.ConditionalDischarge => (3, 18),
            MeasureCode.SuspendedSentence => (6, 36),
            MeasureCode.Parole => (6, 30),
            MeasureCode.ProbationObservation => (12, 36),
            _ => (12, 36),
        };
        record.Months = chance.Between(shortest, longest);
        if (record.Monitoring == DemoMonitoring.Runs)
        {
            // It still runs at the end of the year, and so does the parole it belongs to.
            record.Months = Math.Max(record.Months, 14);
        }

        if (record.CarriedOver)
        {
            // Opened so long ago that the term still runs on New Year's Day.
            record.OpenedOn = Working(first.AddMonths(1 - record.Months), first.AddDays(-3));
            if (record.OpenedOn >= first)
            {
                record.OpenedOn = calendar.OnOrBefore(first.AddDays(-1));
            }
        }
        else
        {
            record.OpenedOn = Working(first.AddDays(1), LatestOpening(record));
        }

        record.InForceOn = record.OpenedOn.AddDays(-chance.Between(1, 9));
        record.RegisteredOn = calendar.Add(record.OpenedOn, chance.Between(1, 9));
        var end = Term(record);
        if (record.Fails)
        {
            var from = record.RegisteredOn.Value.AddDays(20);
            Close(record, Working(from > first ? from : first.AddDays(5), last.AddDays(-1)), Failed(record.Measure));
        }
        else if (ClosedBy is { } by && end > by)
        {
            Close(record, calendar.OnOrBefore(by), Early(record.Measure));
        }
        else
        {
            Close(record, end, Completed(record.Measure));
        }
    }

    private DateOnly LatestOpening(DemoRecord record) =>
        record.Monitoring switch
        {
            DemoMonitoring.Completed or DemoMonitoring.CourtSubmission => last.AddMonths(-6),
            DemoMonitoring.Runs => last.AddMonths(-1),
            _ => record.Fails ? last.AddDays(-60)
            : ClosedBy is null ? last.AddDays(-2)
            : last.AddDays(-120),
        };

    /// <summary>Last day of the term: it runs from the day the document came into force.</summary>
    internal static DateOnly Term(DemoRecord record) =>
        TermCalculator.End(record.InForceOn!.Value, record.Months, [], LegalParameters.Embedded).UnsuspendedLastDay;

    private void Close(DemoRecord record, DateOnly day, string outcome)
    {
        if (day < today)
        {
            (record.ClosedOn, record.Outcome) = (day, outcome);
        }
    }

    private string Mediated()
    {
        var lot = chance.Below(100);
        return lot < 62 ? "settlement_reached"
            : lot < 80 ? "no_settlement"
            : lot < 92 ? "party_withdrew"
            : "party_unreachable";
    }

    private static string Failed(string measure) =>
        measure switch
        {
            MeasureCode.ConditionalDischarge => "proceedings_resumed",
            MeasureCode.SuspendedSentence => "sentence_executed",
            MeasureCode.Parole => "parole_revoked",
            MeasureCode.ProbationSupervision => "replaced_by_imprisonment",
            _ => "replaced_by_other_measure",
        };

    private static string Completed(string measure) =>
        measure == MeasureCode.ProbationSupervision ? "served" : "completed_successfully";

    private static string Early(string measure) =>
        measure switch
        {
            MeasureCode.ProbationSupervision or MeasureCode.ProbationObservation => "released_early",
            MeasureCode.ConditionalDischarge => "revoked",
            _ => "early_terminated",
        };

    private DateOnly Working(DateOnly from, DateOnly to)
    {
        var day = calendar.OnOrBefore(chance.Day(from, to));
        return day < from ? calendar.OnOrAfter(from) : day;
    }
}

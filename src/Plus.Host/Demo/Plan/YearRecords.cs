using Plus.Law.Sections;

namespace Plus.Host.Demo.Plan;

/// <summary>The records of one year with days, outcomes and hours.</summary>
internal sealed class YearRecords(int year, DemoOptions options, DemoCalendar calendar, DemoRandom chance)
{
    public List<DemoRecord> Build() => year == DemoOptions.PublishedYear ? Published() : Free();

    private List<DemoRecord> Published()
    {
        var records = Thin(PublishedYear.Build(chance));
        var days = new RecordDays(year, options.Today, calendar, chance);
        records.ForEach(days.Give);
        var strict = options.OneIn == 1;
        var work = new WorkPlan(year, options.Today, calendar, chance, strict);
        work.Exactly(
            [.. records.Where(r => r.Measure == MeasureCode.CommunityWork)],
            [.. PublishedYear.HoursByMonth.Select(h => h / options.OneIn)],
            PublishedYear.HoursOfMinors / options.OneIn
        );
        work.Children(Educational(records), options.Today);
        return records;
    }

    /// <summary>
    /// A year of which nothing is published: half as much again as was started in the published year, so that twenty
    /// years have the size of the national service. What ran before the published year ends before it.
    /// </summary>
    private List<DemoRecord> Free()
    {
        var records = PublishedYear.Build(chance).Where(r => !r.CarriedOver).ToList();
        records.AddRange(
            PublishedYear
                .Build(chance)
                .Where(r => !r.CarriedOver && r.Measure != MeasureCode.Programme)
                .Where((_, i) => i % 2 == 0)
        );
        records = Thin(records);
        DateOnly? closedBy =
            year < DemoOptions.PublishedYear ? new DateOnly(DemoOptions.PublishedYear - 1, 12, 30) : null;
        var end = closedBy is { } by && by < options.Today ? by : options.Today;
        var days = new RecordDays(year, options.Today, calendar, chance) { ClosedBy = closedBy };
        records.ForEach(days.Give);
        var work = new WorkPlan(year, options.Today, calendar, chance, strict: false);
        work.Freely(records.Where(r => r.Measure == MeasureCode.CommunityWork), end);
        work.Children(Educational(records), end);
        // What would be opened after today has not come yet.
        records.RemoveAll(r => r.OpenedOn >= options.Today);
        return records;
    }

    private static List<DemoRecord> Educational(IEnumerable<DemoRecord> records) =>
        [.. records.Where(r => r.Measure == MeasureCode.EducationalCommunityWork)];

    private List<DemoRecord> Thin(List<DemoRecord> records) =>
        options.OneIn == 1
            ? records
            :
            [
                .. records
                    .GroupBy(r => (r.Measure, r.CarriedOver))
                    .SelectMany(g => g.Where((_, i) => i % options.OneIn == 0)),
            ];
}

using FsCheck;
using FsCheck.Fluent;
using Plus.Law.Deadlines;

namespace Plus.Law.Tests.Deadlines;

public sealed class DeadlineProperties
{
    private static DeadlineRule Rule(int count, CountUnit unit) =>
        new("test", count, unit, new LegalSource("LSIK", ""), Standing.Confirmed);

    [Fact]
    [Law("LSIK 133., 155. pants", "counting.working_days")]
    public void WorkingDays_AnyStartAndCount_HoldExactlySoManyAndEndOnOne() =>
        Prop.ForAll(
                Days.Within(),
                Days.Numbers(1, 60),
                (start, count) =>
                {
                    var d = DeadlineCalculator.Compute(Rule(count, CountUnit.WorkingDays), start, Days.Standard);
                    return Days.Standard.IsWorkingDay(d.DueOn!.Value)
                        && Days.Standard.CountWorkingDays(start.AddDays(1), d.DueOn.Value) == count;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void WorkingDays_AnyStart_EveryDayPassedIsCountedOrExplained() =>
        Prop.ForAll(
                Days.Within(),
                Days.Numbers(0, 60),
                (start, count) =>
                {
                    var d = DeadlineCalculator.Compute(Rule(count, CountUnit.WorkingDays), start, Days.Standard);
                    var passed = d.DueOn!.Value.DayNumber - start.DayNumber;
                    return passed == count + d.Skipped.Count + d.SkippedWeekendDays;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    [Law("Termiņu skaitīšana", "counting.moves_from_day_off")]
    public void CalendarDays_AnyStart_EndOnTheFirstWorkingDayFromTheRawEnd() =>
        Prop.ForAll(
                Days.Within(),
                Days.Numbers(0, 200),
                (start, count) =>
                {
                    var d = DeadlineCalculator.Compute(Rule(count, CountUnit.CalendarDays), start, Days.Standard);
                    return d.RawDueOn == start.AddDays(count)
                        && Days.Standard.IsWorkingDay(d.DueOn!.Value)
                        && Days.Standard.CountWorkingDays(d.RawDueOn.Value, d.DueOn.Value) == 1;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Deadline_LaterStart_IsNeverDueEarlier() =>
        Prop.ForAll(
                Days.Within(),
                Days.Numbers(0, 40),
                Days.Numbers(0, 30),
                (start, later, count) =>
                    Enum.GetValues<CountUnit>()
                        .All(unit =>
                            DeadlineCalculator.Compute(Rule(count % 12, unit), start, Days.Standard).DueOn
                            <= DeadlineCalculator
                                .Compute(Rule(count % 12, unit), start.AddDays(later), Days.Standard)
                                .DueOn
                        )
            )
            .QuickCheckThrowOnFailure();
}

using FsCheck;
using FsCheck.Fluent;
using Plus.Law.Plans;

namespace Plus.Law.Tests.Plans;

public sealed class StageTrendTests
{
    [Theory]
    [InlineData("contemplation:01.03.2026 preparation:20.03.2026", StageTrend.Progress)]
    [InlineData("action:01.03.2026 relapse:20.03.2026", StageTrend.Regress)]
    [InlineData("preparation:20.03.2026 contemplation:01.03.2026", StageTrend.Progress)]
    [InlineData("contemplation:01.03.2026", StageTrend.Unknown)]
    [InlineData("contemplation:01.12.2025 contemplation:20.03.2026", StageTrend.Stagnation)]
    [InlineData("action:01.10.2025 contemplation:01.12.2025", StageTrend.Stagnation)]
    // Who keeps a change up does not stagnate.
    [InlineData("action:01.10.2025 maintenance:01.12.2025", StageTrend.Progress)]
    [InlineData("", StageTrend.Unknown)]
    [Law("Dienesta prakse", "plan.stagnation_days")]
    public void Stages_OverTime_HaveATrend(string stages, string trend)
    {
        var observed = stages
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(s => (Days.D(s.Split(':')[1]), s.Split(':')[0]))
            .ToList();

        Assert.Equal(trend, StageTrend.Of(observed, Days.D("01.04.2026"), Days.Embedded));
    }

    [Fact]
    public void Trend_DoesNotDependOnTheOrderOfEntry() =>
        Prop.ForAll(
                Gen.Choose(0, ChangeStage.All.Count - 1).ListOf(6).ToArbitrary(),
                places =>
                {
                    var observed = places
                        .Select((p, i) => (Days.D("01.01.2026").AddDays(i * 10), ChangeStage.All[p]))
                        .ToList();
                    var today = Days.D("15.04.2026");
                    return StageTrend.Of(observed, today, Days.Embedded)
                        == StageTrend.Of([.. observed.AsEnumerable().Reverse()], today, Days.Embedded);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Stage_ThatIsUnknown_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ChangeStage.PlaceOf("nothing"));
}

using Plus.Law.CommunityWork;
using Plus.Law.Rules;
using Plus.Law.Sections;
using Plus.Law.Tasks;
using Plus.Law.Terms;

namespace Plus.Law.Tests.CommunityWork;

public sealed class AmountRulesTests
{
    private static readonly DateOnly Today = Days.D("15.04.2026");
    private static readonly HoursBalance Balance = new(100 * 60, 30 * 60, 0);

    [Theory]
    [InlineData(120, "01.04.2026", null)]
    [InlineData(30, "01.04.2026", null)]
    [InlineData(29, "01.04.2026", ReasonCodes.AmountUnderServed)]
    [InlineData(100, "01.04.2026", ReasonCodes.AmountNotChanged)]
    [InlineData(0, "01.04.2026", ReasonCodes.HoursNotPositive)]
    [InlineData(120, "16.04.2026", ReasonCodes.DecisionInFuture)]
    [InlineData(120, "28.02.2026", ReasonCodes.LaterRulingIsEarlier)]
    [Law("KL 40., 50. pants", "community_work.imposed_amount")]
    public void Amount_OfALaterRuling_IsNeverUnderWhatIsServed(int hours, string decided, string? reason)
    {
        var verdict = AmountRules.Judge(Balance, hours * 60, Days.D(decided), Days.D("01.03.2026"), Today);
        if (reason is null)
        {
            Assert.True(verdict.IsAllowed);
        }
        else
        {
            Days.MustBeRefused(verdict, reason);
        }
    }

    [Fact]
    [Law("KL 62. pants", "community_work.limitation_years")]
    public void Limitation_IsMovedByTheDaysOfASuspension_AndWarnedOf()
    {
        var inForce = Days.D("01.03.2024");
        var whole = ExecutionLimitation.Of(inForce, [], Days.Embedded);
        var moved = ExecutionLimitation.Of(
            inForce,
            [new Suspension(Days.D("01.05.2024"), Days.D("30.05.2024"))],
            Days.Embedded
        );
        var facts = new SectionFacts
        {
            Measure = MeasureCode.CommunityWork,
            State = SectionState.Active,
            ReceivedOn = inForce,
            CaseCreatedOn = inForce,
            InForceOn = inForce,
            RegisteredOn = inForce,
            RegularWorkNotAvailable = true,
            Hours = new HoursFacts(6000, inForce, null, [], []),
        };

        Assert.Equal(Days.D("01.03.2026"), whole.LastDay);
        Assert.Equal(Days.D("31.03.2026"), moved.LastDay);
        Assert.Equal(Standing.Unverified, whole.Rule.Standing);
        Assert.Empty(TaskRules.For(facts, Days.D("14.02.2026"), Days.Standard, Days.Embedded));
        var task = Assert.Single(TaskRules.For(facts, Days.D("15.02.2026"), Days.Standard, Days.Embedded));
        Assert.Equal((TaskKinds.LimitationEnds, Days.D("01.03.2026")), (task.Kind, task.DueOn!.Value));
    }

    [Fact]
    [Law("Dienesta prakse", "deadline.adult_choice")]
    public void Child_FromTheEighteenthBirthday_MakesATaskUntilSomebodyChose()
    {
        var facts = new SectionFacts
        {
            Measure = MeasureCode.EducationalCommunityWork,
            State = SectionState.Active,
            ReceivedOn = Days.D("01.03.2026"),
            CaseCreatedOn = Days.D("01.03.2026"),
            RegisteredOn = Days.D("01.03.2026"),
            ChildBornOn = Days.D("15.04.2008"),
        };

        Assert.Empty(TaskRules.For(facts, Days.D("14.04.2026"), Days.Standard, Days.Embedded));
        var task = Assert.Single(TaskRules.For(facts, Today, Days.Standard, Days.Embedded));
        Assert.Equal((TaskKinds.TurnedAdult, Days.D("22.04.2026")), (task.Kind, task.DueOn!.Value));
        Assert.Empty(TaskRules.For(facts with { AdultChoiceMade = true }, Today, Days.Standard, Days.Embedded));
        var leap = facts with { ChildBornOn = Days.D("29.02.2008") };
        Assert.Empty(TaskRules.For(leap, Days.D("28.02.2026"), Days.Standard, Days.Embedded));
        Assert.Single(TaskRules.For(leap, Days.D("01.03.2026"), Days.Standard, Days.Embedded));
    }

    [Fact]
    [Law("Dienesta prakse", "deadline.child_work_report")]
    public void ChildsWork_IsToldToTheCourtEveryMonth_UntilAllIsServed()
    {
        var facts = new SectionFacts
        {
            Measure = MeasureCode.EducationalCommunityWork,
            State = SectionState.Active,
            ReceivedOn = Days.D("01.03.2026"),
            CaseCreatedOn = Days.D("01.03.2026"),
            RegisteredOn = Days.D("16.03.2026"),
            WorkReportFrom = Days.D("16.03.2026"),
            Hours = new HoursFacts(1200, Days.D("16.03.2026"), null, [], [new(Days.D("20.03.2026"), 120)]),
        };

        Assert.Empty(TaskRules.For(facts, Days.D("01.04.2026"), Days.Standard, Days.Embedded));
        var task = Assert.Single(TaskRules.For(facts, Days.D("02.04.2026"), Days.Standard, Days.Embedded));
        Assert.Equal((TaskKinds.WorkReport, Days.D("16.04.2026")), (task.Kind, task.DueOn!.Value));
        Assert.Equal(Standing.Unverified, task.Deadline!.Rule.Standing);
        var told = facts with { WorkReportFrom = Days.D("15.04.2026") };
        Assert.Empty(TaskRules.For(told, Days.D("16.04.2026"), Days.Standard, Days.Embedded));
        var served = facts with { Hours = facts.Hours with { ImposedMinutes = 120 } };
        Assert.Empty(TaskRules.For(served, Days.D("16.04.2026"), Days.Standard, Days.Embedded));
    }

    [Theory]
    [InlineData(ProbationFunction.CommunityWork, "died", ClosingGrounds.DeathRecord)]
    [InlineData(ProbationFunction.CommunityWork, "merged_into_other_sentence", ClosingGrounds.Ruling)]
    [InlineData(ProbationFunction.CommunityWork, "fully_served", null)]
    [InlineData(ProbationFunction.EducationalCommunityWork, "replaced_by_other_measure", ClosingGrounds.CourtDecision)]
    [InlineData(ProbationFunction.Supervision, "died", ClosingGrounds.DeathRecord)]
    [InlineData(ProbationFunction.Mediation, "party_withdrew", null)]
    [Law("KL 40. pants", "community_work.outcomes")]
    public void Outcome_OtherThanServed_StandsOnADocument(ProbationFunction function, string outcome, string? ground) =>
        Assert.Equal(ground, ClosingGrounds.Of(function, outcome));

    [Fact]
    [Law("KL 40. pants", "community_work.outcomes")]
    public void Outcomes_OfWorkInHours_AllButServedNameTheirDocument() =>
        Assert.All(
            OutcomeCodes.All.Where(o =>
                o.Function is ProbationFunction.CommunityWork or ProbationFunction.EducationalCommunityWork
                && o.Kind != OutcomeKind.Completed
            ),
            o => Assert.NotNull(ClosingGrounds.Of(o.Function, o.Code))
        );
}

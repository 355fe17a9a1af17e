using FsCheck;
using FsCheck.Fluent;
using Plus.Law.Breaches;
using Plus.Law.Rules;
using Plus.Law.Sections;
using Plus.Law.Tasks;

namespace Plus.Law.Tests.Breaches;

public sealed class BreachCourseTests
{
    private static readonly BreachCourse Asked = new(
        Days.D("02.03.2026"),
        Days.D("09.03.2026"),
        null,
        null,
        null,
        null
    );

    [Theory]
    [InlineData("09.03.2026", BreachWait.Explanation)]
    [InlineData("10.03.2026", BreachWait.Judgement)]
    [Law("LSIK", "deadline.breach_explanation")]
    public void Explanation_AfterItsLastDay_IsNoLongerAwaited(string today, BreachWait waits) =>
        Assert.Equal(waits, BreachCourses.On(Asked, Days.D(today)).Waits);

    [Theory]
    [InlineData("20.03.2026", BreachWait.Evidence)]
    [InlineData("21.03.2026", BreachWait.Judgement)]
    [Law("LSIK", "deadline.breach_judgement")]
    public void Evidence_AfterItsLastDay_LetsTheReasonBeJudged(string today, BreachWait waits)
    {
        var course = Asked with { ExplainedOn = Days.D("05.03.2026"), EvidenceDueOn = Days.D("20.03.2026") };

        Assert.Equal(waits, BreachCourses.On(course, Days.D(today)).Waits);
    }

    [Fact]
    [Law("LSIK", "deadline.warning_serving")]
    public void Answer_WaitsForItsServiceOrItsDecision()
    {
        var unjustified = Asked with { Justified = false, JudgedOn = Days.D("11.03.2026") };
        var warned = unjustified with { AnsweredOn = Days.D("12.03.2026"), AnswerIsUnserved = true };
        var submitted = unjustified with { AnsweredOn = Days.D("12.03.2026"), AnswerIsUndecided = true };
        var today = Days.D("13.03.2026");

        Assert.Equal(BreachWait.Response, BreachCourses.On(unjustified, today).Waits);
        Assert.Equal(BreachWait.Serving, BreachCourses.On(warned, today).Waits);
        Assert.Equal(BreachWait.Decision, BreachCourses.On(submitted, today).Waits);
        Assert.Equal(BreachWait.Nothing, BreachCourses.On(warned with { AnswerIsUnserved = false }, today).Waits);
        Assert.Equal(BreachWait.Nothing, BreachCourses.On(Asked with { Justified = true }, today).Waits);
    }

    [Fact]
    [Law("LSIK", "deadline.breach_response")]
    public void Unjustified_MakesATaskDueFiveWorkingDaysAfterTheJudgement()
    {
        var facts = new SectionFacts
        {
            Measure = MeasureCode.CommunityWork,
            State = SectionState.Active,
            ReceivedOn = Days.D("02.01.2026"),
            CaseCreatedOn = Days.D("02.01.2026"),
            RegisteredOn = Days.D("05.01.2026"),
            RegularWorkNotAvailable = true,
            Breaches =
            [
                new("b1", Days.D("02.03.2026"), Asked with { Justified = false, JudgedOn = Days.D("11.03.2026") }),
            ],
        };

        var task = Assert.Single(TaskRules.For(facts, Days.D("12.03.2026"), Days.Standard, Days.Embedded));

        Assert.Equal(TaskKinds.BreachResponse, task.Kind);
        Assert.Equal("b1", task.Key);
        Assert.Equal(Days.D("18.03.2026"), task.DueOn);
    }

    [Fact]
    [Law("Dienesta prakse", "breach.look_back_months")]
    public void History_OfTwelveMonths_CountsBothItsDaysAndKeepsTheTwoFactsApart()
    {
        var today = Days.D("15.04.2026");
        var count = BreachHistory.Count(
            [
                new(Days.D("14.04.2025"), false, false), // a day too old
                new(Days.D("15.04.2025"), false, false),
                new(Days.D("01.02.2026"), true, true),
                new(Days.D("15.04.2026"), null, null),
            ],
            [Days.D("14.04.2025"), Days.D("20.05.2025")],
            today,
            Days.Embedded
        );

        Assert.Equal(
            (1, 2, 1, 1, 1),
            (count.NotAttended, count.NotComplied, count.Justified, count.Unjustified, count.Warnings)
        );
        Assert.Equal(
            1,
            BreachHistory.WarningsBefore(today, [Days.D("15.04.2025"), Days.D("14.04.2025")], Days.Embedded)
        );
        Assert.Equal(Days.D("20.05.2026"), BreachHistory.CountsUntil(Days.D("20.05.2025"), Days.Embedded));
    }

    [Fact]
    [Law("LSIK", "breach.ladder")]
    public void Standing_WhateverTheDays_NeverAsksForAnAnswerBeforeAJudgement() =>
        Prop.ForAll(
                Days.Numbers(0, int.MaxValue),
                Days.Numbers(0, 60),
                (seed, passed) =>
                {
                    var random = new Random(seed);
                    var first = Days.D("01.01.2026");
                    DateOnly? Some() => random.Next(3) == 0 ? null : first.AddDays(random.Next(60));
                    bool? justified = random.Next(3) switch
                    {
                        0 => null,
                        1 => false,
                        _ => true,
                    };
                    var explained = Some();
                    var course = new BreachCourse(
                        first,
                        Some(),
                        explained,
                        explained is null ? null : Some(),
                        justified,
                        justified is null ? null : first
                    );
                    var today = first.AddDays(passed);
                    var standing = BreachCourses.On(course, today);
                    return justified == false == (standing.Waits == BreachWait.Response)
                        && justified == true == (standing.Waits == BreachWait.Nothing)
                        && (standing.DueOn is null || standing.DueOn >= today);
                }
            )
            .QuickCheckThrowOnFailure();
}

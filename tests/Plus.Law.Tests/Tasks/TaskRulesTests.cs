using Plus.Law.CommunityWork;
using Plus.Law.Rules;
using Plus.Law.Sections;
using Plus.Law.Tasks;
using Plus.Law.Tests.Texts;

namespace Plus.Law.Tests.Tasks;

public sealed class TaskRulesTests
{
    private static readonly SectionFacts Received = new()
    {
        Measure = MeasureCode.SuspendedSentence,
        State = SectionState.Received,
        ReceivedOn = Days.D("01.04.2026"),
        InForceOn = Days.D("01.04.2026"),
    };

    private static readonly SectionFacts Active = Received with
    {
        State = SectionState.Active,
        CaseCreatedOn = Days.D("02.04.2026"),
        RegisteredOn = Days.D("08.04.2026"),
    };

    private static IReadOnlyList<DueTask> For(SectionFacts facts, string today, LegalParameters? parameters = null)
    {
        var tasks = TaskRules.For(facts, Days.D(today), Days.Standard, parameters ?? Days.Embedded);
        Assert.All(tasks, t => LawTexts.MustFind($"law.task.{t.Kind}", t.Values.Keys));
        return tasks;
    }

    [Fact]
    [Law("MK noteikumi par probācijas klienta lietu", "deadline.create_case")]
    [Law("LSIK 155. pants", "task.register_client")]
    public void Ruling_JustReceived_AsksForTheCaseAndTheRegistration()
    {
        var tasks = For(Received, "01.04.2026");
        Assert.Equal([TaskKinds.CreateCase, TaskKinds.RegisterClient], tasks.Select(t => t.Kind));
        Assert.Equal(Days.D("07.04.2026"), tasks[0].DueOn); // 2 April and 7 April; Easter between
        Assert.Equal(Days.D("17.04.2026"), tasks[1].DueOn);
        Assert.Equal(new LegalSource("LSIK", "155. pants"), tasks[1].Source);
        Assert.False(tasks[1].IsOverdue(Days.D("17.04.2026")));
        Assert.True(tasks[1].IsOverdue(Days.D("18.04.2026")));
    }

    [Fact]
    public void DaysOfAChildsObservation_AskWhenTheyAreNear_AndStayWhenTheyArePast()
    {
        var child = Active with
        {
            Measure = MeasureCode.ProbationObservation,
            Duties = [new OpenDuty("a", Days.D("20.05.2026")), new OpenDuty("b", Days.D("20.04.2027"))],
            CourtReportBy = Days.D("22.05.2026"),
        };
        Assert.DoesNotContain(For(child, "09.04.2026"), t => t.Kind == TaskKinds.RepresentativeDuty);
        var near = For(child, "21.05.2026");
        Assert.Equal(
            [(TaskKinds.RepresentativeDuty, "a"), (TaskKinds.CourtReport, "")],
            near.Select(t => (t.Kind, t.Key))
        );
        Assert.True(near[0].IsOverdue(Days.D("21.05.2026")));
    }

    [Fact]
    public void Fact_Changed_ChangesTheTasksAtOnce()
    {
        Assert.Equal(
            [TaskKinds.RegisterClient],
            For(Received with { CaseCreatedOn = Days.D("02.04.2026") }, "02.04.2026").Select(t => t.Kind)
        );
        Assert.Empty(For(Active, "08.04.2026"));
    }

    [Theory]
    [InlineData("10.04.2026", "10.05.2026")]
    [InlineData("31.03.2026", "30.04.2026")]
    [Law("Dienesta prakse", "deadline.monitoring_employment")]
    public void ElectronicMonitoring_AsksForWorkInTheFirstMonth(string attached, string due)
    {
        var task = Assert.Single(
            For(Active with { EmploymentFrom = Days.D(attached) }, "10.04.2026"),
            t => t.Kind == TaskKinds.MonitoringEmployment
        );
        Assert.True(task.DueOn >= Days.D(due) && task.DueOn <= Days.D(due).AddDays(4), $"{task.DueOn}");
    }

    [Theory]
    [InlineData(SectionState.Closed)]
    [InlineData(SectionState.Annulled)]
    public void Section_Ended_HasNoTasks(SectionState state) =>
        Assert.Empty(
            For(
                Received with
                {
                    State = state,
                    TermLastDay = Days.D("01.05.2026"),
                    Contacts = [new PlannedContact("a", Days.D("02.04.2026"), false)],
                },
                "01.06.2026"
            )
        );

    [Fact]
    [Law("LSIK 155. pants", "deadline.register.parole")]
    public void Parole_WithoutARelease_WaitsAndIsNeverOverdue()
    {
        var facts = Received with { Measure = MeasureCode.Parole, CaseCreatedOn = Days.D("02.04.2026") };
        var task = Assert.Single(For(facts, "01.12.2026"));
        Assert.True(task.WaitsForStart);
        Assert.False(task.IsOverdue(Days.D("01.12.2026")));
        var released = Assert.Single(For(facts with { ReleasedOn = Days.D("18.06.2026") }, "19.06.2026"));
        Assert.Equal(Days.D("25.06.2026"), released.DueOn);
    }

    [Fact]
    [Law("MK noteikumi Nr. 803 (2007)", "deadline.enter_information")]
    public void Contact_PastWithoutAnOutcome_IsAskedForFromTheNextDay()
    {
        var facts = Active with
        {
            Contacts =
            [
                new PlannedContact("held", Days.D("14.04.2026"), true),
                new PlannedContact("open", Days.D("17.04.2026"), false),
                new PlannedContact("coming", Days.D("20.05.2026"), false),
            ],
        };
        Assert.Empty(For(facts, "17.04.2026"));
        var task = Assert.Single(For(facts, "18.04.2026"));
        Assert.Equal((TaskKinds.OutcomeMissing, "open"), (task.Kind, task.Key));
        Assert.Equal(Days.D("21.04.2026"), task.DueOn);
        Assert.Empty(For(facts, "18.04.2026", Days.Override(ParameterCodes.OutcomeMissingAfterDays, 3)));
        Assert.Single(For(facts, "20.04.2026", Days.Override(ParameterCodes.OutcomeMissingAfterDays, 3)));
    }

    [Fact]
    [Law("LSIK 136. pants", "task.weekly_hours_below_minimum")]
    public void Week_BelowTheMinimum_IsShownInTheWeekAfter()
    {
        var facts = Active with
        {
            Measure = MeasureCode.CommunityWork,
            Hours = new HoursFacts(6000, Days.D("08.04.2026"), null, [], [new HoursEntry(Days.D("14.04.2026"), 480)]),
        };
        var task = Assert.Single(For(facts, "20.04.2026"));
        Assert.Equal((TaskKinds.WeeklyHoursBelowMinimum, "2026-04-13"), (task.Kind, task.Key));
        Assert.Equal(240, task.Values["missingMinutes"]);
        Assert.Equal(Days.D("19.04.2026"), task.DueOn);
        Assert.Equal(new LegalSource("LSIK", "136. pants"), task.Source);
        var child = facts with { Hours = facts.Hours with { ChildUntil = Days.D("31.12.2026") } };
        Assert.Equal(120, Assert.Single(For(child, "20.04.2026")).Values["missingMinutes"]);
        Assert.Empty(For(facts with { RegularWorkNotAvailable = true }, "20.04.2026"));
        Assert.Empty(For(facts with { State = SectionState.Suspended }, "20.04.2026"));
        Assert.Empty(
            For(
                facts with
                {
                    Hours = facts.Hours with
                    {
                        Entries = [.. facts.Hours.Entries, new HoursEntry(Days.D("18.04.2026"), 240)],
                    },
                },
                "20.04.2026"
            )
        );
    }

    [Theory]
    [InlineData("16.04.2026", 0)]
    [InlineData("17.04.2026", 1)]
    [InlineData("02.05.2026", 1)]
    [Law("Dienesta prakse", "task.term_ends_warning_days")]
    public void Term_EndingInFourteenDays_IsAnnounced(string today, int tasks)
    {
        var found = For(Active with { TermLastDay = Days.D("01.05.2026") }, today);
        Assert.Equal(tasks, found.Count);
        Assert.All(found, t => Assert.Equal((TaskKinds.TermEnds, Days.D("01.05.2026")), (t.Kind, t.DueOn!.Value)));
    }

    [Fact]
    [Law("Valsts probācijas dienesta likums 15. pants", "deadline.respond_to_report_request")]
    public void ReportRequest_WithADay_IsDueOnThatDayUntilSent()
    {
        var facts = Active with { Measure = MeasureCode.AssessmentReport, ReportRespondBy = Days.D("28.11.2026") };
        var task = Assert.Single(For(facts, "01.11.2026"));
        Assert.Equal(TaskKinds.RespondToReportRequest, task.Kind);
        Assert.Equal(Days.D("28.11.2026"), task.DueOn); // a Saturday: the requester's day is not moved
        Assert.Empty(For(facts with { ReportSentOn = Days.D("20.11.2026") }, "21.11.2026"));
    }

    [Fact]
    public void Tasks_Several_ComeInOrderOfTheirDay()
    {
        var tasks = For(
            Received with
            {
                TermLastDay = Days.D("03.04.2026"),
                Contacts = [new PlannedContact("a", Days.D("01.04.2026"), false)],
            },
            "02.04.2026"
        );
        Assert.Equal(4, tasks.Count);
        Assert.Equal(tasks.Select(t => t.DueOn).Order(), tasks.Select(t => t.DueOn));
    }
}

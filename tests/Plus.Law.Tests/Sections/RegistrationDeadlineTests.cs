using Plus.Law.Deadlines;
using Plus.Law.Rules;
using Plus.Law.Sections;

namespace Plus.Law.Tests.Sections;

public sealed class RegistrationDeadlineTests
{
    private static readonly DateOnly Today = Days.D("01.04.2026");

    private static Deadline? For(RegistrationFacts facts, LegalParameters? parameters = null) =>
        RegistrationDeadline.For(facts, Today, Days.Standard, parameters ?? Days.Embedded);

    [Theory]
    [InlineData(MeasureCode.SuspendedSentence, "01.04.2026", "17.04.2026", "LSIK", "155. pants")]
    [InlineData(MeasureCode.SuspendedSentence, "19.12.2025", "09.01.2026", "LSIK", "155. pants")]
    [InlineData(MeasureCode.CommunityWork, "01.04.2026", "17.04.2026", "LSIK", "133. pants")]
    [InlineData(MeasureCode.ProbationSupervision, "01.04.2026", "17.04.2026", "KL", "45.¹ pants")]
    [InlineData(MeasureCode.ConditionalDischarge, "01.04.2026", "17.04.2026", "Valsts probācijas dienesta likums", "")]
    [Law("LSIK 155. pants", "deadline.register.suspended_sentence")]
    [Law("LSIK 133. pants", "deadline.register.community_work")]
    [Law("KL 45.¹ pants", "deadline.register.probation_supervision")]
    [Law("Valsts probācijas dienesta likums", "deadline.register.conditional_discharge")]
    public void InForce_CountsWorkingDays(string measure, string inForce, string due, string act, string article)
    {
        var deadline = For(new RegistrationFacts(measure, Days.D(inForce)))!;
        Assert.Equal(Days.D(due), deadline.DueOn);
        Assert.Equal(new LegalSource(act, article), deadline.Rule.Source);
        Assert.Equal(10, deadline.Rule.Count);
    }

    [Fact]
    [Law("Likums par audzinoša rakstura piespiedu līdzekļiem 32.³ pants", "deadline.register.probation_observation")]
    public void Observation_CountsTenCalendarDays()
    {
        var deadline = For(new RegistrationFacts(MeasureCode.ProbationObservation, Days.D("01.04.2026")))!;
        Assert.Equal(Days.D("11.04.2026"), deadline.RawDueOn);
        Assert.Equal(CountUnit.CalendarDays, deadline.Rule.Unit);
    }

    [Fact]
    [Law("LSIK 155. pants", "deadline.register.parole")]
    public void Parole_AfterRelease_CountsThreeWorkingDays()
    {
        var facts = new RegistrationFacts(MeasureCode.Parole, Days.D("01.06.2026"), Days.D("18.06.2026"));
        Assert.Equal(Days.D("25.06.2026"), For(facts)!.DueOn);
    }

    [Fact]
    [Law("LSIK 155. pants", "deadline.register.parole")]
    public void Parole_WithoutARelease_WaitsForIt()
    {
        var deadline = For(new RegistrationFacts(MeasureCode.Parole, Days.D("01.06.2026")))!;
        Assert.True(deadline.WaitsForStart);
        Assert.Null(deadline.DueOn);
    }

    [Fact]
    [Law("LSIK 133. pants", "deadline.register.community_work_after_prison")]
    [Law("LSIK 133. pants", "deadline.register.community_work_released_early")]
    public void CommunityWorkWithImprisonment_CountsFromTheRelease()
    {
        var served = new RegistrationFacts(
            MeasureCode.CommunityWork,
            Days.D("01.04.2025"),
            null,
            WithImprisonment: true
        );
        Assert.True(For(served)!.WaitsForStart);
        Assert.Equal(Days.D("17.04.2026"), For(served with { ReleasedOn = Days.D("01.04.2026") })!.DueOn);
        Assert.Equal(
            Days.D("25.06.2026"),
            For(served with { ReleasedOn = Days.D("18.06.2026"), ReleasedEarly = true })!.DueOn
        );
    }

    [Fact]
    [Law("KL 45.¹ pants", "deadline.register.probation_supervision_after_prison")]
    public void AdditionalSupervision_CountsFromTheRelease()
    {
        var facts = new RegistrationFacts(MeasureCode.ProbationSupervision, Days.D("01.04.2025"), null, true);
        Assert.True(For(facts)!.WaitsForStart);
        Assert.Equal(Days.D("17.04.2026"), For(facts with { ReleasedOn = Days.D("01.04.2026") })!.DueOn);
    }

    [Theory]
    [InlineData(MeasureCode.Mediation)]
    [InlineData(MeasureCode.AssessmentReport)]
    [InlineData(MeasureCode.Programme)]
    public void Measure_WithoutRegistration_HasNoDeadline(string measure) =>
        Assert.Null(For(new RegistrationFacts(measure, Days.D("01.04.2026"))));

    [Fact]
    public void Measure_Unknown_IsABug() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => For(new RegistrationFacts("flogging", Today)));

    [Fact]
    [Law("LSIK 155. pants", "deadline.register.suspended_sentence")]
    public void Parameter_ChangedFromADay_HoldsForEventsFromThatDayOn()
    {
        var parameters = Days.Override(ParameterCodes.RegisterSuspendedSentence, 5, "01.04.2026");
        var facts = new RegistrationFacts(MeasureCode.SuspendedSentence, Days.D("01.04.2026"));
        Assert.Equal(Days.D("10.04.2026"), For(facts, parameters)!.DueOn);
        Assert.Equal(10, For(facts with { InForceOn = Days.D("31.03.2026") }, parameters)!.Rule.Count);
    }

    [Theory]
    [InlineData("31.12.2021", Standing.Unverified)]
    [InlineData("03.01.2022", Standing.Confirmed)]
    public void Standing_OfTheDeadline_IsThatOfTheWordingInForce(string inForce, Standing standing) =>
        Assert.Equal(standing, For(new RegistrationFacts(MeasureCode.SuspendedSentence, Days.D(inForce)))!.Standing);

    [Fact]
    [Law(
        "Likums par audzinoša rakstura piespiedu līdzekļiem 11. pants",
        "deadline.register.educational_community_work"
    )]
    public void EducationalCommunityWork_CountsFromInForceAndIsUnverified()
    {
        var deadline = For(new RegistrationFacts(MeasureCode.EducationalCommunityWork, Days.D("01.04.2026")))!;
        Assert.Equal(Days.D("17.04.2026"), deadline.DueOn);
        Assert.Equal(Standing.Unverified, deadline.Standing);
    }
}

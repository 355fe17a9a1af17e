using Plus.Law.CommunityWork;
using Plus.Law.Rules;
using Plus.Law.Terms;

namespace Plus.Law.Tests.CommunityWork;

public sealed class HoursRulesTests
{
    private const string L136 = "LSIK 136. pants";
    private const string Wednesday = "15.04.2026";
    private const string Saturday = "18.04.2026";
    private const string Holiday = "23.06.2026"; // Tuesday, Līgo diena

    private static readonly HoursFacts Facts = new(100 * 60, Days.D("01.04.2026"), null, [], []);

    private static HoursDecision Judge(HoursFacts facts, ProposedHours proposed, LegalParameters? parameters = null) =>
        HoursRules.Judge(facts, proposed, Days.D("30.06.2026"), Days.Standard, parameters ?? Days.Embedded);

    private static ProposedHours Work(
        string day,
        int minutes,
        ClientWorkStatus status = ClientWorkStatus.Works,
        bool consent = false
    ) => new(Days.D(day), minutes, status, consent);

    [Theory]
    [InlineData(Wednesday, ClientWorkStatus.Works, false, 120)]
    [InlineData(Wednesday, ClientWorkStatus.Studies, false, 120)]
    [InlineData(Wednesday, ClientWorkStatus.Works, true, 240)]
    [InlineData(Saturday, ClientWorkStatus.Works, false, 480)]
    [InlineData(Saturday, ClientWorkStatus.Studies, true, 480)]
    [InlineData(Holiday, ClientWorkStatus.Works, false, 480)]
    [InlineData(Wednesday, ClientWorkStatus.Neither, false, 480)]
    [InlineData(Saturday, ClientWorkStatus.Neither, false, 480)]
    [InlineData(Wednesday, ClientWorkStatus.UnderFifteen, true, 120)]
    [InlineData(Saturday, ClientWorkStatus.UnderFifteen, false, 120)]
    [InlineData(Wednesday, ClientWorkStatus.BasicEducation, false, 120)]
    [Law(L136, "community_work.daily_limits")]
    public void Day_AtTheLimit_IsCredited_OneMinuteMoreIsRefused(
        string day,
        ClientWorkStatus status,
        bool consent,
        int limit
    )
    {
        var whole = Judge(Facts, Work(day, limit, status, consent));
        Assert.True(whole.Verdict.IsAllowed);
        Assert.Equal((limit, 0), (whole.CreditedMinutes, whole.RefusedMinutes));

        var over = Judge(Facts, Work(day, limit + 1, status, consent));
        var refused = Assert.IsType<Verdict.Refused>(over.Verdict);
        Assert.StartsWith(ReasonCodes.HoursOverDailyLimit, refused.ReasonCode, StringComparison.Ordinal);
        Assert.Equal(new LegalSource("LSIK", "136. pants"), refused.Source);
        Assert.Equal(limit, refused.Values["limitMinutes"]);
        Assert.Equal((0, limit + 1), (over.CreditedMinutes, over.RefusedMinutes));
    }

    [Fact]
    [Law(L136, "community_work.daily_limits")]
    public void Day_WithEarlierEntries_CountsThemAll()
    {
        var facts = Facts with { Entries = [new HoursEntry(Days.D(Wednesday), 90)] };
        Assert.True(Judge(facts, Work(Wednesday, 30)).Verdict.IsAllowed);
        var refused = Days.MustBeRefused(Judge(facts, Work(Wednesday, 200)).Verdict, ReasonCodes.HoursOverDailyLimit);
        Assert.Equal(90, refused.Values["alreadyMinutes"]);
        Assert.Equal(30, refused.Values["leftMinutes"]);
    }

    [Fact]
    [Law(L136, "community_work.consent")]
    public void WorkingDay_UpToFourHoursWithoutConsent_SaysThatConsentIsMissing() =>
        Days.MustBeRefused(Judge(Facts, Work(Wednesday, 240)).Verdict, ReasonCodes.HoursOverDailyLimitConsentMissing);

    [Fact]
    [Law(L136, "community_work.child_week")]
    public void ChildsWeek_OverTenHours_IsRefused()
    {
        var entries = Enumerable.Range(13, 5).Select(d => new HoursEntry(new DateOnly(2026, 4, d), 110)).ToList();
        var facts = Facts with { Entries = entries };
        Assert.True(Judge(facts, Work(Saturday, 50, ClientWorkStatus.UnderFifteen)).Verdict.IsAllowed);
        var refused = Days.MustBeRefused(
            Judge(facts, Work(Saturday, 51, ClientWorkStatus.UnderFifteen)).Verdict,
            ReasonCodes.HoursOverWeeklyLimit
        );
        Assert.Equal(550, refused.Values["alreadyMinutes"]);
        Assert.True(Judge(facts, Work(Saturday, 480)).Verdict.IsAllowed);
        Assert.True(Judge(facts, Work("20.04.2026", 120, ClientWorkStatus.UnderFifteen)).Verdict.IsAllowed);
    }

    [Fact]
    [Law(L136, "community_work.child_week")]
    public void Child_OutsideTheSchoolYear_IsHeldToTheLimitUntilTheParameterSaysOtherwise()
    {
        var summer = new ProposedHours(Days.D(Saturday), 480, ClientWorkStatus.BasicEducation, SchoolYear: false);
        Days.MustBeRefused(Judge(Facts, summer).Verdict, ReasonCodes.HoursOverDailyLimit);
        Assert.True(Judge(Facts, summer, Days.Override(ParameterCodes.ChildLimitsAllYear, 0)).Verdict.IsAllowed);
    }

    [Theory]
    [InlineData(0, ReasonCodes.HoursNotPositive)]
    [InlineData(-5, ReasonCodes.HoursNotPositive)]
    [InlineData(1441, ReasonCodes.HoursOverWholeDay)]
    public void Minutes_Impossible_AreRefused(int minutes, string reason) =>
        Days.MustBeRefused(Judge(Facts, Work(Wednesday, minutes)).Verdict, reason);

    [Fact]
    [Law("LSIK 133. pants", "community_work.running_time")]
    public void Day_OutsideTheRunningTimeOfTheSection_IsRefused()
    {
        var work = Work(Wednesday, 60);
        var day = Days.D(Wednesday);
        Days.MustBeRefused(Judge(Facts, Work("01.07.2026", 60)).Verdict, ReasonCodes.HoursInFuture);
        Days.MustBeRefused(
            Judge(Facts with { RegisteredOn = null }, work).Verdict,
            ReasonCodes.HoursWithoutRegistration
        );
        Days.MustBeRefused(
            Judge(Facts with { RegisteredOn = day.AddDays(1) }, work).Verdict,
            ReasonCodes.HoursBeforeRegistration
        );
        Days.MustBeRefused(
            Judge(Facts with { ClosedOn = day.AddDays(-1) }, work).Verdict,
            ReasonCodes.HoursAfterClosing
        );
        Days.MustBeRefused(
            Judge(Facts with { Suspensions = [new Suspension(day, null)] }, work).Verdict,
            ReasonCodes.HoursDuringSuspension
        );
        Days.MustBeRefused(
            Judge(Facts with { Suspensions = [new Suspension(day.AddDays(-3), day)] }, work).Verdict,
            ReasonCodes.HoursDuringSuspension
        );
    }

    [Fact]
    [Law("LSIK 133. pants", "community_work.running_time")]
    public void Day_OfRegistrationAndOfClosing_IsInTime()
    {
        var day = Days.D(Wednesday);
        Assert.True(Judge(Facts with { RegisteredOn = day, ClosedOn = day }, Work(Wednesday, 60)).Verdict.IsAllowed);
        Assert.True(
            Judge(
                Facts with
                {
                    Suspensions =
                    [
                        new Suspension(day.AddDays(-3), day.AddDays(-1)),
                        new Suspension(day.AddDays(1), null),
                    ],
                },
                Work(Wednesday, 60)
            ).Verdict.IsAllowed
        );
    }

    [Fact]
    [Law("KL 40. pants", "community_work.imposed_amount")]
    public void Work_OverTheImposedAmount_IsCreditedOnlyUpToIt()
    {
        var facts = new HoursFacts(120, Days.D("01.04.2026"), null, [], [new HoursEntry(Days.D("14.04.2026"), 60, 15)]);
        var decision = Judge(facts, Work(Wednesday, 100));
        Assert.True(decision.Verdict.IsAllowed);
        Assert.Equal((60, 40), (decision.CreditedMinutes, decision.RefusedMinutes));
        var because = Days.MustBeRefused(decision.PartRefusedBecause, ReasonCodes.HoursOverImposedAmount);
        Assert.Equal(40, because.Values["excessMinutes"]);
    }

    [Fact]
    [Law("KL 40. pants", "community_work.imposed_amount")]
    public void Work_AfterTheWholeAmountIsServed_IsRefused()
    {
        var facts = new HoursFacts(60, Days.D("01.04.2026"), null, [], [new HoursEntry(Days.D("14.04.2026"), 60)]);
        var decision = Judge(facts, Work(Wednesday, 30));
        Days.MustBeRefused(decision.Verdict, ReasonCodes.ImposedAmountAlreadyServed);
        Assert.Equal((0, 30), (decision.CreditedMinutes, decision.RefusedMinutes));
    }

    [Fact]
    public void Limit_OverriddenFromADay_HoldsFromThatDayOn()
    {
        var parameters = Days.Override(ParameterCodes.DailyHours, 3, Wednesday);
        Assert.True(Judge(Facts, Work(Wednesday, 180), parameters).Verdict.IsAllowed);
        Assert.False(Judge(Facts, Work("14.04.2026", 180), parameters).Verdict.IsAllowed);
    }
}

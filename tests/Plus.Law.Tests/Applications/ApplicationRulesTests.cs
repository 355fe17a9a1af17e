using Plus.Law.Applications;
using Plus.Law.Rules;
using Plus.Law.Sections;
using Plus.Law.Tasks;

namespace Plus.Law.Tests.Applications;

public sealed class ApplicationRulesTests
{
    private static readonly DateOnly Today = Days.D("15.04.2026");

    private static ApplicationFrame Frame(string measure = MeasureCode.SuspendedSentence, params string[] binding) =>
        new(measure, Days.D("01.04.2026"), Days.D("01.04.2027"), binding);

    private static ClientApplication Away(string to, string kind = ApplicationKinds.LeaveResidence) =>
        new(kind, Days.D("10.04.2026"), Days.D("01.05.2026"), Days.D(to));

    private static ApplicationNeed Need(ClientApplication application, ApplicationFrame frame) =>
        ApplicationRules.NeedOf(application, frame, LegalParameters.Embedded);

    [Theory]
    [InlineData("15.05.2026", 15, false)]
    [InlineData("16.05.2026", 16, true)]
    [Law("LSIK 155. pants", "applications.need")]
    public void Absence_LongerThanFifteenDays_NeedsPermission(string to, int days, bool decision)
    {
        var need = Need(Away(to), Frame());
        Assert.Equal((decision, days, 15), (need.Decision, need.Days, need.Limit));
        Assert.Equal("LSIK", need.Source!.Act);
        Assert.Equal(Standing.Confirmed, need.Standing);
    }

    [Fact]
    [Law("LSIK 155. pants", "applications.need")]
    public void TravelAbroad_IsCountedByAParameterThatIsNotConfirmed() =>
        Assert.Equal(Standing.Unverified, Need(Away("20.05.2026", ApplicationKinds.ForeignTravel), Frame()).Standing);

    [Theory]
    [InlineData("curfew")]
    [InlineData("territory_ban")]
    [Law("MK noteikumi Nr. 107", "applications.need")]
    public void Absence_ThatAnObligationForbids_NeedsPermissionHoweverShort(string obligation)
    {
        var need = Need(Away("02.05.2026"), Frame(MeasureCode.SuspendedSentence, obligation));
        Assert.Equal((true, "obligation_binds", obligation), (need.Decision, need.Why, need.Obligation));
    }

    [Theory]
    [InlineData(ApplicationKinds.ResidenceChange, true)]
    [InlineData(ApplicationKinds.WorkChange, false)]
    [InlineData(ApplicationKinds.StudyChange, false)]
    [Law("LSIK 155. pants", "applications.need")]
    public void Change_IsToldOnly_UnlessConsentToAnotherHomeIsAnObligation(string kind, bool bound)
    {
        var change = new ClientApplication(kind, Days.D("10.04.2026"), Days.D("20.04.2026"), null);
        Assert.False(Need(change, Frame()).Decision);
        Assert.Equal(bound, Need(change, Frame(MeasureCode.SuspendedSentence, "residence_change_consent")).Decision);
        Assert.Equal("32.³ pants", Need(change, Frame(MeasureCode.ProbationObservation)).Source!.Article);
    }

    [Fact]
    [Law("LSIK 155. pants", "applications.judge")]
    public void Application_ThatCannotBe_IsRefused()
    {
        var good = Away("20.05.2026");
        Assert.True(ApplicationRules.Judge(good, Frame(), Today).IsAllowed);
        Refused(good with { ReceivedOn = Days.D("16.04.2026") }, ReasonCodes.ApplicationInFuture);
        Refused(good with { ReceivedOn = Days.D("31.03.2026") }, ReasonCodes.ApplicationBeforeSection);
        Refused(good with { To = Days.D("30.04.2026") }, ReasonCodes.ApplicationEndsBeforeItBegins);
        Refused(good with { From = Days.D("02.04.2027"), To = null }, ReasonCodes.ApplicationAfterTheTerm);

        static void Refused(ClientApplication application, string reason) =>
            Days.MustBeRefused(ApplicationRules.Judge(application, Frame(), Today), reason);
    }

    [Fact]
    [Law("LSIK 155. pants", "applications.decision")]
    public void Decision_FitsWhatWasAsked()
    {
        var asked = Away("20.05.2026");
        var day = Days.D("14.04.2026");
        Assert.True(ApplicationRules.JudgeDecision(asked, true, "granted", day, Today).IsAllowed);
        Refused(true, "noted", day, ReasonCodes.ApplicationNeedsDecision);
        Refused(false, "refused", day, ReasonCodes.NoticeIsNotDecided);
        Refused(true, "refused", Days.D("16.04.2026"), ReasonCodes.DecisionInFuture);
        Refused(true, "refused", Days.D("09.04.2026"), ReasonCodes.DecisionBeforeApplication);

        void Refused(bool needs, string outcome, DateOnly on, string reason) =>
            Days.MustBeRefused(ApplicationRules.JudgeDecision(asked, needs, outcome, on, Today), reason);
    }

    [Fact]
    [Law("Administratīvā procesa likums", "applications.tasks")]
    [Law("Administratīvā procesa likums", "deadline.decide_application")]
    [Law("Dienesta prakse", "deadline.transfer_proposal")]
    public void Tasks_AskForTheDecisionTheReturnTheChangeAndTheTransfer()
    {
        var received = Days.D("10.04.2026");
        var far = Of(new("a", received, Days.D("01.07.2026"), true, null, false, null));
        Assert.Equal((TaskKinds.ApplicationDecision, Days.D("11.05.2026")), (far.Kind, far.DueOn!.Value));
        // A permission after the client has left is none.
        Assert.Equal(
            Days.D("20.04.2026"),
            Of(new("a", received, Days.D("20.04.2026"), true, null, false, null)).DueOn!.Value
        );
        Assert.Equal(
            (TaskKinds.ApplicationReturn, Days.D("15.04.2026")),
            Pair(Of(new("a", received, Days.D("11.04.2026"), false, Days.D("14.04.2026"), false, null)))
        );
        Assert.Equal(
            (TaskKinds.ApplicationChange, Days.D("12.04.2026")),
            Pair(Of(new("a", received, Days.D("12.04.2026"), false, null, true, null)))
        );
        Assert.Equal(
            (TaskKinds.TransferProposal, Days.D("22.04.2026")),
            Pair(Of(new("a", received, Days.D("12.04.2026"), false, null, false, Days.D("15.04.2026"))))
        );

        static (string, DateOnly) Pair(DueTask task) => (task.Kind, task.DueOn!.Value);
        static DueTask Of(OpenApplication application) =>
            Assert.Single(
                TaskRules.For(
                    new SectionFacts
                    {
                        Measure = MeasureCode.SuspendedSentence,
                        State = SectionState.Active,
                        ReceivedOn = Days.D("01.04.2026"),
                        CaseCreatedOn = Days.D("01.04.2026"),
                        RegisteredOn = Days.D("02.04.2026"),
                        Applications = [application],
                    },
                    Today,
                    Days.Standard,
                    LegalParameters.Embedded
                )
            );
    }
}

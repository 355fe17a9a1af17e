using System.Reflection;
using Plus.Law.Applications;
using Plus.Law.Assignment;
using Plus.Law.Breaches;
using Plus.Law.Calendar;
using Plus.Law.CommunityWork;
using Plus.Law.Contacts;
using Plus.Law.Deadlines;
using Plus.Law.Figures;
using Plus.Law.Obligations;
using Plus.Law.Opportunities;
using Plus.Law.Plans;
using Plus.Law.Rules;
using Plus.Law.Sections;
using Plus.Law.Tasks;
using Plus.Law.Terms;

namespace Plus.Law.Tests.Texts;

public sealed class LawTextsTests
{
    [Fact]
    public void Keys_EveryCodeOfTheLaw_HasATextAndNoTextIsLeftOver()
    {
        var wanted = WantedKeys().Order(StringComparer.Ordinal).ToList();
        Assert.Equal(wanted, LawTexts.Latvian.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(wanted, LawTexts.English.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Texts_BothLanguages_NameTheSameValuesAndAreNotEmpty()
    {
        foreach (var (key, latvian) in LawTexts.Latvian)
        {
            var english = LawTexts.English[key];
            Assert.False(string.IsNullOrWhiteSpace(latvian), key);
            Assert.False(string.IsNullOrWhiteSpace(english), key);
            Assert.Equal(
                LawTexts.Placeholders(latvian).Order(StringComparer.Ordinal),
                LawTexts.Placeholders(english).Order(StringComparer.Ordinal)
            );
        }
    }

    [Fact]
    public void RuleTexts_OnlyPlaceholder_IsTheCount()
    {
        foreach (
            var (key, text) in LawTexts.Latvian.Where(t => t.Key.StartsWith("law.rule.", StringComparison.Ordinal))
        )
        {
            Assert.Empty(LawTexts.Placeholders(text).Except(["count"]));
            Assert.False(key.Contains("deadline.", StringComparison.Ordinal), key);
        }
    }

    private static IEnumerable<string> WantedKeys() =>
        Constants(typeof(ReasonCodes))
            .Select(c => $"law.reason.{c}")
            .Concat(
                Enumerable
                    .Range(WorkingCalendar.FirstYear, WorkingCalendar.LastYear - WorkingCalendar.FirstYear + 1)
                    .SelectMany(LatvianHolidays.Of)
                    .Select(h => h.NameCode)
                    .Concat(["weekend", "day_off", "transferred_off", "transferred_work"])
                    .Distinct()
                    .Select(c => $"law.holiday.{c}")
            )
            .Concat(
                LegalParameters
                    .Embedded.Codes.Where(c => c.StartsWith("deadline.", StringComparison.Ordinal))
                    .Select(c => "law.rule." + DeadlineRule.From(Days.Embedded, c, Days.D("01.06.2026")).Code)
            )
            .Concat(LegalParameters.Embedded.Codes.Select(c => $"law.parameter.{c}"))
            .Concat(LegalParameters.Embedded.All.Select(p => $"law.unit.{p.Unit}").Distinct())
            .Concat(OutcomeCodes.All.Select(o => $"law.outcome.{o.Function.Code()}.{o.Code}"))
            .Concat(StaffTrainings.Kinds.Select(k => $"law.staff_training.{k}"))
            .Concat(ContactLevel.All.Select(l => $"law.contact_level.{l}"))
            .Concat(MeasureCode.All.Select(m => $"law.measure.{m}"))
            .Concat(ProbationFunctions.All.Select(f => $"law.function.{f.Code()}"))
            .Concat(TaskKinds.All.Select(k => $"law.task.{k}"))
            .Concat(Enum.GetValues<SectionState>().Select(s => $"law.state.{s.Code()}"))
            .Concat(Enum.GetValues<ClientWorkStatus>().Select(s => $"law.work_status.{s.Code()}"))
            .Concat(AgeBand.All.Select(b => $"law.age_band.{b.Key}"))
            .Concat(BreachResponse.All.Select(r => $"law.breach_response.{r}"))
            .Concat(ApplicationKinds.All.Select(k => $"law.application.{k}"))
            .Concat(ApplicationOutcome.All.Select(o => $"law.application_outcome.{o}"))
            .Concat(ApplicationRules.Whys.Select(w => $"law.application_need.{w}"))
            .Concat(AssignmentRank.Marks.Select(m => $"law.assignment_mark.{m}"))
            .Concat(OpportunityRules.All.Select(o => $"law.opportunity.{o}"))
            .Concat(OpportunityRules.Criteria.Select(c => $"law.opportunity_criterion.{c}"))
            .Concat(OpportunityState.All.Select(s => $"law.opportunity_state.{s}"))
            .Concat(ObligationKinds.All.Select(k => $"law.obligation.{k.Code}"))
            .Concat(ChangeStage.All.Select(s => $"law.change_stage.{s}"))
            .Concat(Constants(typeof(StageTrend)).Select(t => $"law.stage_trend.{t}"))
            .Concat(ClosingGrounds.All.Select(g => $"law.closing_ground.{g}"))
            .Concat(ObligationSource.All.Select(s => $"law.set_by.{s}"))
            .Concat(OffenceGroups.All.Select(g => $"law.offence_group.{g}"))
            .Concat(Constants(typeof(PlacementRules)).Select(c => $"law.placement.{c}"))
            .Concat(TermExamples.All.Select(e => $"law.term_example.{e.Code}"))
            .Concat(TermSteps.All.Select(s => $"law.term_step.{s}"))
            .Concat(["law.standing.confirmed", "law.standing.unverified"])
            .Concat(["law.choice.down", "law.choice.half_up", "law.choice.up"])
            .Concat(Constants(typeof(AgeReferenceDay)).Select(c => $"law.choice.{c}"));

    private static IEnumerable<string> Constants(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(f => f.IsLiteral)
            .Select(f => (string)f.GetRawConstantValue()!);
}

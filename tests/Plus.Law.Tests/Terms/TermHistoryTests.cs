using FsCheck;
using FsCheck.Fluent;
using Plus.Law.Rules;
using Plus.Law.Terms;
using Plus.Law.Tests.Texts;

namespace Plus.Law.Tests.Terms;

public sealed class TermHistoryTests
{
    private const string Counting = "Termiņu skaitīšana";

    private static ExplainedTerm Term(string start, int months, params TermChange[] changes) =>
        TermHistory.OfMonths(Days.D(start), months, changes, Days.Embedded);

    private static TermChange.Suspended Stop(string from, string? to) => new(Days.D(from), Days.MaybeD(to));

    [Theory]
    [MemberData(nameof(Examples))]
    [Law(Counting, "terms.worked_examples")]
    public void WorkedExamples_OfTheParameterPage_EndOnTheDay(int number)
    {
        var example = TermExamples.All[number];
        var term = TermHistory.OfMonths(example.StartOn, example.Months, example.Changes, Days.Embedded);
        Assert.Equal(example.LastDay, term.LastDay);
        Assert.Equal(Standing.Unverified, term.Standing);
        Assert.Equal(example.LastDay, term.Steps[^1].LastDay);
    }

    public static TheoryData<int> Examples() => [.. Enumerable.Range(0, TermExamples.All.Count)];

    [Fact]
    public void WorkedExamples_AreAtLeastEight_EachAnotherCase() =>
        Assert.True(TermExamples.All.Select(e => e.Code).Distinct(StringComparer.Ordinal).Count() >= 8);

    [Fact]
    [Law(Counting, "terms.extension")]
    public void Extension_OfSixMonths_EndsWhereTwelveWould()
    {
        var extended = Term("31.08.2025", 6, new TermChange.Extended(Days.D("01.02.2026"), 6));
        Assert.Equal(Days.D("31.08.2026"), extended.LastDay);
        Assert.Equal(Days.D("28.02.2026"), extended.Steps[0].LastDay);
    }

    [Fact]
    [Law(Counting, "terms.replacement")]
    public void MergedSentence_SetsTheWholeTermAnew_AndForgetsOnlyEarlierExtensions()
    {
        var term = Term(
            "01.03.2025",
            12,
            new TermChange.Extended(Days.D("01.09.2026"), 3),
            new TermChange.Replaced(Days.D("01.06.2026"), 24),
            new TermChange.Extended(Days.D("01.01.2026"), 6)
        );
        Assert.Equal(Days.D("01.06.2027"), term.LastDay);
        Assert.Equal(
            [TermSteps.MonthsEndDayIncluded, TermSteps.Extension, TermSteps.Replacement, TermSteps.Extension],
            term.Steps.Select(s => s.Code)
        );
    }

    [Fact]
    [Law(Counting, "terms.custody")]
    public void Custody_LongerThanTheTerm_EndsItOnTheDayBeforeItBegan()
    {
        Assert.Equal(Days.D("22.12.2025"), Term("01.01.2025", 12, new TermChange.CustodyCounted(10)).LastDay);
        Assert.Equal(Days.D("31.12.2024"), Term("01.01.2025", 1, new TermChange.CustodyCounted(100)).LastDay);
    }

    [Fact]
    [Law(Counting, "terms.suspension")]
    public void Suspension_ThatRuns_LeavesTheEndOpenUntilACourtEndsTheTerm()
    {
        var open = Term("01.01.2025", 1, Stop("20.01.2025", null));
        Assert.Null(open.LastDay);
        Assert.Equal(13, open.Steps[^1].Number);
        var ended = Term("01.01.2025", 1, Stop("20.01.2025", null), new TermChange.EndedEarly(Days.D("25.02.2025")));
        Assert.Equal(Days.D("25.02.2025"), ended.LastDay);
    }

    [Fact]
    [Law(Counting, "terms.early_end")]
    public void EarlyEnd_AfterTheEnd_ChangesNothing() =>
        Assert.Equal(
            Days.D("01.02.2025"),
            Term("01.01.2025", 1, new TermChange.EndedEarly(Days.D("02.02.2025"))).LastDay
        );

    [Fact]
    [Law(Counting, "terms.named_day")]
    public void Parole_UntilADay_IsMovedByItsSuspensionsAndExtensions()
    {
        var term = TermHistory.UntilDay(
            Days.D("10.01.2026"),
            Days.D("31.05.2026"),
            [Stop("01.05.2026", "10.05.2026"), new TermChange.Extended(Days.D("01.04.2026"), 1)]
        );
        Assert.Equal(Days.D("10.07.2026"), term.LastDay);
        Assert.Throws<ArgumentException>(() =>
            TermHistory.UntilDay(
                Days.D("10.01.2026"),
                Days.D("31.05.2026"),
                [new TermChange.Replaced(Days.D("01.04.2026"), 1)]
            )
        );
    }

    [Fact]
    [Law(Counting, "terms.order")]
    public void Changes_InAnyOrderOfEntry_GiveTheSameTerm() =>
        Prop.ForAll(
                Days.Numbers(0, int.MaxValue),
                seed =>
                {
                    var random = new Random(seed);
                    var start = Days.D("01.01.2024").AddDays(random.Next(800));
                    var changes = Changes(random, start);
                    var one = TermHistory.OfMonths(start, 18, changes, Days.Embedded);
                    var shuffled = changes.ToArray();
                    random.Shuffle(shuffled);
                    var other = TermHistory.OfMonths(start, 18, shuffled, Days.Embedded);
                    return one.LastDay == other.LastDay && one.Steps.SequenceEqual(other.Steps);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    [Law(Counting, "terms.suspension")]
    public void Suspension_WithinTheTerm_MovesTheEndByExactlyItsDays() =>
        Prop.ForAll(
                Days.Within(2006, 2028),
                Days.Numbers(1, 60),
                Days.Numbers(1, 400),
                (start, months, days) =>
                {
                    var from = start.AddDays(days % 28);
                    var plain = TermHistory.OfMonths(start, months, [], Days.Embedded);
                    var moved = TermHistory.OfMonths(
                        start,
                        months,
                        [new TermChange.Suspended(from, from.AddDays(days - 1))],
                        Days.Embedded
                    );
                    return moved.LastDay == plain.LastDay!.Value.AddDays(days);
                }
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("01.06.2026", "30.06.2026", null, null, 30, 0, 30)]
    [InlineData("01.06.2026", "30.06.2026", "25.06.2026", "04.07.2026", 30, 6, 24)]
    [InlineData("30.06.2026", "30.06.2026", null, null, 1, 0, 1)]
    [InlineData("01.07.2026", "30.06.2026", null, null, 0, 0, 0)]
    [Law("KL 45.¹ pants", "probation_supervision.replacement.days_per_day")]
    public void UnservedRest_DayForDay_LeavesSuspendedDaysOut(
        string from,
        string last,
        string? stopped,
        string? resumed,
        int whole,
        int suspended,
        int imprisonment
    )
    {
        Suspension[] suspensions = stopped is null ? [] : [new(Days.D(stopped), Days.MaybeD(resumed))];
        var rest = UnservedRest.Compute(Days.D(from), Days.D(last), suspensions, Days.Embedded);
        Assert.Equal((whole, suspended, imprisonment), (rest.WholeDays, rest.SuspendedDays, rest.ImprisonmentDays));
        Assert.Equal(Standing.Unverified, rest.Standing);
    }

    [Fact]
    [Law("KL 45.¹ pants", "probation_supervision.replacement.days_per_day")]
    public void UnservedRest_AtAnotherRatio_LeavesBrokenDaysOut()
    {
        var two = Days.Override(ParameterCodes.SupervisionDaysPerImprisonmentDay, 2);
        Assert.Equal(3, UnservedRest.Compute(Days.D("01.06.2026"), Days.D("07.06.2026"), [], two).ImprisonmentDays);
        Assert.Throws<LegalParameterException>(() =>
            UnservedRest.Compute(
                Days.D("01.06.2026"),
                Days.D("07.06.2026"),
                [],
                Days.Override(ParameterCodes.SupervisionDaysPerImprisonmentDay, 0)
            )
        );
    }

    [Fact]
    public void Steps_EveryKind_FindsItsTextInBothLanguages() =>
        Assert.All(
            TermSteps.All,
            code => LawTexts.MustFind($"law.term_step.{code}", ["number", "from", "to", "lastDay"])
        );

    private static List<TermChange> Changes(Random random, DateOnly start)
    {
        var changes = new List<TermChange>();
        for (var i = random.Next(6); i >= 0; i--)
        {
            var day = start.AddDays(random.Next(900));
            changes.Add(
                random.Next(5) switch
                {
                    0 => new TermChange.Suspended(day, day.AddDays(random.Next(90))),
                    1 => new TermChange.Extended(day, random.Next(13)),
                    2 => new TermChange.CustodyCounted(random.Next(100)),
                    3 => new TermChange.Replaced(day, random.Next(1, 30)),
                    _ => new TermChange.EndedEarly(day),
                }
            );
        }

        return changes;
    }
}

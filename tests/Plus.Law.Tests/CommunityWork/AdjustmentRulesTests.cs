using FsCheck;
using FsCheck.Fluent;
using Plus.Law.CommunityWork;

namespace Plus.Law.Tests.CommunityWork;

public sealed class AdjustmentRulesTests
{
    private static readonly DateOnly Day = Days.D("15.04.2026");
    private static readonly HoursFacts Facts = new(
        10 * 60,
        Days.D("01.04.2026"),
        null,
        [],
        [new HoursEntry(Days.D("14.04.2026"), 120)]
    );

    [Theory]
    [InlineData(0, 480, null)]
    [InlineData(0, 481, ReasonCodes.AdjustmentOverCap)]
    [InlineData(300, 181, ReasonCodes.AdjustmentOverCap)]
    [InlineData(0, 0, ReasonCodes.HoursNotPositive)]
    [InlineData(0, -120, null)]
    [InlineData(0, -121, ReasonCodes.AdjustmentUnderNothing)]
    [Law("Dienesta noteikums", "community_work.adjustment")]
    public void Adjustment_WithinCapAndBalance_IsAllowed(int already, int minutes, string? reason)
    {
        var verdict = AdjustmentRules.Judge(Facts with { AdjustedMinutes = already }, minutes, Day, Days.Embedded);
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
    [Law("KL 40. pants", "community_work.imposed_amount")]
    public void Adjustment_OverTheAmount_IsRefused() =>
        Days.MustBeRefused(
            AdjustmentRules.Judge(Facts with { ImposedMinutes = 300 }, 181, Day, Days.Embedded),
            ReasonCodes.AdjustmentOverAmount
        );

    [Fact]
    [Law("KL 40. pants", "community_work.imposed_amount")]
    public void CreditedAndAdjusted_AnySequence_AreNeverOverTheAmountNorUnderNothing() =>
        Prop.ForAll(
                Days.Numbers(0, int.MaxValue),
                Days.Numbers(0, 40 * 60),
                (seed, imposed) =>
                {
                    var random = new Random(seed);
                    var facts = new HoursFacts(imposed, Days.D("01.04.2026"), null, [], []);
                    for (var i = 0; i < 40; i++)
                    {
                        if (random.Next(2) == 0)
                        {
                            var proposed = new ProposedHours(
                                Days.D("01.04.2026").AddDays(random.Next(60)),
                                random.Next(1, 500),
                                ClientWorkStatus.Neither
                            );
                            var decision = HoursRules.Judge(
                                facts,
                                proposed,
                                Days.D("30.06.2026"),
                                Days.Standard,
                                Days.Embedded
                            );
                            if (decision.CreditedMinutes > 0)
                            {
                                var entry = new HoursEntry(proposed.Day, decision.CreditedMinutes);
                                facts = facts with { Entries = [.. facts.Entries, entry] };
                            }
                        }
                        else
                        {
                            var minutes = random.Next(-400, 400);
                            if (AdjustmentRules.Judge(facts, minutes, Day, Days.Embedded).IsAllowed)
                            {
                                facts = facts with { AdjustedMinutes = facts.AdjustedMinutes + minutes };
                            }
                        }
                    }

                    var balance = HoursBalance.Of(imposed, facts.Entries, facts.AdjustedMinutes);
                    return balance.ServedMinutes <= imposed
                        && balance.ServedMinutes >= 0
                        && balance.RemainingMinutes == imposed - balance.ServedMinutes;
                }
            )
            .QuickCheckThrowOnFailure();
}

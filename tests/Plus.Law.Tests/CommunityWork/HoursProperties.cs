using FsCheck;
using FsCheck.Fluent;
using Plus.Law.CommunityWork;

namespace Plus.Law.Tests.CommunityWork;

public sealed class HoursProperties
{
    /// <summary>Enters pseudo-random work day after day, keeping what the law says each time.</summary>
    private static (HoursFacts Facts, int WorkedMinutes) Enter(int seed, int imposedMinutes)
    {
        var random = new Random(seed);
        var facts = new HoursFacts(imposedMinutes, Days.D("01.04.2026"), null, [], []);
        var worked = 0;
        for (var i = 0; i < 60; i++)
        {
            var proposed = new ProposedHours(
                Days.D("25.03.2026").AddDays(random.Next(120)),
                random.Next(-20, 1500),
                (ClientWorkStatus)random.Next(5),
                random.Next(2) == 0
            );
            var decision = HoursRules.Judge(facts, proposed, Days.D("30.06.2026"), Days.Standard, Days.Embedded);
            Assert.Equal(Math.Max(0, proposed.WorkedMinutes), decision.CreditedMinutes + decision.RefusedMinutes);
            Assert.True(decision.Verdict.IsAllowed || decision.CreditedMinutes == 0);
            Assert.Equal(
                decision.Verdict.IsAllowed && decision.RefusedMinutes > 0,
                decision.PartRefusedBecause != null
            );
            worked += Math.Max(0, proposed.WorkedMinutes);
            if (proposed.WorkedMinutes > 0)
            {
                var entry = new HoursEntry(proposed.Day, decision.CreditedMinutes, decision.RefusedMinutes);
                facts = facts with { Entries = [.. facts.Entries, entry] };
            }
        }
        return (facts, worked);
    }

    [Fact]
    [Law("KL 40. pants", "community_work.imposed_amount")]
    public void Entries_AnySequence_WorkedIsCreditedPlusRefusedAndNeverOverTheAmount() =>
        Prop.ForAll(
                Days.Numbers(0, int.MaxValue),
                Days.Numbers(0, 300 * 60),
                (seed, imposed) =>
                {
                    var (facts, worked) = Enter(seed, imposed);
                    var balance = HoursBalance.Of(imposed, facts.Entries);
                    return balance.WorkedMinutes == worked
                        && balance.CreditedMinutes <= imposed
                        && balance.RemainingMinutes == imposed - balance.CreditedMinutes;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    [Law("LSIK 136. pants", "community_work.daily_limits")]
    public void Entries_AnySequence_NoDayIsCreditedOverEightHours() =>
        Prop.ForAll(
                Days.Numbers(0, int.MaxValue),
                seed =>
                    Enter(seed, 280 * 60)
                        .Facts.Entries.GroupBy(e => e.Day)
                        .All(d => d.Sum(e => e.CreditedMinutes) <= 480)
            )
            .QuickCheckThrowOnFailure();
}

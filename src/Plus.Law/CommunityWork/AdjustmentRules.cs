using Plus.Law.Rules;

namespace Plus.Law.CommunityWork;

/// <summary>
/// Minutes credited or taken back without a day of work behind them (a record that was lost, time the host confirmed
/// late): with a reason, and together never beyond a cap (parameter, unverified). A balance is never over the amount and
/// never under nothing.
/// </summary>
public static class AdjustmentRules
{
    /// <summary>Codes of reasons; texts <c>workHours.adjustment.reason.*</c>.</summary>
    public static IReadOnlyList<string> Reasons { get; } =
    ["lostRecord", "hostConfirmedLate", "countedTwice", "courtDecision", "other"];

    /// <param name="minutes">To credit; negative to take back.</param>
    public static Verdict Judge(HoursFacts facts, int minutes, DateOnly on, LegalParameters parameters)
    {
        var cap = parameters.Get(ParameterCodes.AdjustmentMaxHours, on);
        if (minutes == 0)
        {
            return Verdict.Refuse(ReasonCodes.HoursNotPositive, null);
        }
        var together = facts.AdjustedMinutes + minutes;
        if (Math.Abs(together) > cap.Minutes)
        {
            return Verdict.Refuse(
                ReasonCodes.AdjustmentOverCap,
                cap.LegalSource,
                ("capMinutes", cap.Minutes),
                ("alreadyMinutes", Math.Abs(facts.AdjustedMinutes))
            );
        }
        var balance = facts.Entries.Sum(e => e.CreditedMinutes) + together;
        if (balance > facts.ImposedMinutes)
        {
            return Verdict.Refuse(
                ReasonCodes.AdjustmentOverAmount,
                null,
                ("imposedMinutes", facts.ImposedMinutes),
                ("leftMinutes", facts.ImposedMinutes - balance + minutes)
            );
        }
        return balance < 0
            ? Verdict.Refuse(ReasonCodes.AdjustmentUnderNothing, null, ("leftMinutes", balance - minutes))
            : Verdict.Allow();
    }
}

namespace Plus.Law.CommunityWork;

/// <summary>
/// May the imposed amount become another one after a later ruling (KL 50., 51.: merged sentences), a correction or a
/// release in part? Hours that were served stay served: an amount below them is refused, since credited and adjusted
/// hours are never over the amount. Whole minutes.
/// </summary>
public static class AmountRules
{
    /// <summary>Why an amount changes; texts <c>workHours.amount.kind.&lt;code&gt;</c>.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["laterRuling", "merged", "releasedInPart", "amnesty"];

    /// <param name="decidedOn">Day of the later ruling.</param>
    /// <param name="imposedOn">Day of the ruling that holds until then.</param>
    public static Verdict Judge(
        HoursBalance balance,
        int newMinutes,
        DateOnly decidedOn,
        DateOnly imposedOn,
        DateOnly today
    )
    {
        if (newMinutes <= 0)
        {
            return Verdict.Refuse(ReasonCodes.HoursNotPositive, null);
        }

        if (newMinutes == balance.ImposedMinutes)
        {
            return Verdict.Refuse(ReasonCodes.AmountNotChanged, null, ("imposedMinutes", balance.ImposedMinutes));
        }

        if (newMinutes < balance.ServedMinutes)
        {
            return Verdict.Refuse(ReasonCodes.AmountUnderServed, null, ("servedMinutes", balance.ServedMinutes));
        }

        if (decidedOn > today)
        {
            return Verdict.Refuse(ReasonCodes.DecisionInFuture, null, ("decidedOn", decidedOn), ("today", today));
        }

        return decidedOn < imposedOn
            ? Verdict.Refuse(ReasonCodes.LaterRulingIsEarlier, null, ("imposedOn", imposedOn))
            : Verdict.Allow();
    }
}

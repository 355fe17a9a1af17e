using Plus.Law.Rules;

namespace Plus.Law.Deadlines;

/// <summary>What a deadline counts.</summary>
public enum CountUnit
{
    WorkingDays,
    CalendarDays,
    Months,
}

/// <summary>What happens when a term in calendar days or months ends on a day off.</summary>
public enum EndOnDayOff
{
    Stays,
    MovesToNextWorkingDay,
}

/// <summary>A time limit set by law. The count starts on the day after the event. <paramref name="Code"/> has a text
/// <c>law.rule.&lt;code&gt;</c> with the placeholder <c>{count}</c>.</summary>
public sealed record DeadlineRule(string Code, int Count, CountUnit Unit, LegalSource Source, Standing Standing)
{
    private const string Prefix = "deadline.";

    public EndOnDayOff EndOnDayOff { get; init; } = EndOnDayOff.MovesToNextWorkingDay;

    /// <summary>Standing of the rule that moves an end from a day off; a deadline it moved is no better founded.</summary>
    public Standing EndStanding { get; init; } = Standing.Unverified;

    /// <summary>The rule a parameter <c>deadline.&lt;code&gt;</c> sets on a day, together with the counting parameter
    /// in force that day.</summary>
    public static DeadlineRule From(LegalParameters parameters, string parameterCode, DateOnly on)
    {
        var parameter = parameters.Get(parameterCode, on);
        var moving = parameters.Get(ParameterCodes.DeadlineMovesFromDayOff, on);
        var unit = parameter.Unit switch
        {
            "working_days" => CountUnit.WorkingDays,
            "calendar_days" => CountUnit.CalendarDays,
            "months" => CountUnit.Months,
            _ => throw new LegalParameterException(parameterCode, on, $"unit {parameter.Unit} is not countable"),
        };
        var code = parameterCode.StartsWith(Prefix, StringComparison.Ordinal)
            ? parameterCode[Prefix.Length..]
            : parameterCode;
        return new DeadlineRule(code, parameter.WholeNumber, unit, parameter.LegalSource, parameter.Standing)
        {
            EndOnDayOff = moving.IsYes ? EndOnDayOff.MovesToNextWorkingDay : EndOnDayOff.Stays,
            EndStanding = moving.Standing,
        };
    }
}

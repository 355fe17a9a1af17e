using Plus.Law.Calendar;
using Plus.Law.Deadlines;
using Plus.Law.Rules;

namespace Plus.Shared.Documents.Sending;

/// <summary>The day from which a document counts as served, by the rule of its channel. The day itself is that day.</summary>
public static class ServiceDay
{
    /// <returns>Null where the channel has no rule: then the proof of delivery decides.</returns>
    public static DateOnly? Of(string channel, DateOnly sentOn, LegalParameters parameters, WorkingCalendar calendar)
    {
        var code = channel switch
        {
            "post" => ParameterCodes.ServiceByPost,
            "email" => ParameterCodes.ServiceByEmail,
            "eAddress" => ParameterCodes.ServiceByEAddress,
            _ => null,
        };
        return code is null
            ? null
            : DeadlineCalculator.Compute(DeadlineRule.From(parameters, code, sentOn), sentOn, calendar).DueOn;
    }
}

using Plus.Law.Calendar;
using Plus.Law.Deadlines;
using Plus.Law.Rules;

namespace Plus.Law.Correspondence;

/// <summary>
/// By when what came in must be answered, by its kind. Kinds without a rule have no day of their own: it is the one the
/// letter names, if any.
/// </summary>
public static class AnswerDeadlines
{
    /// <summary>Kinds of incoming documents.</summary>
    public static readonly IReadOnlyList<string> Kinds =
    [
        "application",
        "complaint",
        "informationRequest",
        "institutionRequest",
        "ruling",
        "answer",
        "notice",
        "other",
    ];

    /// <summary>Code of the parameter that sets the time limit; null when there is none.</summary>
    public static string? ParameterOf(string kind) =>
        kind switch
        {
            "application" => ParameterCodes.AnswerApplication,
            "complaint" => ParameterCodes.AnswerComplaint,
            "informationRequest" => ParameterCodes.AnswerInformationRequest,
            _ => null,
        };

    /// <summary>The deadline counted from the day it was received; the rule is the one in force that day.</summary>
    /// <returns>Null when the kind has no rule.</returns>
    public static Deadline? Compute(
        string kind,
        DateOnly receivedOn,
        LegalParameters parameters,
        WorkingCalendar calendar
    ) =>
        ParameterOf(kind) is { } code
            ? DeadlineCalculator.Compute(DeadlineRule.From(parameters, code, receivedOn), receivedOn, calendar)
            : null;
}

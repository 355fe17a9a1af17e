using Plus.Law.Rules;

namespace Plus.Law.CommunityWork;

/// <summary>
/// How long a host employer's training in the rights of children is good for (Cabinet Regulation No. 241 of 2024: every
/// two years; the number of years is a parameter). Counted as any term: the first day is the day after the training, the
/// last is the same date the given years later, and both count.
/// </summary>
public static class ChildRightsTraining
{
    /// <summary>Last day on which a training held on a day is good.</summary>
    public static DateOnly ValidUntil(DateOnly heldOn, LegalParameters parameters) =>
        heldOn.AddYears(parameters.Get(ParameterCodes.ChildRightsTrainingYears, heldOn).WholeNumber);

    /// <summary>Whether one of the trainings is good on the day; the day of a training is good itself.</summary>
    public static bool IsValidOn(DateOnly day, IEnumerable<DateOnly> heldOn, LegalParameters parameters) =>
        heldOn.Any(held => held <= day && day <= ValidUntil(held, parameters));
}

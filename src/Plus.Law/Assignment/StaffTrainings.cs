using Plus.Law.Rules;

namespace Plus.Law.Assignment;

/// <summary>A training that somebody of the Service has had.</summary>
/// <param name="Kind">Code of <see cref="StaffTrainings.Kinds"/>.</param>
/// <param name="ValidTo">Last day that the certificate names; null when it names none.</param>
public sealed record HadTraining(string Kind, DateOnly HeldOn, DateOnly? ValidTo);

/// <summary>
/// Which trainings a client's case asks of who takes it, and how long they are good for: clients of certain ages go to
/// those trained for children and youth, clients of sexual offences to those trained for them. The numbers are parameters.
/// </summary>
public static class StaffTrainings
{
    public const string ChildRights = "childRights";
    public const string Cans = "cans";
    public const string SexualOffence = "sexualOffence";

    /// <summary>Texts <c>law.staff_training.&lt;code&gt;</c>.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [ChildRights, Cans, SexualOffence];

    /// <summary>Last day on which a training is good: what the certificate says, else by the parameter of its kind; null
    /// when it has no end.</summary>
    public static DateOnly? ValidTo(HadTraining training, LegalParameters parameters) =>
        training.ValidTo is { } named ? named
        : Years(training.Kind, training.HeldOn, parameters) is { } years ? training.HeldOn.AddYears(years)
        : null;

    /// <summary>Kinds of which somebody has one that is good on the day; both ends count.</summary>
    public static IReadOnlySet<string> ValidOn(
        DateOnly day,
        IEnumerable<HadTraining> trainings,
        LegalParameters parameters
    ) =>
        trainings
            .Where(t => t.HeldOn <= day && !(ValidTo(t, parameters) < day))
            .Select(t => t.Kind)
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>What is asked of who takes the case.</summary>
    /// <param name="age">Age on the day; null when the birth date is not known.</param>
    public static IReadOnlyList<string> Wanted(int? age, bool sexualOffence, DateOnly day, LegalParameters parameters)
    {
        var young =
            age >= parameters.Get(ParameterCodes.YouthFromAge, day).WholeNumber
            && age <= parameters.Get(ParameterCodes.YouthToAge, day).WholeNumber;
        return
        [
            .. young ? [ChildRights, Cans] : Array.Empty<string>(),
            .. sexualOffence ? [SexualOffence] : Array.Empty<string>(),
        ];
    }

    private static int? Years(string kind, DateOnly heldOn, LegalParameters parameters) =>
        kind switch
        {
            ChildRights => parameters.Get(ParameterCodes.StaffChildRightsYears, heldOn).WholeNumber,
            Cans => parameters.Get(ParameterCodes.StaffCansYears, heldOn).WholeNumber,
            _ => null,
        };
}

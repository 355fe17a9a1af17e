using System.Text.Json;
using Plus.Law.Rules;

namespace Plus.Shared.Audit.Alarms;

/// <summary>
/// From where on the rules raise an alarm on a day: dated parameters that the service sets itself, each change with its
/// reason in the audit. Nobody has laid the delivered ones down, so they stand as unverified.
/// </summary>
internal sealed class AlarmLimits(LegalParameters parameters, DateOnly day)
{
    private static readonly Dictionary<string, (string Name, string Code)[]> Codes = new(StringComparer.Ordinal)
    {
        ["massViewing"] =
        [
            ("people", ParameterCodes.MassViewingPeople),
            ("times", ParameterCodes.MassViewingTimes),
            ("days", ParameterCodes.MassViewingDays),
        ],
        ["nightWork"] =
        [
            ("fromHour", ParameterCodes.NightWorkFromHour),
            ("toHour", ParameterCodes.NightWorkToHour),
            ("events", ParameterCodes.NightWorkEvents),
        ],
        ["neverAssigned"] = [("people", ParameterCodes.NeverAssignedPeople)],
        ["exports"] = [("people", ParameterCodes.ExportsPeople), ("files", ParameterCodes.ExportsFiles)],
        ["breakGlass"] = [("days", ParameterCodes.BreakGlassDays), ("events", ParameterCodes.BreakGlassEvents)],
        ["banHunt"] = [("events", ParameterCodes.BanHuntEvents)],
    };

    /// <summary>As <c>audit.find_alarms</c> takes them.</summary>
    public string Json =>
        JsonSerializer.Serialize(
            Codes.ToDictionary(
                rule => rule.Key,
                rule => rule.Value.ToDictionary(n => n.Name, n => parameters.Get(n.Code, day).WholeNumber)
            )
        );

    /// <summary>The numbers of a rule, for the sentence that explains it.</summary>
    public (string, object?)[] Of(string rule) =>
        [.. Codes.GetValueOrDefault(rule, []).Select(n => (n.Name, (object?)parameters.Get(n.Code, day).WholeNumber))];

    /// <summary>The parameters of a rule, where they are set.</summary>
    public static IEnumerable<string> ParametersOf(string rule) =>
        Codes.GetValueOrDefault(rule, []).Select(n => n.Code);
}

using System.Globalization;
using System.Text.RegularExpressions;
using Plus.Kernel.Results;
using Plus.Law.Rules;

namespace Plus.Shared.Rules.Parameters;

/// <summary>Reads a typed value as the kind of value that the parameter holds; what the law could not use is refused.</summary>
internal static partial class ParameterValue
{
    private static readonly string[] WholeUnits =
    [
        "working_days",
        "calendar_days",
        "days",
        "months",
        "years",
        "yes_no",
        "count",
    ];

    /// <summary>The value as it is stored.</summary>
    public static Outcome<string> Read(LegalParameter delivered, string typed, IReadOnlyCollection<string> choices)
    {
        typed = typed.Trim();
        if (delivered.Value is null)
        {
            var fits = delivered.Unit == "code" ? choices.Contains(typed) : ListForm().IsMatch(typed);
            return fits ? typed : new ParameterValueUnusable();
        }

        var plain = typed.Replace(',', '.').Replace(" ", "", StringComparison.Ordinal);
        if (
            !decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            || number > 100_000
        )
        {
            return new ParameterValueUnusable();
        }

        var usable = delivered.Unit switch
        {
            "yes_no" => number is 0 or 1,
            "hours" => number * 60 == decimal.Truncate(number * 60),
            _ when WholeUnits.Contains(delivered.Unit) => number == decimal.Truncate(number),
            _ => true,
        };
        return usable ? number.ToString("0.######", CultureInfo.InvariantCulture) : new ParameterValueUnusable();
    }

    [GeneratedRegex(
        @"^[0-9]+(\.[0-9]+)?(\s*,\s*[0-9]+(\.[0-9]+)?)*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        200
    )]
    private static partial Regex ListForm();
}

/// <summary>The law could not work with such a value: a fraction of a day, a word that is no choice.</summary>
internal sealed record ParameterValueUnusable() : Refusal("rules.parameter.valueUnusable")
{
    public override string Field => "Value";
}

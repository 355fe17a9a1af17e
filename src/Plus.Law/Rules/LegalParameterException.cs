using System.Globalization;

namespace Plus.Law.Rules;

/// <summary>A legal parameter is unknown, not in force on the day, or not of the shape the rule needs: nothing is
/// computed with a guessed number.</summary>
public sealed class LegalParameterException(string code, DateOnly? on, string problem)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"Legal parameter {code} ({on:yyyy-MM-dd}) {problem}."))
{
    public string Code { get; } = code;

    public DateOnly? On { get; } = on;
}

using System.Globalization;

namespace Plus.Law.Rules;

/// <summary>One number or text of the law over one range of days, both ends included (no <paramref name="ValidTo"/> =
/// still in force). Exactly one of <paramref name="Value"/> and <paramref name="Text"/> is set.</summary>
/// <param name="Code">Stable code; its name is the text <c>law.parameter.&lt;code&gt;</c>.</param>
/// <param name="Unit">working_days, calendar_days, days, months, years, hours, eur_per_hour, eur_per_day, percent,
/// count, yes_no, code, list.</param>
/// <param name="Source">Where the value was read; "nav avota" when known from memory only, "pieņēmums" when chosen because no
/// source decides.</param>
public sealed record LegalParameter(
    string Code,
    decimal? Value,
    string? Text,
    string Unit,
    DateOnly ValidFrom,
    DateOnly? ValidTo,
    string Act,
    string Article,
    Standing Standing,
    string Source
)
{
    public LegalSource LegalSource => new(Act, Article);

    public bool InForceOn(DateOnly day) => ValidFrom <= day && (ValidTo is not { } to || day <= to);

    /// <summary>The value as a number.</summary>
    public decimal Number =>
        Value ?? throw new LegalParameterException(Code, ValidFrom, "holds a text where a number is needed");

    /// <summary>The value as a whole number; a broken one is refused, not cut.</summary>
    public int WholeNumber =>
        Number == decimal.Truncate(Number)
            ? decimal.ToInt32(Number)
            : throw new LegalParameterException(Code, ValidFrom, "holds a fraction where a whole number is needed");

    /// <summary>A value in hours as whole minutes.</summary>
    public int Minutes =>
        Number * 60 == decimal.Truncate(Number * 60)
            ? decimal.ToInt32(Number * 60)
            : throw new LegalParameterException(Code, ValidFrom, "is not a whole number of minutes");

    /// <summary>A yes/no parameter: 1 is yes, 0 is no, anything else is refused.</summary>
    public bool IsYes =>
        Number switch
        {
            1m => true,
            0m => false,
            _ => throw new LegalParameterException(Code, ValidFrom, "is neither 0 nor 1"),
        };

    /// <summary>The value as text (a code or a comma-separated list).</summary>
    public string Words => Text ?? Number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The items of a comma-separated list.</summary>
    public IReadOnlyList<string> List =>
        Words.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

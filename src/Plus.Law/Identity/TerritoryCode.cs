using System.Diagnostics.CodeAnalysis;

namespace Plus.Law.Identity;

/// <summary>Code of an administrative territory or unit (ATVK): seven digits: 1-2 region (reserved), 3-4 territory (01-19
/// state cities, 20-99 counties), 5-6 unit, 7 number of changes. Only the form is checked here; whether the code exists on
/// a day is asked of the dated list.</summary>
public sealed record TerritoryCode
{
    private TerritoryCode(string digits) => Digits = digits;

    public string Digits { get; }

    public bool IsStateCity => string.CompareOrdinal(Digits[2..4], "20") < 0 && Digits[2..4] != "00";

    /// <summary>True for a whole state city or county, false for a town or parish within one.</summary>
    public bool IsWholeTerritory => Digits[4..6] == "00";

    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out TerritoryCode? code)
    {
        var trimmed = text?.Trim();
        code = trimmed is { Length: 7 } && trimmed.All(char.IsAsciiDigit) ? new TerritoryCode(trimmed) : null;
        return code is not null;
    }

    public override string ToString() => Digits;
}

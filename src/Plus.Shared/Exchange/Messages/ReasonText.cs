using System.Globalization;
using Plus.Law.Sections;
using Plus.Web.Language;

namespace Plus.Shared.Exchange.Messages;

/// <summary>A reason in words, its days, numbers and codes written as the language writes them.</summary>
public static class ReasonText
{
    public static string Of(IntakeReason reason, Texts texts)
    {
        var values = reason.Values.Select(v => (v.Key, (object?)Typed(v.Value, texts)));
        return texts[KeyOf(reason.Code), [.. values, ("field", reason.Field ?? "")]];
    }

    public static string KeyOf(string code) => "exchange.reason." + code;

    private static object Typed(string value, Texts texts)
    {
        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        if (MeasureCode.IsKnown(value))
        {
            return texts["law.measure." + value].ToString();
        }

        return
            value.Length < 12
            && decimal.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : value;
    }
}

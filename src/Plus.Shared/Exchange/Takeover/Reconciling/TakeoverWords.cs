using System.Globalization;
using Plus.Shared.Exchange.Messages;
using Plus.Web.Language;

namespace Plus.Shared.Exchange.Takeover.Reconciling;

/// <summary>Reasons, marks and differences of a takeover in words.</summary>
internal static class TakeoverWords
{
    /// <summary>A reason with the field it is about and its values.</summary>
    public static string Of(IntakeReason reason, Texts texts)
    {
        var values = reason.Values.Select(v => (v.Key, (object?)Typed(v.Value)));
        return texts["takeover.reason." + reason.Code, [.. values, ("field", reason.Field ?? "")]];
    }

    private static object Typed(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : value;
}

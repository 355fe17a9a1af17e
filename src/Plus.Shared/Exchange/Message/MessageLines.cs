using System.Globalization;
using System.Text.Json;
using Plus.Shared.Exchange.Messages;
using Plus.Web.Display;
using Plus.Web.Language;

namespace Plus.Shared.Exchange.Message;

/// <summary>What came, as lines to read: known members by their names, unknown ones by their path.</summary>
internal static class MessageLines
{
    private const int LongestShown = 300;

    /// <summary>Known lines in the order of the message, then the unknown ones. Empty when it is no JSON.</summary>
    public static (List<SummaryLine> Known, List<SummaryLine> Unknown) Of(
        string raw,
        IReadOnlyCollection<string> unknown,
        Texts texts
    )
    {
        var known = new List<SummaryLine>();
        var strange = new List<SummaryLine>();
        try
        {
            using var document = JsonDocument.Parse(raw);
            Walk(document.RootElement, "", []);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return ([], []);
        }

        return (known, strange);

        void Walk(JsonElement element, string path, IReadOnlyList<string> names)
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.Object:
                    foreach (var member in element.EnumerateObject())
                    {
                        var at = path.Length == 0 ? member.Name : path + "." + member.Name;
                        if (unknown.Contains(at))
                        {
                            strange.Add(new SummaryLine(at, PlainText.Shortened(Plain(member.Value), LongestShown)));
                        }
                        else
                        {
                            Walk(member.Value, at, [.. names, Name(member.Name)]);
                        }
                    }

                    break;
                case JsonValueKind.Array:
                    var index = 0;
                    foreach (var item in element.EnumerateArray())
                    {
                        var number = (++index).ToString(CultureInfo.InvariantCulture);
                        var at = string.Create(CultureInfo.InvariantCulture, $"{path}[{index - 1}]");
                        Walk(item, at, [.. names.SkipLast(1), $"{names[^1]} {number}"]);
                    }

                    break;
                case JsonValueKind.Null:
                    break;
                default:
                    known.Add(new SummaryLine(string.Join(": ", names), Value(element)));
                    break;
            }
        }

        string Name(string member) => texts.Maybe("exchange.member." + member) ?? PlainText.Shortened(member, 60);

        object Value(JsonElement element)
        {
            var text = PlainText.Shortened(Plain(element), LongestShown);
            return DateOnly.TryParseExact(
                    text,
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var day
                )
                    ? day
                : text.Length > 15
                && text[^1] == 'Z'
                && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var instant)
                    ? instant
                : texts.Maybe("exchange.value." + text) ?? texts.Maybe("law.measure." + text) ?? text;
        }
    }

    private static string Plain(JsonElement element) =>
        element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText();
}

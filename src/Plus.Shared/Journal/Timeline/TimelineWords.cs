using Plus.Law.Identity;
using Plus.Web.Language;

namespace Plus.Shared.Journal.Timeline;

/// <summary>A line of the timeline in words.</summary>
/// <param name="Detail">What was written: a note, a reason; null when there is nothing more than the title.</param>
public sealed record TimelineWords(TimelineRow Row, string Title, string? Detail, string Kind)
{
    /// <summary>Longest text shown without opening it.</summary>
    public const int ShortText = 180;

    public static TimelineWords Of(TimelineRow row, Texts texts)
    {
        var detail = string.Join(
            "\n",
            new[] { row.EntryText ?? row.ContactNote, row.Reason }.Where(t => !string.IsNullOrWhiteSpace(t))
        );
        return new TimelineWords(
            row,
            HistoryLine.Of(row.Type, row.Values, texts),
            detail.Length == 0 ? null : detail,
            KindOf(row.Type)
        );
    }

    /// <summary>The room or function the process belongs to.</summary>
    public static string KindOf(string type) => type.Split('.', 2)[0];

    public bool IsLong => Detail is { Length: > ShortText } || Detail?.Contains('\n', StringComparison.Ordinal) == true;

    /// <summary>The beginning of the detail, cut at a word.</summary>
    public string Beginning
    {
        get
        {
            var line = Detail!.ReplaceLineEndings(" ");
            if (line.Length <= ShortText)
            {
                return line;
            }

            var cut = line.LastIndexOf(' ', ShortText);
            return line[..(cut < ShortText / 2 ? ShortText : cut)] + " …";
        }
    }

    /// <summary>Whether every searched word stands somewhere in the line, with or without diacritics.</summary>
    public bool Holds(IReadOnlyList<string> words)
    {
        var text = NameFolding.Fold($"{Title} {Detail} {Row.Actor} {Row.LegalBasis}");
        return words.All(w => text.Contains(w, StringComparison.Ordinal));
    }
}

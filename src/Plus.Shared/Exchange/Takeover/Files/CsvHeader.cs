using System.Text;
using Plus.Shared.Exchange.Messages;
using Plus.Shared.Exchange.Takeover.Contract;

namespace Plus.Shared.Exchange.Takeover.Files;

/// <summary>The heading of a CSV file (RFC 4180), and how its rows are read: the separator is ; or , as the heading has it.</summary>
internal sealed class CsvHeader
{
    private readonly char _separator;
    private readonly int[] _places;

    private CsvHeader(char separator, int[] places, IReadOnlyList<string> ignored) =>
        (_separator, _places, Ignored) = (separator, places, ignored);

    public IReadOnlyList<string> Ignored { get; }

    /// <exception cref="TakeoverRefusedException">A required column is missing, or one stands twice.</exception>
    public static CsvHeader Read(string heading, TakeoverTable table)
    {
        var separator = heading.Contains(';', StringComparison.Ordinal) ? ';' : ',';
        var names = new List<string>();
        if (Cells(heading, separator, names.Add) is not null)
        {
            throw new TakeoverRefusedException(TakeoverRefusal.HeadingUnreadable, table.Code);
        }

        var places = names.Select(n => table.PlaceOf(n.Trim())).ToArray();
        var twice = places.Where(p => p >= 0).GroupBy(p => p).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null)
        {
            throw new TakeoverRefusedException(
                TakeoverRefusal.ColumnTwice,
                $"{table.Code}.{table.Fields[twice.Key].Name}"
            );
        }

        var missing = table.Fields.Where((f, i) => f.Required && !places.Contains(i)).Select(f => f.Name).ToList();
        if (missing.Count > 0)
        {
            throw new TakeoverRefusedException(
                TakeoverRefusal.ColumnMissing,
                $"{table.Code}: {string.Join(", ", missing)}"
            );
        }

        var ignored = names.Where((_, i) => places[i] < 0).Select(n => PlainText.Shortened(n.Trim(), 60));
        return new CsvHeader(separator, places, [.. ignored.Take(50)]);
    }

    /// <returns>Why it is no row; null when it is one.</returns>
    public IntakeReason? Read(string text, string?[] values)
    {
        var at = 0;
        var broken = Cells(
            text,
            _separator,
            cell =>
            {
                if (at < _places.Length && _places[at] >= 0)
                {
                    values[_places[at]] = cell.Length == 0 ? null : cell;
                }

                at++;
            }
        );
        return broken
            ?? (
                at == _places.Length
                    ? null
                    : IntakeReason.Of(TakeoverReasons.WrongCellCount, null, ("cells", at), ("columns", _places.Length))
            );
    }

    private static IntakeReason? Cells(string text, char separator, Action<string> cell)
    {
        var line = text.EndsWith('\r') ? text[..^1] : text;
        var at = 0;
        while (true)
        {
            if (at < line.Length && line[at] == '"')
            {
                if (Quoted(line, ref at, out var value) is { } broken)
                {
                    return broken;
                }

                if (at < line.Length && line[at] != separator)
                {
                    return IntakeReason.Of(TakeoverReasons.MisplacedQuote);
                }

                cell(value);
            }
            else
            {
                var end = line.IndexOf(separator, at);
                var value = end < 0 ? line[at..] : line[at..end];
                if (value.Contains('"', StringComparison.Ordinal))
                {
                    return IntakeReason.Of(TakeoverReasons.MisplacedQuote);
                }

                cell(value);
                at += value.Length;
            }

            if (at >= line.Length)
            {
                return null;
            }

            at++;
            if (at == line.Length)
            {
                cell("");
                return null;
            }
        }
    }

    private static IntakeReason? Quoted(string line, ref int at, out string value)
    {
        var kept = new StringBuilder();
        at++;
        while (true)
        {
            var quote = line.IndexOf('"', at);
            if (quote < 0)
            {
                value = "";
                return IntakeReason.Of(TakeoverReasons.OpenQuote);
            }

            kept.Append(line, at, quote - at);
            at = quote + 1;
            if (at < line.Length && line[at] == '"')
            {
                kept.Append('"');
                at++;
                continue;
            }

            value = kept.ToString();
            return null;
        }
    }
}

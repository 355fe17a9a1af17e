using System.Text;
using Plus.Web.Language;

namespace Plus.Web.Lists;

/// <summary>
/// CSV by RFC 4180 with a byte order mark, so that spreadsheet programs read Latvian letters. The separator is the one
/// those programs expect in the language (semicolon in Latvian, where the comma is the decimal mark).
/// </summary>
internal static class CsvFile
{
    public static async Task Write<T>(
        Stream target,
        Table<T> table,
        IAsyncEnumerable<T> rows,
        Texts texts,
        CancellationToken cancel
    )
    {
        var separator = texts.Language == PageLanguage.English ? ',' : ';';
        await using var writer = new StreamWriter(target, new UTF8Encoding(true), 16384, leaveOpen: true);
        writer.NewLine = "\r\n";
        var line = new StringBuilder();
        foreach (var column in table.Columns)
        {
            Add(line, separator, texts[column.HeadKey]);
        }

        await writer.WriteLineAsync(line, cancel);
        await foreach (var row in rows.WithCancellation(cancel))
        {
            line.Clear();
            var first = true;
            foreach (var column in table.Columns)
            {
                if (!first)
                {
                    line.Append(separator);
                }

                first = false;
                line.Append(Quoted(Field(texts, column, column.Value(row)), separator));
            }

            await writer.WriteLineAsync(line, cancel);
        }

        await writer.FlushAsync(cancel);
    }

    /// <summary>One field as it stands in the file, before quoting.</summary>
    internal static string Field(Texts texts, Column column, object? value) =>
        value switch
        {
            null => "",
            bool yes => texts[yes ? "web.list.yes" : "web.list.no"],
            string text => Safe(text),
            DateOnly date => TextValues.Write(texts.Language, date, "input"),
            int or long or short => TextValues.Write(texts.Language, value, column.Format == "hm" ? "hm" : "code"),
            decimal number => number.ToString("0.############", texts.Language.Culture),
            _ => Safe(texts.Write(value, column.Format)),
        };

    /// <summary>
    /// A text that a spreadsheet would run as a formula gets an apostrophe in front, which the program does not show.
    /// </summary>
    internal static string Safe(string text) =>
        text.TrimStart() is ['=' or '+' or '-' or '@', ..] || text is ['\t' or '\r' or '\n', ..] ? "'" + text : text;

    internal static string Quoted(string field, char separator) =>
        field.AsSpan().IndexOfAny([separator, '"', '\r', '\n']) >= 0 || field is [' ', ..] or [.., ' ']
            ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : field;

    private static void Add(StringBuilder line, char separator, string field)
    {
        if (line.Length > 0)
        {
            line.Append(separator);
        }

        line.Append(Quoted(Safe(field), separator));
    }
}

using System.Globalization;
using System.Text;

namespace Plus.Host.Setup;

/// <summary>
/// A table from a CSV file: UTF-8, columns named in the first line, separated by semicolons or commas, quotes doubled
/// inside quotes. Whatever is wrong is said with the file's name and line.
/// </summary>
internal sealed class CsvTable
{
    private CsvTable(string file, IReadOnlyList<CsvRow> rows) => (File, Rows) = (file, rows);

    public string File { get; }

    public IReadOnlyList<CsvRow> Rows { get; }

    /// <param name="path">The file.</param>
    /// <param name="columns">Columns known; one whose name ends with ? may be missing. Others are an error.</param>
    /// <exception cref="SetupException">The file is missing or not of this form.</exception>
    public static CsvTable Read(string path, params string[] columns)
    {
        if (!System.IO.File.Exists(path))
        {
            throw new SetupException($"{path} does not exist.");
        }

        return Parse(Path.GetFileName(path), System.IO.File.ReadAllText(path, Encoding.UTF8), columns);
    }

    internal static CsvTable Parse(string file, string text, params string[] columns)
    {
        var lines = Split(file, text).Where(l => l.Cells.Any(c => c.Length > 0)).ToList();
        if (lines.Count == 0)
        {
            throw new SetupException($"{file} is empty.");
        }

        var header = lines[0].Cells.Select(c => c.Trim()).ToList();
        var known = columns.Select(c => c.TrimEnd('?')).ToList();
        var strange = header.Except(known, StringComparer.Ordinal).FirstOrDefault();
        var missing = columns.FirstOrDefault(c => !c.EndsWith('?') && !header.Contains(c));
        if (strange is not null || missing is not null)
        {
            var wrong = strange is null ? $"the column '{missing}' is missing" : $"the column '{strange}' is not known";
            throw new SetupException($"{file}: {wrong}. Columns: {string.Join(", ", known)}.");
        }

        return new CsvTable(
            file,
            [
                .. lines
                    .Skip(1)
                    .Select(l =>
                        l.Cells.Count == header.Count
                            ? new CsvRow(
                                file,
                                l.Number,
                                header.Zip(l.Cells).ToDictionary(p => p.First, p => p.Second.Trim())
                            )
                            : throw new SetupException(
                                $"{file}, line {l.Number}: {l.Cells.Count} columns where the first line has {header.Count}."
                            )
                    ),
            ]
        );
    }

    private static IEnumerable<(int Number, List<string> Cells)> Split(string file, string text)
    {
        text = text.TrimStart('\uFEFF');
        var firstLine = text.Split('\n', 2)[0];
        var separator = firstLine.Contains(';', StringComparison.Ordinal) ? ';' : ',';
        var (cells, cell, quoted, number, start) = (new List<string>(), new StringBuilder(), false, 1, 1);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c == '"' && i + 1 < text.Length && text[i + 1] == '"')
                {
                    i++;
                }
                else if (c == '"')
                {
                    quoted = false;
                    continue;
                }

                number += c == '\n' ? 1 : 0;
                cell.Append(c);
            }
            else if (c == '"' && cell.Length == 0)
            {
                quoted = true;
            }
            else if (c == separator || c == '\n')
            {
                cells.Add(cell.ToString().TrimEnd('\r'));
                cell.Clear();
                if (c == '\n')
                {
                    yield return (start, cells);
                    cells = [];
                    start = ++number;
                }
            }
            else
            {
                cell.Append(c);
            }
        }

        if (quoted)
        {
            throw new SetupException($"{file}, line {start}: a quote is not closed.");
        }

        cells.Add(cell.ToString().TrimEnd('\r'));
        yield return (start, cells);
    }
}

/// <summary>One line of a table.</summary>
internal sealed record CsvRow(string File, int Line, IReadOnlyDictionary<string, string> Cells)
{
    public string Text(string column) => Maybe(column) ?? throw Wrong($"'{column}' must not be empty");

    public string? Maybe(string column) => Cells.TryGetValue(column, out var text) && text.Length > 0 ? text : null;

    public DateOnly Day(string column) => MaybeDay(column) ?? throw Wrong($"'{column}' must not be empty");

    /// <summary>2026-04-17 or 17.04.2026.</summary>
    public DateOnly? MaybeDay(string column)
    {
        if (Maybe(column) is not { } text)
        {
            return null;
        }

        string[] forms = ["yyyy-MM-dd", "dd.MM.yyyy", "d.M.yyyy"];
        return DateOnly.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw Wrong($"'{text}' is no date; write 2026-04-17 or 17.04.2026");
    }

    public SetupException Wrong(string what) => new($"{File}, line {Line}: {what}.");
}

/// <summary>The service cannot be set up from what was given; the message says why.</summary>
public sealed class SetupException(string message) : Exception(message);

using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Plus.Shared.WorkHours.Importing;

/// <summary>A file that is no sheet: too large, no table, or a needed column is missing. The text key says which.</summary>
internal sealed class SheetFileException : Exception
{
    public SheetFileException(string key)
        : base(key) => Key = key;

    public string Key { get; }
}

/// <summary>A line as it stands in a file.</summary>
internal sealed record SheetFileLine(int Number, string CaseNumber, string Day, string Worked);

/// <summary>Reads the lines of a host's file: CSV with commas, semicolons or tabs, or the first sheet of an XLSX.</summary>
internal static class SheetFile
{
    private const int MostLines = 100_000;
    private const int MostUnpacked = 64 * 1024 * 1024;
    private static readonly string[] CaseHeads = ["lieta", "lietas numurs", "case", "case number"];
    private static readonly string[] DayHeads = ["diena", "datums", "day", "date"];
    private static readonly string[] WorkedHeads = ["nostrādāts", "stundas", "worked", "hours"];

    public static IReadOnlyList<SheetFileLine> Read(byte[] content)
    {
        var rows = content is [(byte)'P', (byte)'K', ..] ? Workbook(content) : Csv(Encoding.UTF8.GetString(content));
        var head = rows.Count == 0 ? [] : rows[0].Cells.Select(c => c.Trim().ToLowerInvariant()).ToList();
        var (file, day, worked) = (Find(head, CaseHeads), Find(head, DayHeads), Find(head, WorkedHeads));
        if (file < 0 || day < 0 || worked < 0)
        {
            throw new SheetFileException("workHours.import.noColumns");
        }

        var lines = new List<SheetFileLine>();
        foreach (var (number, cells) in rows.Skip(1))
        {
            string At(int column) =>
                column < cells.Count
                    ? cells[column].Trim() is { Length: <= 60 } text
                        ? text
                        : cells[column].Trim()[..60]
                    : "";
            // A template comes back with many days on which nobody worked.
            if (At(worked).Length > 0)
            {
                lines.Add(new SheetFileLine(number, At(file), At(day), At(worked)));
            }
        }

        return lines.Count > MostLines ? throw new SheetFileException("workHours.import.tooLarge") : lines;
    }

    private static int Find(List<string> head, string[] names) => head.FindIndex(h => names.Contains(h));

    private static List<(int Number, List<string> Cells)> Csv(string text)
    {
        text = text.TrimStart('\uFEFF');
        var first = text.Split('\n', 2)[0];
        var separator = new[] { ';', '\t', ',' }.MaxBy(c => first.Count(x => x == c));
        var rows = new List<(int, List<string>)>();
        var (cells, cell, quoted, line) = (new List<string>(), new StringBuilder(), false, 1);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c == '"' && i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append(text[++i]);
                }
                else if (c == '"')
                {
                    quoted = false;
                }
                else
                {
                    cell.Append(c);
                }
            }
            else if (c == '"' && cell.Length == 0)
            {
                quoted = true;
            }
            else if (c == separator)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else if (c == '\n')
            {
                End();
            }
            else if (c != '\r')
            {
                cell.Append(c);
            }
        }

        if (cell.Length > 0 || cells.Count > 0)
        {
            End();
        }

        return rows;

        void End()
        {
            cells.Add(cell.ToString());
            cell.Clear();
            if (cells.Exists(x => x.Trim().Length > 0))
            {
                rows.Add((line, cells));
            }

            cells = [];
            line++;
        }
    }

    private static List<(int Number, List<string> Cells)> Workbook(byte[] content)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
            var shared = new List<string>();
            if (zip.GetEntry("xl/sharedStrings.xml") is { } strings)
            {
                Each(strings, "si", element => shared.Add(TextOf(element)));
            }

            var sheet =
                zip.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal))
                    .MinBy(e => e.FullName, StringComparer.Ordinal)
                ?? throw new SheetFileException("workHours.import.noTable");
            var rows = new List<(int, List<string>)>();
            Each(
                sheet,
                "row",
                row =>
                {
                    var cells = new List<string>();
                    foreach (var cell in row.ChildNodes.OfType<XmlElement>())
                    {
                        var column = ColumnOf(cell.GetAttribute("r"), cells.Count);
                        while (cells.Count <= Math.Min(column, 200))
                        {
                            cells.Add("");
                        }

                        cells[Math.Min(column, 200)] = Value(cell, shared);
                    }

                    var number = int.TryParse(row.GetAttribute("r"), CultureInfo.InvariantCulture, out var r)
                        ? r
                        : rows.Count + 1;
                    if (cells.Exists(c => c.Trim().Length > 0))
                    {
                        rows.Add((number, cells));
                    }
                }
            );
            return rows;
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException)
        {
            throw new SheetFileException("workHours.import.noTable");
        }
    }

    // A day is a number of days since 30.12.1899; hours typed as a time are a part of a day.
    private static string Value(XmlElement cell, List<string> shared)
    {
        var value = cell["v"]?.InnerText ?? "";
        return cell.GetAttribute("t") switch
        {
            "s" => int.TryParse(value, CultureInfo.InvariantCulture, out var at) && at < shared.Count ? shared[at] : "",
            "inlineStr" => cell["is"] is { } inline ? TextOf(inline) : "",
            _ => value,
        };
    }

    private static string TextOf(XmlElement element) =>
        string.Concat(element.GetElementsByTagName("t").OfType<XmlElement>().Select(t => t.InnerText));

    private static int ColumnOf(string reference, int otherwise)
    {
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetterUpper))
        {
            column = (column * 26) + (letter - 'A' + 1);
        }

        return column == 0 ? otherwise : column - 1;
    }

    private static void Each(ZipArchiveEntry entry, string name, Action<XmlElement> act)
    {
        if (entry.Length > MostUnpacked)
        {
            throw new SheetFileException("workHours.import.tooLarge");
        }

        using var stream = entry.Open();
        using var reader = XmlReader.Create(
            stream,
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = MostUnpacked,
            }
        );
        var document = new XmlDocument { XmlResolver = null };
        var more = reader.Read();
        while (more)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == name)
            {
                act((XmlElement)document.ReadNode(reader)!);
                more = !reader.EOF;
            }
            else
            {
                more = reader.Read();
            }
        }
    }
}

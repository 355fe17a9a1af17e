using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Plus.Web.Language;
using SheetCell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using SheetColumn = DocumentFormat.OpenXml.Spreadsheet.Column;

namespace Plus.Web.Lists;

/// <summary>XLSX written row by row: numbers, dates and hours as such, with a bold frozen head and a filter.</summary>
internal static class XlsxFile
{
    private const uint Plain = 0;
    private const uint Bold = 1;
    private const uint Day = 2;
    private const uint Moment = 3;
    private const uint Hours = 4;
    private const uint Percent = 5;
    private const int LongestText = 32767;
    private static readonly DateTime Epoch = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);

    public static async Task Write<T>(
        Stream target,
        Table<T> table,
        IAsyncEnumerable<T> rows,
        Texts texts,
        CancellationToken cancel
    )
    {
        using var document = SpreadsheetDocument.Create(target, SpreadsheetDocumentType.Workbook);
        var book = document.AddWorkbookPart();
        book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
        var sheet = book.AddNewPart<WorksheetPart>();
        using (var writer = OpenXmlWriter.Create(sheet))
        {
            writer.WriteStartElement(new Worksheet());
            WriteFrame(writer, table.Columns.Count);
            writer.WriteStartElement(new SheetData());
            writer.WriteStartElement(new Row());
            foreach (var column in table.Columns)
            {
                WriteText(writer, texts[column.HeadKey], Bold);
            }

            writer.WriteEndElement();
            var count = 1;
            await foreach (var row in rows.WithCancellation(cancel))
            {
                writer.WriteStartElement(new Row());
                foreach (var column in table.Columns)
                {
                    WriteCell(writer, texts, column, column.Value(row));
                }

                writer.WriteEndElement();
                count++;
            }

            writer.WriteEndElement();
            writer.WriteElement(new AutoFilter { Reference = $"A1:{Letters(table.Columns.Count)}{count}" });
            writer.WriteEndElement();
        }

        var name = SheetName(texts[table.CaptionKey]);
        book.Workbook = new Workbook(
            new Sheets(
                new Sheet
                {
                    Id = book.GetIdOfPart(sheet),
                    SheetId = 1,
                    Name = name,
                }
            )
        );
    }

    /// <summary>Column letters: 1 is A, 27 is AA.</summary>
    internal static string Letters(int number)
    {
        var letters = "";
        for (var rest = number; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        }

        return letters;
    }

    private static void WriteFrame(OpenXmlWriter writer, int columns)
    {
        writer.WriteElement(
            new SheetViews(
                new SheetView(
                    new Pane
                    {
                        VerticalSplit = 1,
                        TopLeftCell = "A2",
                        ActivePane = PaneValues.BottomLeft,
                        State = PaneStateValues.Frozen,
                    }
                )
                {
                    WorkbookViewId = 0,
                }
            )
        );
        writer.WriteElement(
            new Columns(
                new SheetColumn
                {
                    Min = 1,
                    Max = (uint)columns,
                    Width = 22,
                    CustomWidth = true,
                }
            )
        );
    }

    private static void WriteCell(OpenXmlWriter writer, Texts texts, Column column, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteElement(new SheetCell());
                break;
            case int or long or short when column.Format == "hm":
                WriteNumber(writer, Convert.ToInt64(value, CultureInfo.InvariantCulture) / 1440m, Hours);
                break;
            case int or long or short:
                WriteNumber(writer, Convert.ToInt64(value, CultureInfo.InvariantCulture), Plain);
                break;
            case decimal number:
                WriteNumber(writer, number, column.Format == "percent" ? Percent : Plain);
                break;
            case double number:
                WriteNumber(writer, (decimal)number, column.Format == "percent" ? Percent : Plain);
                break;
            case DateOnly date:
                WriteNumber(writer, (decimal)(date.ToDateTime(TimeOnly.MinValue) - Epoch).TotalDays, Day);
                break;
            case DateTimeOffset instant:
                WriteNumber(writer, (decimal)(Kernel.Time.PlusClock.LocalOf(instant) - Epoch).TotalDays, Moment);
                break;
            case bool yes:
                WriteText(writer, texts[yes ? "web.list.yes" : "web.list.no"], Plain);
                break;
            default:
                WriteText(writer, texts.Write(value, column.Format), Plain);
                break;
        }
    }

    private static void WriteNumber(OpenXmlWriter writer, decimal number, uint style) =>
        writer.WriteElement(
            new SheetCell(new CellValue(number.ToString(CultureInfo.InvariantCulture))) { StyleIndex = style }
        );

    // An inline string is never run as a formula.
    private static void WriteText(OpenXmlWriter writer, string text, uint style) =>
        writer.WriteElement(
            new SheetCell(new InlineString(new Text(Clean(text)) { Space = SpaceProcessingModeValues.Preserve }))
            {
                DataType = CellValues.InlineString,
                StyleIndex = style,
            }
        );

    private static string Clean(string text)
    {
        var kept = text.All(System.Xml.XmlConvert.IsXmlChar)
            ? text
            : string.Concat(text.Where(c => System.Xml.XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)));
        return kept.Length <= LongestText ? kept : kept[..LongestText];
    }

    private static string SheetName(string caption)
    {
        var name = string.Concat(caption.Where(c => c is not (':' or '\\' or '/' or '?' or '*' or '[' or ']')));
        name = name.Trim('\'', ' ');
        return name.Length == 0 ? "PLUS" : name[..Math.Min(31, name.Length)];
    }

    private static Stylesheet Styles() =>
        new(
            new NumberingFormats(
                new NumberingFormat { NumberFormatId = 164, FormatCode = "dd.mm.yyyy" },
                new NumberingFormat { NumberFormatId = 165, FormatCode = "dd.mm.yyyy hh:mm" },
                new NumberingFormat { NumberFormatId = 166, FormatCode = "[h]:mm" },
                new NumberingFormat { NumberFormatId = 167, FormatCode = "0.0%" }
            ),
            new Fonts(new Font(), new Font(new Bold())),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 })
            ),
            new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(
                new CellFormat(),
                new CellFormat { FontId = 1, ApplyFont = true },
                new CellFormat { NumberFormatId = 164, ApplyNumberFormat = true },
                new CellFormat { NumberFormatId = 165, ApplyNumberFormat = true },
                new CellFormat { NumberFormatId = 166, ApplyNumberFormat = true },
                new CellFormat { NumberFormatId = 167, ApplyNumberFormat = true }
            )
        );
}

using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Plus.Shared.Documents.Printing;

/// <summary>
/// Writes a report as DOCX: real headings and table headings that repeat, so that it can be read aloud and made into a
/// tagged PDF; the page number at the foot.
/// </summary>
public static class ReportDocx
{
    private const string Font = "Noto Sans";

    public static byte[] Write(PrintedReport report)
    {
        using var memory = new MemoryStream();
        using (var word = WordprocessingDocument.Create(memory, WordprocessingDocumentType.Document))
        {
            var main = word.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = Styles(report.Language);
            var footer = main.AddNewPart<FooterPart>();
            footer.Footer = new Footer(PageNumber());
            var body = new Body(Paragraph(report.Title, "Title"));
            body.Append(report.Lead.Select(p => Paragraph(p, null)));
            foreach (var part in report.Parts)
            {
                body.Append(Paragraph(part.Heading, "Heading1"));
                body.Append(part.Paragraphs.Select(p => Paragraph(p, null)));
                if (part.Columns.Count > 0 && part.Rows.Count > 0)
                {
                    body.Append(Table(part));
                    body.Append(new Paragraph());
                }
            }

            body.Append(
                new SectionProperties(
                    new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(footer) },
                    new PageSize { Width = 11906U, Height = 16838U },
                    new PageMargin
                    {
                        Top = 1134,
                        Bottom = 1134,
                        Left = 1134U,
                        Right = 1134U,
                        Header = 567U,
                        Footer = 567U,
                        Gutter = 0U,
                    }
                )
            );
            main.Document = new Document(body);
            word.PackageProperties.Title = report.Title;
            word.PackageProperties.Language = report.Language;
        }

        return memory.ToArray();
    }

    private static Table Table(PrintedPart part)
    {
        var table = new Table(
            new TableProperties(
                new TableWidth { Type = TableWidthUnitValues.Pct, Width = "5000" },
                new TableBorders(
                    new TopBorder
                    {
                        Val = BorderValues.Single,
                        Size = 4U,
                        Color = "B1B4B6",
                    },
                    new BottomBorder
                    {
                        Val = BorderValues.Single,
                        Size = 4U,
                        Color = "B1B4B6",
                    },
                    new InsideHorizontalBorder
                    {
                        Val = BorderValues.Single,
                        Size = 4U,
                        Color = "B1B4B6",
                    }
                ),
                new TableLook { Val = "0020", FirstRow = true }
            ),
            new TableGrid(
                part.Columns.Select(_ => new GridColumn
                {
                    Width = (9638 / part.Columns.Count).ToString(System.Globalization.CultureInfo.InvariantCulture),
                })
            )
        );
        var head = new TableRow(new TableRowProperties(new CantSplit(), new TableHeader()));
        head.Append(Cells(part.Columns, bold: true));
        table.Append(head);
        foreach (var row in part.Rows)
        {
            table.Append(new TableRow(Cells(row, bold: false)));
        }

        return table;
    }

    private static IEnumerable<OpenXmlElement> Cells(IEnumerable<string> texts, bool bold) =>
        texts.Select(text =>
        {
            var run = Run(text);
            if (bold)
            {
                run.PrependChild(new RunProperties(new Bold()));
            }

            return new TableCell(new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = "Cell" }), run));
        });

    private static Paragraph Paragraph(string text, string? style)
    {
        var paragraph = new Paragraph(Run(text));
        if (style is not null)
        {
            paragraph.PrependChild(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        }

        return paragraph;
    }

    private static Run Run(string text)
    {
        var run = new Run();
        var lines = Clean(text).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                run.Append(new Break());
            }

            run.Append(new Text(lines[i]) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    // What somebody pasted may hold characters that XML has no place for.
    private static string Clean(string text) =>
        string.Concat(
            text.Replace("\r\n", "\n", StringComparison.Ordinal)
                .Where(c => c is '\n' or '\t' or >= ' ' and not '\uFFFE' and not '\uFFFF')
        );

    private static Paragraph PageNumber() =>
        new(
            new ParagraphProperties(new Justification { Val = JustificationValues.Center }),
            new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }),
            new Run(new FieldCode(" PAGE ") { Space = SpaceProcessingModeValues.Preserve }),
            new Run(new FieldChar { FieldCharType = FieldCharValues.End })
        );

    private static Styles Styles(string language) =>
        new(
            new DocDefaults(
                new RunPropertiesDefault(
                    new RunPropertiesBaseStyle(
                        new RunFonts
                        {
                            Ascii = Font,
                            HighAnsi = Font,
                            ComplexScript = Font,
                        },
                        new FontSize { Val = "20" },
                        new Languages { Val = language == "en" ? "en-GB" : "lv-LV" }
                    )
                ),
                new ParagraphPropertiesDefault(
                    new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "120" })
                )
            ),
            Style("Normal", "Normal", null, null),
            Style("Title", "Title", "36", null),
            Style("Heading1", "heading 1", "26", 0),
            Style("Cell", "Cell", "18", null, after: "40")
        );

    private static Style Style(string id, string name, string? size, int? outline, string? after = null)
    {
        var style = new Style(new StyleName { Val = name })
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
            Default = id == "Normal" ? true : null,
            CustomStyle = id == "Cell" ? true : null,
        };
        if (id != "Normal")
        {
            style.Append(new BasedOn { Val = "Normal" });
        }

        var paragraph = new StyleParagraphProperties();
        if (outline is not null)
        {
            paragraph.Append(new KeepNext(), new SpacingBetweenLines { Before = "240", After = "80" });
            paragraph.Append(new OutlineLevel { Val = outline });
        }
        else if (after is not null)
        {
            paragraph.Append(new SpacingBetweenLines { After = after });
        }

        if (paragraph.HasChildren)
        {
            style.Append(paragraph);
        }

        if (size is not null)
        {
            var run = new StyleRunProperties();
            if (id != "Cell")
            {
                run.Append(new Bold());
            }

            run.Append(new FontSize { Val = size });
            style.Append(run);
        }

        return style;
    }
}

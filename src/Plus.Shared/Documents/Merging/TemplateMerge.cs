using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Plus.Shared.Documents.Merging;

/// <summary>
/// Fills a template: values in, a DOCX out. Pure: reads nothing and knows no clock. Controls of fields stay in the
/// document, so that number and day can be filled in later; those that repeat or stand on a condition are dissolved.
/// </summary>
public static class TemplateMerge
{
    /// <param name="template">A DOCX that was checked.</param>
    /// <param name="values">By code of the field; <c>ask:name</c> for what was asked.</param>
    /// <param name="language">lv or en.</param>
    public static byte[] Fill(byte[] template, IReadOnlyDictionary<string, object?> values, string language) =>
        Change(template, root => Fill(root, new Scope(values, null, language)));

    /// <summary>Whether a control shows this field.</summary>
    public static bool Shows(byte[] document, string code)
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(document, writable: false), isEditable: false);
        return Roots(word.MainDocumentPart!)
            .SelectMany(r => r.Descendants<SdtElement>())
            .Any(c => FieldTag.Parse(TagOf(c) ?? "") is { Kind: TagKind.Field } tag && tag.Code == code);
    }

    /// <summary>Fills in only these fields of a document that was made before; everything else stays as it is.</summary>
    public static byte[] FillIn(byte[] document, IReadOnlyDictionary<string, object?> values, string language) =>
        Change(
            document,
            root =>
            {
                foreach (var control in root.Descendants<SdtElement>().ToList())
                {
                    var tag = FieldTag.Parse(TagOf(control) ?? "");
                    if (tag.Kind == TagKind.Field && values.TryGetValue(tag.Code, out var value))
                    {
                        Show(control, FieldWriting.Write(value, tag.Format, language));
                    }
                }
            }
        );

    internal static string? TagOf(SdtElement control) => control.SdtProperties?.GetFirstChild<Tag>()?.Val?.Value;

    /// <summary>The parts of a document in which fields stand.</summary>
    internal static IEnumerable<OpenXmlPartRootElement> Roots(MainDocumentPart main)
    {
        yield return main.Document;
        foreach (var header in main.HeaderParts)
        {
            yield return header.Header;
        }

        foreach (var footer in main.FooterParts)
        {
            yield return footer.Footer;
        }
    }

    private static byte[] Change(byte[] docx, Action<OpenXmlPartRootElement> change)
    {
        using var memory = new MemoryStream(docx.Length + 16384);
        memory.Write(docx);
        using (var word = WordprocessingDocument.Open(memory, isEditable: true))
        {
            foreach (var root in Roots(word.MainDocumentPart!))
            {
                change(root);
                root.Save();
            }
        }

        return memory.ToArray();
    }

    private static void Fill(OpenXmlElement container, Scope scope)
    {
        foreach (var control in Outermost(container))
        {
            var tag = FieldTag.Parse(TagOf(control) ?? "");
            switch (tag.Kind)
            {
                case TagKind.Each:
                    Repeat(control, scope.Rows(tag.Code), scope);
                    break;
                case TagKind.If:
                case TagKind.IfNot:
                    if (FieldWriting.Holds(scope.Value(tag.Code)) == (tag.Kind == TagKind.If))
                    {
                        Repeat(control, [null], scope);
                    }
                    else
                    {
                        Dissolve(control, []);
                    }

                    break;
                case TagKind.Signature:
                    Fill(control, scope);
                    break;
                default:
                    var key = tag.Kind == TagKind.Ask ? "ask:" + tag.Code : tag.Code;
                    Show(
                        control,
                        FieldWriting.Write(
                            scope.Value(key),
                            tag.Kind == TagKind.Ask ? tag.AskedCase : tag.Format,
                            scope.Language
                        )
                    );
                    break;
            }
        }
    }

    // Controls that stand in no other control of the container.
    private static List<SdtElement> Outermost(OpenXmlElement container)
    {
        var found = new List<SdtElement>();
        var waiting = new Stack<OpenXmlElement>(container.ChildElements.Reverse());
        while (waiting.TryPop(out var element))
        {
            if (element is SdtElement control && !string.IsNullOrEmpty(TagOf(control)))
            {
                found.Add(control);
                continue;
            }

            foreach (var child in element.ChildElements.Reverse())
            {
                waiting.Push(child);
            }
        }

        return found;
    }

    private static void Repeat(
        SdtElement control,
        IReadOnlyList<IReadOnlyDictionary<string, object?>?> rows,
        Scope scope
    )
    {
        var content = ContentOf(control);
        var made = new List<OpenXmlElement>();
        foreach (var row in rows)
        {
            var copy = (OpenXmlElement)content.CloneNode(true);
            Fill(copy, row is null ? scope : scope.Of(row));
            foreach (var id in copy.Descendants<SdtId>().ToList())
            {
                // Two controls never share an id; a word processor gives new ones.
                id.Remove();
            }

            foreach (var child in copy.ChildElements.ToList())
            {
                child.Remove();
                made.Add(child);
            }
        }

        Dissolve(control, made);
    }

    private static void Dissolve(SdtElement control, IReadOnlyList<OpenXmlElement> instead)
    {
        var parent = control.Parent!;
        foreach (var element in instead)
        {
            parent.InsertBefore(element, control);
        }

        control.Remove();
        // A cell ends with a paragraph, and a table has a row.
        if (parent is TableCell cell && cell.LastChild is not Paragraph)
        {
            cell.AppendChild(new Paragraph());
        }

        if (parent is Table table && !table.Elements<TableRow>().Any() && !table.Elements<SdtRow>().Any())
        {
            table.Remove();
        }
    }

    private static OpenXmlElement ContentOf(SdtElement control) =>
        control.ChildElements.First(c => c is SdtContentBlock or SdtContentRun or SdtContentRow or SdtContentCell);

    private static void Show(SdtElement control, string text)
    {
        control.SdtProperties?.GetFirstChild<ShowingPlaceholder>()?.Remove();
        var content = ContentOf(control);
        var first = content.Descendants<Run>().FirstOrDefault();
        var look = first?.RunProperties?.CloneNode(true);
        if (look?.GetFirstChild<RunStyle>() is { } style && style.Val?.Value == "PlaceholderText")
        {
            style.Remove();
        }

        var run = new Run();
        if (look is not null)
        {
            run.AppendChild(look);
        }

        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            if (at > 0)
            {
                run.AppendChild(new Break());
            }

            run.AppendChild(new Text(Clean(lines[at])) { Space = SpaceProcessingModeValues.Preserve });
        }

        if (content is SdtContentRun)
        {
            content.RemoveAllChildren();
            content.AppendChild(run);
            return;
        }

        var paragraph = content.Descendants<Paragraph>().FirstOrDefault();
        if (paragraph is null)
        {
            return;
        }

        foreach (var old in paragraph.ChildElements.Where(c => c is not ParagraphProperties).ToList())
        {
            old.Remove();
        }

        paragraph.AppendChild(run);
    }

    // What XML cannot hold is left out.
    private static string Clean(string text) => string.Concat(text.Where(c => c >= ' ' || c == '\t'));

    private sealed record Scope(
        IReadOnlyDictionary<string, object?> Values,
        IReadOnlyDictionary<string, object?>? Row,
        string Language
    )
    {
        public object? Value(string code) =>
            Row is not null && Row.TryGetValue(code, out var own) ? own : Values.GetValueOrDefault(code);

        public IReadOnlyList<IReadOnlyDictionary<string, object?>> Rows(string code) =>
            Value(code) as IReadOnlyList<IReadOnlyDictionary<string, object?>> ?? [];

        public Scope Of(IReadOnlyDictionary<string, object?> row) => this with { Row = row };
    }
}

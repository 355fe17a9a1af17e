using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Plus.Shared.Documents.Fields;

namespace Plus.Shared.Documents.Merging;

/// <summary>What is wrong with a template, and where.</summary>
/// <param name="Code">Code of what is wrong; its words stand under <c>documents.check.</c> with it.</param>
/// <param name="Tag">The tag of the control, or what it is about.</param>
/// <param name="Place">The words around it.</param>
public sealed record TemplateFinding(string Code, string Tag, string Place);

/// <summary>What a template asks for when a document is made.</summary>
/// <param name="Name">Name behind <c>ask:</c>.</param>
/// <param name="Label">The title of its control.</param>
public sealed record TemplateQuestion(string Name, string Label, bool IsDate);

/// <summary>Looks through a template before anybody makes a document of it. That it is a harmless DOCX was judged before.</summary>
public static class TemplateCheck
{
    private const int MostValidatorErrors = 20;
    private const int LongestPlace = 60;

    public static IReadOnlyList<TemplateFinding> Check(byte[] docx, IReadOnlyDictionary<string, DocumentField> fields)
    {
        var findings = new List<TemplateFinding>();
        using var word = WordprocessingDocument.Open(new MemoryStream(docx, writable: false), isEditable: false);
        var signed = false;
        foreach (var root in TemplateMerge.Roots(word.MainDocumentPart!))
        {
            foreach (var control in root.Descendants<SdtElement>())
            {
                var text = TemplateMerge.TagOf(control);
                if (string.IsNullOrWhiteSpace(text))
                {
                    continue;
                }

                var tag = FieldTag.Parse(text);
                signed |= tag.Kind == TagKind.Signature;
                if (Trouble(control, tag, fields) is { } code)
                {
                    findings.Add(new(code, text, PlaceOf(control)));
                }
            }
        }

        if (!signed)
        {
            findings.Add(new("noSignature", FieldTag.SignatureBlock, ""));
        }

        var validator = new OpenXmlValidator(FileFormatVersions.Office2019) { MaxNumberOfErrors = MostValidatorErrors };
        findings.AddRange(
            validator.Validate(word).Select(e => new TemplateFinding("invalid", e.Id, e.Path?.XPath ?? ""))
        );
        return findings;
    }

    /// <summary>What is asked, in the order of the text, each once.</summary>
    public static IReadOnlyList<TemplateQuestion> Questions(byte[] docx)
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(docx, writable: false), isEditable: false);
        return
        [
            .. TemplateMerge
                .Roots(word.MainDocumentPart!)
                .SelectMany(r => r.Descendants<SdtElement>())
                .Select(c => (Control: c, Tag: FieldTag.Parse(TemplateMerge.TagOf(c) ?? "")))
                .Where(c => c.Tag.Kind == TagKind.Ask)
                .Select(c => new TemplateQuestion(
                    c.Tag.Code,
                    c.Control.SdtProperties?.GetFirstChild<SdtAlias>()?.Val?.Value ?? c.Tag.Code,
                    c.Tag.Format == "date"
                ))
                .DistinctBy(q => q.Name),
        ];
    }

    private static string? Trouble(SdtElement control, FieldTag tag, IReadOnlyDictionary<string, DocumentField> fields)
    {
        switch (tag.Kind)
        {
            case TagKind.Signature:
                return null;
            case TagKind.Ask:
                return tag.Code.Length is > 0 and <= 40 && tag.Code.All(c => char.IsAsciiLetterOrDigit(c))
                    ? null
                    : "unknownField";
            case TagKind.Each:
                return Find(control, tag.Code, fields) switch
                {
                    null => "unknownField",
                    { Type: FieldType.Rows } => null,
                    _ => "notRows",
                };
            case TagKind.If or TagKind.IfNot:
                return FieldTag.Parse(tag.Code).Kind == TagKind.Ask || Find(control, tag.Code, fields) is not null
                    ? null
                    : "unknownField";
        }

        if (Find(control, tag.Code, fields) is not { } field)
        {
            return "unknownField";
        }

        if (field.Type is FieldType.Rows or FieldType.Flag)
        {
            return "notShown";
        }

        return tag.Format is null || FieldWriting.Formats(field.Type).Contains(tag.Format) ? null : "wrongFormat";
    }

    // A column is known within the rows it belongs to.
    private static DocumentField? Find(
        SdtElement control,
        string code,
        IReadOnlyDictionary<string, DocumentField> fields
    )
    {
        foreach (var around in control.Ancestors<SdtElement>())
        {
            var tag = FieldTag.Parse(TemplateMerge.TagOf(around) ?? "");
            if (
                tag.Kind == TagKind.Each
                && fields.GetValueOrDefault(tag.Code)?.Columns.FirstOrDefault(c => c.Code == code) is { } column
            )
            {
                return column;
            }
        }

        return fields.GetValueOrDefault(code);
    }

    private static string PlaceOf(SdtElement control)
    {
        var paragraph =
            control.Ancestors<Paragraph>().FirstOrDefault() ?? control.Descendants<Paragraph>().FirstOrDefault();
        var words = (paragraph?.InnerText ?? control.InnerText).Trim();
        return words.Length <= LongestPlace ? words : words[..LongestPlace] + "…";
    }
}

using System.Xml;

namespace Plus.Shared.Documents.Docx;

/// <summary>How XML from outside is read: no document type, no entity, nothing fetched.</summary>
internal static class SafeXml
{
    /// <summary>The namespace of WordprocessingML.</summary>
    public const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static XmlReaderSettings Settings { get; } =
        new()
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersFromEntities = 1024,
            MaxCharactersInDocument = 60L * 1024 * 1024,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        };
}

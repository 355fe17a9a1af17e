using System.Xml;
using Plus.Shared.Signatures.Checking;

namespace Plus.Shared.Signatures.Xades;

/// <summary>Reads a file of signatures: no document type, bounded in size and depth, and no id twice.</summary>
internal static class SignatureXml
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = SignatureLimits.Xml,
        CloseInput = true,
    };

    public static (XmlDocument? Document, SignatureFault? Fault) Read(byte[] content)
    {
        if (content.Length > SignatureLimits.Xml)
        {
            return (null, SignatureFault.TooLarge);
        }

        try
        {
            if (IsTooDeep(content))
            {
                return (null, SignatureFault.TooLarge);
            }

            var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
            using var reader = XmlReader.Create(new MemoryStream(content), Settings);
            document.Load(reader);
            return HasIdTwice(document) ? (null, SignatureFault.Wrapped) : (document, null);
        }
        catch (XmlException broken)
        {
            var isDocumentType = broken.Message.Contains("DTD", StringComparison.Ordinal);
            return (null, isDocumentType ? SignatureFault.ForbiddenXml : SignatureFault.Unreadable);
        }
    }

    /// <summary>The children of an element with a name.</summary>
    public static IEnumerable<XmlElement> Children(this XmlElement? element, string name, string space) =>
        element?.ChildNodes.OfType<XmlElement>().Where(e => e.LocalName == name && e.NamespaceURI == space) ?? [];

    /// <summary>The only child with a name; null when there is none or more than one.</summary>
    public static XmlElement? Only(this XmlElement? element, string name, string space)
    {
        var found = element.Children(name, space).Take(2).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    private static bool IsTooDeep(byte[] content)
    {
        using var reader = XmlReader.Create(new MemoryStream(content), Settings);
        while (reader.Read())
        {
            if (reader.Depth > SignatureLimits.Depth)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasIdTwice(XmlDocument document)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        return document
            .SelectNodes("//@*[translate(local-name(),'ID','id')='id']")!
            .Cast<XmlAttribute>()
            .Any(a => !ids.Add(a.Value));
    }
}

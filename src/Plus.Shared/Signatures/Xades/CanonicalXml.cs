using System.Security.Cryptography.Xml;
using System.Xml;

namespace Plus.Shared.Signatures.Xades;

/// <summary>The canonical bytes of an element, by the accepted methods.</summary>
internal static class CanonicalXml
{
    /// <summary>Canonicalizes an element as it stands in its document.</summary>
    /// <returns>Null when the method is not accepted.</returns>
    public static byte[]? Of(XmlElement element, string? method, string? inclusivePrefixes = null)
    {
        Transform? transform = method switch
        {
            XmlNames.ExclusiveC14N => new XmlDsigExcC14NTransform(includeComments: false, inclusivePrefixes),
            XmlNames.C14N or XmlNames.C14N11 => new XmlDsigC14NTransform(),
            _ => null,
        };
        if (transform is null || (method != XmlNames.ExclusiveC14N && InheritsXmlAttributes(element)))
        {
            return null;
        }

        transform.LoadInput(Alone(element));
        using var bytes = new MemoryStream();
        ((Stream)transform.GetOutput(typeof(Stream))).CopyTo(bytes);
        return bytes.ToArray();
    }

    // A document of the element alone, with the namespaces that reach it where it stands.
    private static XmlDocument Alone(XmlElement element)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        var root = (XmlElement)document.ImportNode(element, deep: true);
        document.AppendChild(root);
        for (var above = element.ParentNode as XmlElement; above is not null; above = above.ParentNode as XmlElement)
        {
            foreach (var declared in above.Attributes.Cast<XmlAttribute>().Where(IsNamespace))
            {
                if (!root.HasAttribute(declared.Name))
                {
                    root.SetAttribute(declared.Name, declared.Value);
                }
            }
        }

        return document;
    }

    private static bool IsNamespace(XmlAttribute attribute) =>
        attribute.NamespaceURI == "http://www.w3.org/2000/xmlns/";

    // Inherited xml:lang and the like are where the two inclusive methods part; no signer puts them there.
    private static bool InheritsXmlAttributes(XmlElement element)
    {
        for (var above = element.ParentNode as XmlElement; above is not null; above = above.ParentNode as XmlElement)
        {
            if (above.Attributes.Cast<XmlAttribute>().Any(a => a.Prefix == "xml"))
            {
                return true;
            }
        }

        return false;
    }
}

using System.Xml;
using Plus.Shared.Signatures.Checking;
using Plus.Shared.Signatures.Containers;

namespace Plus.Shared.Signatures.Xades;

/// <summary>
/// What a signature refers to: files of the container as their bytes are, and parts of the signature itself. No address
/// outside is followed and nothing is transformed but by canonicalization.
/// </summary>
internal static class ReferenceCheck
{
    public static IEnumerable<SignatureFault> Faults(XadesSignature signature, AsicContainer container)
    {
        var references = signature.SignedInfo.Children("Reference", XmlNames.Ds).ToList();
        if (references.Count is 0 or > SignatureLimits.References)
        {
            return [SignatureFault.Unreadable];
        }

        var faults = new List<SignatureFault>();
        var covered = new HashSet<string>(StringComparer.Ordinal);
        var coversProperties = false;
        foreach (var reference in references)
        {
            var uri = reference.GetAttribute("URI");
            if (!uri.StartsWith('#'))
            {
                Add(FileFault(reference, uri, container, covered));
                continue;
            }

            var isProperties = reference.GetAttribute("Type") == XmlNames.SignedPropertiesType;
            coversProperties |= isProperties;
            Add(PartFault(signature, reference, uri[1..], isProperties));
        }

        if (!coversProperties)
        {
            faults.Add(SignatureFault.PropertiesChanged);
        }

        if (container.Files.Any(f => !covered.Contains(f.Name)))
        {
            faults.Add(SignatureFault.FileNotCovered);
        }

        return faults;

        void Add(SignatureFault? fault)
        {
            if (fault is { } found)
            {
                faults.Add(found);
            }
        }
    }

    private static SignatureFault? FileFault(
        XmlElement reference,
        string uri,
        AsicContainer container,
        HashSet<string> covered
    )
    {
        // A transformed file is not the file that people open.
        if (reference.Only("Transforms", XmlNames.Ds)?.ChildNodes.OfType<XmlElement>().Any() == true)
        {
            return SignatureFault.ForbiddenAlgorithm;
        }

        var part = container.Find(uri) ?? container.Find(Uri.UnescapeDataString(uri));
        if (part is null)
        {
            return SignatureFault.FileMissing;
        }

        covered.Add(part.Name);
        return DigestFault(reference, part.Content, SignatureFault.FileChanged);
    }

    private static SignatureFault? PartFault(
        XadesSignature signature,
        XmlElement reference,
        string id,
        bool isProperties
    )
    {
        var target = isProperties ? signature.SignedProperties : OwnPart(signature, id);
        if (target is null || target.GetAttribute("Id") != id || id.Length == 0)
        {
            return SignatureFault.Wrapped;
        }

        var transforms = reference.Only("Transforms", XmlNames.Ds)?.ChildNodes.OfType<XmlElement>().ToList() ?? [];
        if (transforms.Count > 1)
        {
            return SignatureFault.ForbiddenAlgorithm;
        }

        var method = transforms.Count == 0 ? XmlNames.C14N : XadesSignature.Algorithm(transforms[0]);
        var prefixes = transforms.Count == 0 ? null : XadesSignature.Prefixes(transforms[0]);
        return CanonicalXml.Of(target, method, prefixes) is { } bytes
            ? DigestFault(
                reference,
                bytes,
                isProperties ? SignatureFault.PropertiesChanged : SignatureFault.SignatureWrong
            )
            : SignatureFault.ForbiddenAlgorithm;
    }

    // Other parts that some signers sign too: the key's description or an object, children of this very signature.
    private static XmlElement? OwnPart(XadesSignature signature, string id) =>
        signature
            .Element.ChildNodes.OfType<XmlElement>()
            .FirstOrDefault(e =>
                e.NamespaceURI == XmlNames.Ds && e.LocalName is "KeyInfo" or "Object" && e.GetAttribute("Id") == id
            );

    private static SignatureFault? DigestFault(XmlElement reference, byte[] bytes, SignatureFault changed)
    {
        var method = XadesSignature.Algorithm(reference.Only("DigestMethod", XmlNames.Ds));
        if (XmlAlgorithms.DigestOf(method) is not { } hash)
        {
            return SignatureFault.ForbiddenAlgorithm;
        }

        var expected = XadesSignature.Bytes(reference.Only("DigestValue", XmlNames.Ds));
        return XmlAlgorithms.Hash(hash, bytes).AsSpan().SequenceEqual(expected) ? null : changed;
    }
}

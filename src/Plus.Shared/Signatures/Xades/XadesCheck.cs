using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml;
using Plus.Shared.Signatures.Checking;
using Plus.Shared.Signatures.Containers;
using Plus.Shared.Signatures.Trust;

namespace Plus.Shared.Signatures.Xades;

/// <summary>
/// Checks XAdES signatures over the files of a container. A signature is read by its place, never searched for by id, so
/// that what is verified and what is shown cannot be two different things.
/// </summary>
internal static class XadesCheck
{
    /// <summary>Checks every signature of one file of signatures.</summary>
    public static (IReadOnlyList<CheckedSignature> Signatures, IReadOnlyList<SignatureFault> Faults) Check(
        byte[] content,
        AsicContainer container,
        TrustList trust,
        DateTimeOffset now
    )
    {
        var (document, fault) = SignatureXml.Read(content);
        if (document is null)
        {
            return ([], [fault!.Value]);
        }

        var elements = document.DocumentElement!.ChildNodes.OfType<XmlElement>().ToList();
        var isCarrier =
            document.DocumentElement is { LocalName: "XAdESSignatures", NamespaceURI: XmlNames.Asic }
            || document.DocumentElement is { LocalName: "document-signatures", NamespaceURI: XmlNames.OpenDocument };
        if (
            !isCarrier
            || elements.Count is 0 or > SignatureLimits.Signatures
            || elements.Exists(e => e.LocalName != "Signature" || e.NamespaceURI != XmlNames.Ds)
        )
        {
            return ([], [SignatureFault.Unreadable]);
        }

        return ([.. elements.Select(e => CheckOne(e, container, trust, now))], []);
    }

    private static CheckedSignature CheckOne(
        XmlElement element,
        AsicContainer container,
        TrustList trust,
        DateTimeOffset now
    )
    {
        try
        {
            return XadesSignature.Read(element) is { } signature
                ? Judge(signature, container, trust, now)
                : new CheckedSignature { Faults = [SignatureFault.Unreadable] };
        }
        catch (Exception broken) when (broken is FormatException or CryptographicException or XmlException)
        {
            return new CheckedSignature { Faults = [SignatureFault.Unreadable] };
        }
    }

    private static CheckedSignature Judge(
        XadesSignature signature,
        AsicContainer container,
        TrustList trust,
        DateTimeOffset now
    )
    {
        var faults = new SortedSet<SignatureFault>(ReferenceCheck.Faults(signature, container));
        if (SignerFault(signature) is { } signer)
        {
            faults.Add(signer);
        }

        var certificate = signature.Certificate;
        var stamp = XadesStamp.Check(signature, trust, now);
        faults.UnionWith(stamp.Faults);
        var revocation = RevocationCheck.Check(signature.OcspAnswers, certificate, signature.OtherCertificates, trust);
        var isMarked = stamp.At is null && revocation.Marks(signature.Value);
        var provenAt = stamp.At ?? (isMarked ? revocation.At : null);
        if (provenAt is null && stamp.Faults.Count == 0)
        {
            faults.Add(SignatureFault.NoTimeStamp);
        }

        faults.UnionWith(CertificatePath.Faults(certificate, signature.OtherCertificates, trust, provenAt ?? now));
        faults.UnionWith(revocation.Faults(provenAt ?? now));
        if (!container.ManifestFits)
        {
            faults.Add(SignatureFault.ManifestDiffers);
        }

        return SignerName.Fill(
            new CheckedSignature
            {
                ClaimedAt = signature.ClaimedAt,
                ProvenAt = provenAt,
                ProvenBy = isMarked ? revocation.By : stamp.By,
                Revocation = revocation.State,
                Faults = [.. faults],
            },
            certificate
        );
    }

    // The certificate that the signer named in what they signed must be the one that verifies.
    private static SignatureFault? SignerFault(XadesSignature signature)
    {
        if (XmlAlgorithms.DigestOf(signature.CertificateDigestMethod) is not { } hash)
        {
            return SignatureFault.ForbiddenAlgorithm;
        }

        var digest = XmlAlgorithms.Hash(hash, signature.Certificate.RawData);
        if (!digest.AsSpan().SequenceEqual(signature.CertificateDigest))
        {
            return SignatureFault.OtherCertificate;
        }

        var signed = CanonicalXml.Of(signature.SignedInfo, signature.SignedInfoMethod, signature.SignedInfoPrefixes);
        var fits = signed is null
            ? null
            : XmlAlgorithms.Verify(signature.SignatureMethod, signature.Certificate, signed, signature.Value);
        return fits switch
        {
            true => null,
            false => SignatureFault.SignatureWrong,
            null => SignatureFault.ForbiddenAlgorithm,
        };
    }
}

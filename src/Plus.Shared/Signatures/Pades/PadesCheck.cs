using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Plus.Shared.Signatures.Checking;
using Plus.Shared.Signatures.Stamps;
using Plus.Shared.Signatures.Trust;

namespace Plus.Shared.Signatures.Pades;

/// <summary>Checks the signatures inside a PDF: what they cover, the CMS, the signer, the time stamp.</summary>
internal static class PadesCheck
{
    private const string SigningTime = "1.2.840.113549.1.9.5";
    private const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";
    private const string SignatureStamp = "1.2.840.113549.1.9.16.2.14";
    private static readonly string[] Hashes =
    [
        "2.16.840.1.101.3.4.2.1",
        "2.16.840.1.101.3.4.2.2",
        "2.16.840.1.101.3.4.2.3",
    ];

    public static SignatureReport Check(ReadOnlyMemory<byte> file, TrustList trust, DateTimeOffset now)
    {
        var found = PdfSignatures.Find(file.Span, SignatureLimits.Signatures + 1);
        if (found.Count > SignatureLimits.Signatures)
        {
            return new(SignatureForm.Pdf, [], [SignatureFault.TooLarge], []);
        }

        var coveredTo = found.Select(s => s.CoveredTo).DefaultIfEmpty().Max();
        // Whatever stands behind the last signature was put there by somebody who did not sign it.
        var isAddedTo = found.Count > 0 && !IsBlank(file.Span[coveredTo..]);
        var signatures = found
            .Where(s => s.SubFilter != "ETSI.RFC3161")
            .Select(s =>
            {
                var signature = CheckOne(s, file, trust, now);
                SignatureFault? later =
                    isAddedTo ? SignatureFault.AddedAfterSigning
                    : s.CoveredTo < coveredTo ? SignatureFault.LaterRevision
                    : null;
                return later is { } fault
                    ? signature with
                    {
                        Faults = [.. signature.Faults.Append(fault).Distinct().Order()],
                    }
                    : signature;
            })
            .ToList();
        return new(SignatureForm.Pdf, signatures, DocumentStampFaults(found, file, trust, now), []);
    }

    private static CheckedSignature CheckOne(
        PdfSignature found,
        ReadOnlyMemory<byte> file,
        TrustList trust,
        DateTimeOffset now
    )
    {
        if (found.Contents is null)
        {
            return new CheckedSignature { Faults = [SignatureFault.RangeWrong] };
        }

        if (found.SubFilter is not ("ETSI.CAdES.detached" or "adbe.pkcs7.detached"))
        {
            return new CheckedSignature { Faults = [SignatureFault.NotDetached] };
        }

        try
        {
            var cms = new SignedCms(new ContentInfo(found.Signed(file.Span)), detached: true);
            cms.Decode(WithoutPadding(found.Contents));
            return cms.SignerInfos is [{ Certificate: { } certificate } signer]
                ? Judge(signer, certificate, cms, found.SubFilter, trust, now)
                : new CheckedSignature { Faults = [SignatureFault.Unreadable] };
        }
        catch (Exception broken) when (broken is CryptographicException or AsnContentException)
        {
            return new CheckedSignature { Faults = [SignatureFault.Unreadable] };
        }
    }

    private static CheckedSignature Judge(
        SignerInfo signer,
        X509Certificate2 certificate,
        SignedCms cms,
        string kind,
        TrustList trust,
        DateTimeOffset now
    )
    {
        var faults = new SortedSet<SignatureFault>();
        if (!Hashes.Contains(signer.DigestAlgorithm.Value))
        {
            faults.Add(SignatureFault.ForbiddenAlgorithm);
        }
        else if (!Fits(signer))
        {
            faults.Add(SignatureFault.SignatureWrong);
        }

        var named = Attribute(signer.SignedAttributes, SigningCertificateV2);
        if (named is null ? kind == "ETSI.CAdES.detached" : !Names(named, certificate))
        {
            faults.Add(SignatureFault.OtherCertificate);
        }

        IReadOnlyList<X509Certificate2> others = [.. cms.Certificates];
        var token = Attribute(signer.UnsignedAttributes, SignatureStamp);
        var stamp = token is null
            ? StampVerdict.None
            : StampCheck.Check(token, signer.GetSignature(), others, trust, now);
        faults.UnionWith(stamp.Faults);
        if (stamp.At is null && stamp.Faults.Count == 0)
        {
            faults.Add(SignatureFault.NoTimeStamp);
        }

        faults.UnionWith(CertificatePath.Faults(certificate, others, trust, stamp.At ?? now));
        return SignerName.Fill(
            new CheckedSignature
            {
                ClaimedAt = ClaimedTime(signer),
                ProvenAt = stamp.At,
                ProvenBy = stamp.By,
                Faults = [.. faults],
            },
            certificate
        );
    }

    // A stamp over the whole document that is none says that the document was changed.
    private static List<SignatureFault> DocumentStampFaults(
        IReadOnlyList<PdfSignature> found,
        ReadOnlyMemory<byte> file,
        TrustList trust,
        DateTimeOffset now
    ) =>
        [
            .. found
                .Where(s => s.SubFilter == "ETSI.RFC3161")
                .Where(s =>
                    s.Contents is null
                    || StampCheck
                        .Check(WithoutPadding(s.Contents), s.Signed(file.Span), [], trust, now)
                        .Faults.Contains(SignatureFault.TimeStampWrong)
                )
                .Select(_ => SignatureFault.TimeStampWrong)
                .Distinct(),
        ];

    private static bool Fits(SignerInfo signer)
    {
        try
        {
            signer.CheckSignature(verifySignatureOnly: true);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    // RFC 5035: the hash of the signer's certificate stands in what is signed; SHA-256 unless another is named.
    private static bool Names(byte[] attribute, X509Certificate2 certificate)
    {
        var first = new AsnReader(attribute, AsnEncodingRules.DER).ReadSequence().ReadSequence().ReadSequence();
        var hash = HashAlgorithmName.SHA256;
        if (first.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence))
        {
            hash = first.ReadSequence().ReadObjectIdentifier() switch
            {
                "2.16.840.1.101.3.4.2.2" => HashAlgorithmName.SHA384,
                "2.16.840.1.101.3.4.2.3" => HashAlgorithmName.SHA512,
                _ => HashAlgorithmName.SHA256,
            };
        }

        return first.ReadOctetString().AsSpan().SequenceEqual(certificate.GetCertHash(hash));
    }

    private static DateTimeOffset? ClaimedTime(SignerInfo signer) =>
        Attribute(signer.SignedAttributes, SigningTime) is { } time
            ? new DateTimeOffset(new Pkcs9SigningTime(time).SigningTime.ToUniversalTime(), TimeSpan.Zero)
            : null;

    private static byte[]? Attribute(CryptographicAttributeObjectCollection attributes, string type) =>
        attributes.Cast<CryptographicAttributeObject>().FirstOrDefault(a => a.Oid.Value == type)
            is { Values.Count: 1 } one
            ? one.Values[0].RawData
            : null;

    // The place for a signature is made before its length is known; zeros fill the rest.
    private static byte[] WithoutPadding(byte[] contents)
    {
        AsnDecoder.ReadEncodedValue(contents, AsnEncodingRules.BER, out _, out _, out var length);
        return contents.AsSpan(length).ContainsAnyExcept((byte)0)
            ? throw new CryptographicException("Something stands behind the signature.")
            : contents[..length];
    }

    private static bool IsBlank(ReadOnlySpan<byte> rest) => !rest.ContainsAnyExcept(" \r\n\t\0"u8);
}

using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml;

namespace Plus.Shared.Signatures.Xades;

/// <summary>The parts of one signature, each taken from the only place where it may stand.</summary>
internal sealed class XadesSignature
{
    public required XmlElement Element { get; init; }
    public required XmlElement SignedInfo { get; init; }
    public required string? SignedInfoMethod { get; init; }
    public required string? SignedInfoPrefixes { get; init; }
    public required string? SignatureMethod { get; init; }
    public required XmlElement ValueElement { get; init; }
    public required byte[] Value { get; init; }
    public required XmlElement SignedProperties { get; init; }
    public required XmlElement? UnsignedProperties { get; init; }
    public required X509Certificate2 Certificate { get; init; }
    public required string? CertificateDigestMethod { get; init; }
    public required byte[] CertificateDigest { get; init; }
    public required DateTimeOffset? ClaimedAt { get; init; }

    /// <summary>Enclosed to complete the chain; nothing vouches for them.</summary>
    public required IReadOnlyList<X509Certificate2> OtherCertificates { get; init; }

    /// <summary>Enclosed OCSP answers, DER.</summary>
    public required IReadOnlyList<byte[]> OcspAnswers { get; init; }

    /// <summary>Reads a signature.</summary>
    /// <returns>Null when something that must stand once does not stand exactly once at its place.</returns>
    public static XadesSignature? Read(XmlElement element)
    {
        var signedInfo = element.Only("SignedInfo", XmlNames.Ds);
        var value = element.Only("SignatureValue", XmlNames.Ds);
        var keyInfo = element.Only("KeyInfo", XmlNames.Ds);
        var qualifying = element
            .Children("Object", XmlNames.Ds)
            .SelectMany(o => o.Children("QualifyingProperties", XmlNames.Xades))
            .Take(2)
            .ToList();
        if (signedInfo is null || value is null || keyInfo is null || qualifying.Count != 1)
        {
            return null;
        }

        var properties = qualifying[0].Only("SignedProperties", XmlNames.Xades);
        var signed = properties.Only("SignedSignatureProperties", XmlNames.Xades);
        var id = element.GetAttribute("Id");
        var named = NamedCertificate(signed);
        if (
            properties is null
            || signed is null
            || named is null
            || id.Length == 0
            || qualifying[0].GetAttribute("Target") != "#" + id
        )
        {
            return null;
        }

        var digestMethod = Algorithm(named.Only("DigestMethod", XmlNames.Ds));
        var digest = Bytes(named.Only("DigestValue", XmlNames.Ds));
        var given = Certificates(keyInfo, "X509Certificate", XmlNames.Ds);
        if (given.Count == 0 || Chosen(given, digestMethod, digest) is not { } certificate)
        {
            return null;
        }

        var unsigned = qualifying[0]
            .Only("UnsignedProperties", XmlNames.Xades)
            .Only("UnsignedSignatureProperties", XmlNames.Xades);
        var method = signedInfo.Only("CanonicalizationMethod", XmlNames.Ds);
        return new XadesSignature
        {
            Element = element,
            SignedInfo = signedInfo,
            SignedInfoMethod = Algorithm(method),
            SignedInfoPrefixes = Prefixes(method),
            SignatureMethod = Algorithm(signedInfo.Only("SignatureMethod", XmlNames.Ds)),
            ValueElement = value,
            Value = Bytes(value),
            SignedProperties = properties,
            UnsignedProperties = unsigned,
            Certificate = certificate,
            CertificateDigestMethod = digestMethod,
            CertificateDigest = digest,
            ClaimedAt = Instant(signed.Only("SigningTime", XmlNames.Xades)?.InnerText),
            OtherCertificates =
            [
                .. given.Where(c => !ReferenceEquals(c, certificate)),
                .. unsigned is null ? [] : Certificates(unsigned, "EncapsulatedX509Certificate", XmlNames.Xades),
            ],
            OcspAnswers =
            [
                .. unsigned
                    .Only("RevocationValues", XmlNames.Xades)
                    .Only("OCSPValues", XmlNames.Xades)
                    .Children("EncapsulatedOCSPValue", XmlNames.Xades)
                    .Take(20)
                    .Select(Bytes),
            ],
        };
    }

    public static string? Algorithm(XmlElement? element) => element?.GetAttribute("Algorithm");

    /// <summary>The prefixes that exclusive canonicalization is told to keep; null for none.</summary>
    public static string? Prefixes(XmlElement? method) =>
        method.Only("InclusiveNamespaces", XmlNames.ExclusiveC14N)?.GetAttribute("PrefixList");

    public static byte[] Bytes(XmlElement? element) => Convert.FromBase64String(element?.InnerText ?? "");

    // Certificates of both generations of the property: the first one is the signer's.
    private static XmlElement? NamedCertificate(XmlElement? signed) =>
        (signed.Only("SigningCertificateV2", XmlNames.Xades) ?? signed.Only("SigningCertificate", XmlNames.Xades))
            .Children("Cert", XmlNames.Xades)
            .FirstOrDefault()
            .Only("CertDigest", XmlNames.Xades);

    private static List<X509Certificate2> Certificates(XmlElement within, string name, string space) =>
        [
            .. within
                .SelectNodes($"descendant::*[local-name()='{name}' and namespace-uri()='{space}']")!
                .OfType<XmlElement>()
                .Take(20)
                .Select(e => X509CertificateLoader.LoadCertificate(Bytes(e))),
        ];

    private static X509Certificate2? Chosen(List<X509Certificate2> given, string? method, byte[] digest) =>
        XmlAlgorithms.DigestOf(method) is { } hash
            ? given.Find(c => XmlAlgorithms.Hash(hash, c.RawData).AsSpan().SequenceEqual(digest)) ?? given[0]
            : given[0];

    private static DateTimeOffset? Instant(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at.ToUniversalTime()
            : null;
}

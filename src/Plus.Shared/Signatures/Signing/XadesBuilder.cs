using System.Globalization;
using System.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Xml;
using Plus.Shared.Signatures.Containers;
using Plus.Shared.Signatures.Xades;

namespace Plus.Shared.Signatures.Signing;

/// <summary>Builds a XAdES-BASELINE-T signature (ETSI EN 319 132-1) over files of a container, in three steps.</summary>
internal sealed class XadesBuilder
{
    private readonly XmlDocument _document = new() { PreserveWhitespace = true, XmlResolver = null };
    private readonly XmlNamespaceManager _names;

    /// <summary>Begins a signature.</summary>
    /// <param name="files">What is signed.</param>
    /// <param name="certificate">The signer's.</param>
    /// <param name="claimedAt">When the signer says that it is made.</param>
    public XadesBuilder(IReadOnlyList<SignedFile> files, X509Certificate2 certificate, DateTimeOffset claimedAt)
    {
        _names = new XmlNamespaceManager(_document.NameTable);
        _names.AddNamespace("ds", XmlNames.Ds);
        _names.AddNamespace("xades", XmlNames.Xades);
        _document.LoadXml(Draft(files, certificate, claimedAt, "id-" + Guid.NewGuid().ToString("N")));
        Set("//ds:Reference[@Type]/ds:DigestValue", SHA256.HashData(Canonical("//xades:SignedProperties")));
    }

    /// <summary>The SHA-256 hash that the signer signs.</summary>
    public byte[] HashToSign() => SHA256.HashData(Canonical("//ds:SignedInfo"));

    /// <summary>Puts the signature in, and says what is to be stamped.</summary>
    /// <returns>The SHA-256 hash for the time stamp.</returns>
    public byte[] Sign(byte[] signature)
    {
        Set("//ds:SignatureValue", signature);
        return SHA256.HashData(Canonical("//ds:SignatureValue"));
    }

    /// <summary>Puts the time stamp in and ends.</summary>
    public byte[] Stamp(byte[] token)
    {
        Set("//xades:EncapsulatedTimeStamp", token);
        return Encoding.UTF8.GetBytes(_document.OuterXml);
    }

    private static string Draft(
        IReadOnlyList<SignedFile> files,
        X509Certificate2 certificate,
        DateTimeOffset claimedAt,
        string id
    )
    {
        var algorithm = certificate.GetECDsaPublicKey() is null ? XmlNames.RsaSha256 : XmlNames.EcdsaSha256;
        var references = new StringBuilder();
        var formats = new StringBuilder();
        for (var i = 0; i < files.Count; i++)
        {
            var name = SecurityElement.Escape(Uri.EscapeDataString(files[i].Name));
            references.Append(
                CultureInfo.InvariantCulture,
                $"<ds:Reference Id=\"{id}-r{i}\" URI=\"{name}\"><ds:DigestMethod Algorithm=\"{XmlNames.Sha256}\"/><ds:DigestValue>{Hash(files[i].Content)}</ds:DigestValue></ds:Reference>"
            );
            formats.Append(
                CultureInfo.InvariantCulture,
                $"<xades:DataObjectFormat ObjectReference=\"#{id}-r{i}\"><xades:MimeType>{SecurityElement.Escape(files[i].MediaType)}</xades:MimeType></xades:DataObjectFormat>"
            );
        }

        var at = claimedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        return $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <asic:XAdESSignatures xmlns:asic="{XmlNames.Asic}"><ds:Signature xmlns:ds="{XmlNames.Ds}" Id="{id}"><ds:SignedInfo><ds:CanonicalizationMethod Algorithm="{XmlNames.ExclusiveC14N}"/><ds:SignatureMethod Algorithm="{algorithm}"/>{references}<ds:Reference Type="{XmlNames.SignedPropertiesType}" URI="#{id}-p"><ds:Transforms><ds:Transform Algorithm="{XmlNames.ExclusiveC14N}"/></ds:Transforms><ds:DigestMethod Algorithm="{XmlNames.Sha256}"/><ds:DigestValue/></ds:Reference></ds:SignedInfo><ds:SignatureValue Id="{id}-v"/><ds:KeyInfo><ds:X509Data><ds:X509Certificate>{Convert.ToBase64String(
                certificate.RawData
            )}</ds:X509Certificate></ds:X509Data></ds:KeyInfo><ds:Object><xades:QualifyingProperties xmlns:xades="{XmlNames.Xades}" Target="#{id}"><xades:SignedProperties Id="{id}-p"><xades:SignedSignatureProperties><xades:SigningTime>{at}</xades:SigningTime><xades:SigningCertificateV2><xades:Cert><xades:CertDigest><ds:DigestMethod Algorithm="{XmlNames.Sha256}"/><ds:DigestValue>{Hash(
                certificate.RawData
            )}</ds:DigestValue></xades:CertDigest></xades:Cert></xades:SigningCertificateV2></xades:SignedSignatureProperties><xades:SignedDataObjectProperties>{formats}</xades:SignedDataObjectProperties></xades:SignedProperties><xades:UnsignedProperties><xades:UnsignedSignatureProperties><xades:SignatureTimeStamp Id="{id}-t"><ds:CanonicalizationMethod Algorithm="{XmlNames.ExclusiveC14N}"/><xades:EncapsulatedTimeStamp/></xades:SignatureTimeStamp></xades:UnsignedSignatureProperties></xades:UnsignedProperties></xades:QualifyingProperties></ds:Object></ds:Signature></asic:XAdESSignatures>
            """;
    }

    private static string Hash(byte[] content) => Convert.ToBase64String(SHA256.HashData(content));

    private byte[] Canonical(string path) => CanonicalXml.Of(Element(path), XmlNames.ExclusiveC14N)!;

    private void Set(string path, byte[] value) => Element(path).InnerText = Convert.ToBase64String(value);

    private XmlElement Element(string path) => (XmlElement)_document.SelectSingleNode(path, _names)!;
}

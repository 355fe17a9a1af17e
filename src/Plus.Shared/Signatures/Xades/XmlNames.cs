namespace Plus.Shared.Signatures.Xades;

/// <summary>Namespaces and the algorithms that are accepted.</summary>
internal static class XmlNames
{
    public const string Ds = "http://www.w3.org/2000/09/xmldsig#";
    public const string Xades = "http://uri.etsi.org/01903/v1.3.2#";
    public const string Asic = "http://uri.etsi.org/02918/v1.2.1#";
    public const string OpenDocument = "urn:oasis:names:tc:opendocument:xmlns:digitalsignatures:1.0";
    public const string Manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";
    public const string SignedPropertiesType = "http://uri.etsi.org/01903#SignedProperties";

    public const string ExclusiveC14N = "http://www.w3.org/2001/10/xml-exc-c14n#";
    public const string C14N = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
    public const string C14N11 = "http://www.w3.org/2006/12/xml-c14n11";

    public const string Sha256 = "http://www.w3.org/2001/04/xmlenc#sha256";
    public const string Sha384 = "http://www.w3.org/2001/04/xmldsig-more#sha384";
    public const string Sha512 = "http://www.w3.org/2001/04/xmlenc#sha512";

    public const string RsaSha256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    public const string RsaSha384 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384";
    public const string RsaSha512 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512";
    public const string PssSha256 = "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1";
    public const string PssSha384 = "http://www.w3.org/2007/05/xmldsig-more#sha384-rsa-MGF1";
    public const string PssSha512 = "http://www.w3.org/2007/05/xmldsig-more#sha512-rsa-MGF1";
    public const string EcdsaSha256 = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";
    public const string EcdsaSha384 = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384";
    public const string EcdsaSha512 = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512";
}

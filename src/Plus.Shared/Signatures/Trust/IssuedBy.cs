using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Plus.Shared.Signatures.Trust;

/// <summary>Whether a certificate really bears the signature of the one above it.</summary>
internal static class IssuedBy
{
    public static bool Holds(X509Certificate2 certificate, X509Certificate2 issuer)
    {
        if (!certificate.IssuerName.RawData.AsSpan().SequenceEqual(issuer.SubjectName.RawData))
        {
            return false;
        }

        try
        {
            var (signed, algorithm, signature) = SignedDer.Split(certificate.RawData);
            return SignedDer.Verify(issuer, algorithm, signed, signature);
        }
        catch (Exception broken) when (broken is AsnContentException or CryptographicException)
        {
            return false;
        }
    }
}

/// <summary>A DER sequence of what is signed, with what algorithm, and the signature: certificates and OCSP answers.</summary>
internal static class SignedDer
{
    public static (byte[] Signed, string Algorithm, byte[] Signature) Split(byte[] der)
    {
        var whole = new AsnReader(der, AsnEncodingRules.DER).ReadSequence();
        var signed = whole.ReadEncodedValue().ToArray();
        var algorithm = whole.ReadSequence().ReadObjectIdentifier();
        return (signed, algorithm, whole.ReadBitString(out _));
    }

    /// <summary>
    /// SHA-1 is accepted here alone: authorities' certificates of former years bear it, and whoever stands on the trust
    /// list was put there by hand.
    /// </summary>
    public static bool Verify(X509Certificate2 issuer, string algorithm, byte[] signed, byte[] signature)
    {
        var hash = algorithm switch
        {
            "1.2.840.113549.1.1.5" => HashAlgorithmName.SHA1,
            "1.2.840.113549.1.1.11" or "1.2.840.10045.4.3.2" => HashAlgorithmName.SHA256,
            "1.2.840.113549.1.1.12" or "1.2.840.10045.4.3.3" => HashAlgorithmName.SHA384,
            "1.2.840.113549.1.1.13" or "1.2.840.10045.4.3.4" => HashAlgorithmName.SHA512,
            _ => default,
        };
        if (hash == default)
        {
            return false;
        }

        if (algorithm.StartsWith("1.2.840.10045.", StringComparison.Ordinal))
        {
            using var curve = issuer.GetECDsaPublicKey();
            return curve?.VerifyData(signed, signature, hash, DSASignatureFormat.Rfc3279DerSequence) == true;
        }

        using var rsa = issuer.GetRSAPublicKey();
        return rsa?.VerifyData(signed, signature, hash, RSASignaturePadding.Pkcs1) == true;
    }
}

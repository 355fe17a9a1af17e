using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Plus.Shared.Signatures.Xades;

/// <summary>The algorithms that are accepted, by their addresses. SHA-1 and keys that are too short are not.</summary>
internal static class XmlAlgorithms
{
    /// <summary>The shortest RSA key, bits.</summary>
    public const int ShortestRsa = 2048;

    public static HashAlgorithmName? DigestOf(string? address) =>
        address switch
        {
            XmlNames.Sha256 => HashAlgorithmName.SHA256,
            XmlNames.Sha384 => HashAlgorithmName.SHA384,
            XmlNames.Sha512 => HashAlgorithmName.SHA512,
            _ => null,
        };

    public static byte[] Hash(HashAlgorithmName name, ReadOnlySpan<byte> data) =>
        CryptographicOperations.HashData(name, data);

    /// <summary>Whether the signature fits.</summary>
    /// <returns>Null when the algorithm or the key is not accepted.</returns>
    public static bool? Verify(string? address, X509Certificate2 certificate, byte[] data, byte[] signature)
    {
        var (hash, scheme) = address switch
        {
            XmlNames.RsaSha256 => (HashAlgorithmName.SHA256, Scheme.Pkcs1),
            XmlNames.RsaSha384 => (HashAlgorithmName.SHA384, Scheme.Pkcs1),
            XmlNames.RsaSha512 => (HashAlgorithmName.SHA512, Scheme.Pkcs1),
            XmlNames.PssSha256 => (HashAlgorithmName.SHA256, Scheme.Pss),
            XmlNames.PssSha384 => (HashAlgorithmName.SHA384, Scheme.Pss),
            XmlNames.PssSha512 => (HashAlgorithmName.SHA512, Scheme.Pss),
            XmlNames.EcdsaSha256 => (HashAlgorithmName.SHA256, Scheme.Ecdsa),
            XmlNames.EcdsaSha384 => (HashAlgorithmName.SHA384, Scheme.Ecdsa),
            XmlNames.EcdsaSha512 => (HashAlgorithmName.SHA512, Scheme.Ecdsa),
            _ => (default, Scheme.None),
        };
        if (scheme == Scheme.Ecdsa)
        {
            using var curve = certificate.GetECDsaPublicKey();
            return curve is null ? null : curve.VerifyData(data, signature, hash);
        }

        using var rsa = scheme == Scheme.None ? null : certificate.GetRSAPublicKey();
        return rsa is null || rsa.KeySize < ShortestRsa
            ? null
            : rsa.VerifyData(
                data,
                signature,
                hash,
                scheme == Scheme.Pss ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1
            );
    }

    private enum Scheme
    {
        None,
        Pkcs1,
        Pss,
        Ecdsa,
    }
}

using System.Security.Cryptography.X509Certificates;

namespace Plus.Shared.Signatures.Signing;

/// <summary>
/// The signing service as PLUS needs it: the person's certificate, a signature by the person's key, a time stamp. The key
/// never comes near PLUS, and what is signed never goes to the service: only hashes do.
/// </summary>
public interface ISigningService
{
    /// <summary>Signatures are worth nothing outside a trial, and every page says so.</summary>
    bool IsTrial { get; }

    /// <summary>The certificate that the person signs with now.</summary>
    Task<X509Certificate2> CertificateAsync(SigningPerson person, CancellationToken ct);

    /// <summary>Signs a SHA-256 hash with the key of that certificate.</summary>
    /// <returns>ECDSA: both numbers one after the other, as XML signatures have it; RSA: PKCS#1.</returns>
    Task<byte[]> SignAsync(SigningPerson person, X509Certificate2 certificate, byte[] hash, CancellationToken ct);

    /// <summary>A time stamp (RFC 3161 token, DER) over a SHA-256 hash.</summary>
    Task<byte[]> StampAsync(byte[] hash, CancellationToken ct);
}

/// <summary>Who signs.</summary>
/// <param name="UserName">By which the service knows them.</param>
/// <param name="GivenName">Given names.</param>
/// <param name="Surname">Surname.</param>
public sealed record SigningPerson(string UserName, string GivenName, string Surname);

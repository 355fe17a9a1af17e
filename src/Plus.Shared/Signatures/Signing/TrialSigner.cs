using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Plus.Kernel.Time;

namespace Plus.Shared.Signatures.Signing;

/// <summary>
/// Stands in for the signing service in demos and trials: each signature gets a key and a certificate of its own, as
/// remote signing services do it.
/// </summary>
public sealed class TrialSigner(TrialAuthority authority, PlusClock clock) : ISigningService
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    public bool IsTrial => true;

    public Task<X509Certificate2> CertificateAsync(SigningPerson person, CancellationToken ct) =>
        Task.FromResult(authority.IssueFor(person, clock.Now, Life));

    public Task<byte[]> SignAsync(SigningPerson person, X509Certificate2 certificate, byte[] hash, CancellationToken ct)
    {
        using var key = certificate.GetECDsaPrivateKey() ?? throw new CryptographicException("No key of the trial.");
        return Task.FromResult(key.SignHash(hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
    }

    public Task<byte[]> StampAsync(byte[] hash, CancellationToken ct) =>
        Task.FromResult(authority.Stamp(hash, clock.Now));
}

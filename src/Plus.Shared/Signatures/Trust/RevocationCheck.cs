using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Plus.Shared.Signatures.Checking;

namespace Plus.Shared.Signatures.Trust;

/// <summary>Reads enclosed OCSP answers (RFC 6960) about a signer's certificate.</summary>
internal static class RevocationCheck
{
    private const string OcspSigning = "1.3.6.1.5.5.7.3.9";

    public static RevocationVerdict Check(
        IReadOnlyList<byte[]> answers,
        X509Certificate2 certificate,
        IReadOnlyList<X509Certificate2> others,
        TrustList trust
    )
    {
        var verdicts = answers.Select(a => CheckOne(a, certificate, others, trust)).ToList();
        // A certificate that one answer calls revoked is revoked, whatever others say.
        return verdicts.Find(v => v.State == RevocationState.Revoked)
            ?? verdicts.Find(v => v.State == RevocationState.Good)
            ?? verdicts.FirstOrDefault()
            ?? new(RevocationState.NotGiven, null, null, []);
    }

    private static RevocationVerdict CheckOne(
        byte[] der,
        X509Certificate2 certificate,
        IReadOnlyList<X509Certificate2> others,
        TrustList trust
    )
    {
        var worthless = new RevocationVerdict(RevocationState.Worthless, null, null, []);
        try
        {
            if (OcspAnswer.Read(der) is not { } answer || answer.About(certificate) is not { } state)
            {
                return worthless;
            }

            var responder = answer
                .Certificates.Concat(others)
                .Concat(trust.Certificates(TrustUse.Revocation))
                .FirstOrDefault(c => SignedDer.Verify(c, answer.Algorithm, answer.Signed, answer.Signature));
            if (
                responder is null
                || !Answers(responder, certificate, [.. answer.Certificates, .. others], trust, answer.At)
            )
            {
                return worthless;
            }

            return new(
                state.RevokedAt is null ? RevocationState.Good : RevocationState.Revoked,
                state.RevokedAt ?? answer.At,
                SignerName.Of(responder),
                answer.Nonce
            );
        }
        catch (Exception broken) when (broken is AsnContentException or CryptographicException)
        {
            return worthless;
        }
    }

    // The issuer itself, one whom the issuer let answer, or one whom the trust list lets answer.
    private static bool Answers(
        X509Certificate2 responder,
        X509Certificate2 certificate,
        IReadOnlyList<X509Certificate2> others,
        TrustList trust,
        DateTimeOffset at
    ) =>
        (
            IssuedBy.Holds(certificate, responder)
            || responder
                .Extensions.OfType<X509EnhancedKeyUsageExtension>()
                .Any(e => e.EnhancedKeyUsages.Cast<Oid>().Any(o => o.Value == OcspSigning))
        ) && CertificatePath.IsVouchedFor(responder, others, trust, at, TrustUse.Revocation);
}

/// <summary>What enclosed answers say.</summary>
/// <param name="State">Of the certificate.</param>
/// <param name="At">When it was revoked, or when it was said to be good.</param>
/// <param name="By">Who answered.</param>
/// <param name="Nonce">What was asked with.</param>
internal sealed record RevocationVerdict(RevocationState State, DateTimeOffset? At, string? By, byte[] Nonce)
{
    /// <summary>
    /// Whether it proves when a signature stood: it was asked for with the hash of the signature's value (the time mark of
    /// BDOC). An answer asked without it may be older than the signature.
    /// </summary>
    public bool Marks(byte[] value) =>
        State == RevocationState.Good
        && Nonce.Length > 32
        && Nonce.AsSpan()[^32..].SequenceEqual(System.Security.Cryptography.SHA256.HashData(value));

    /// <summary>What that means for a signature made at an instant.</summary>
    public IEnumerable<SignatureFault> Faults(DateTimeOffset signedAt) =>
        State switch
        {
            RevocationState.Revoked when At <= signedAt => [SignatureFault.Revoked],
            RevocationState.Worthless => [SignatureFault.RevocationWorthless],
            _ => [],
        };
}

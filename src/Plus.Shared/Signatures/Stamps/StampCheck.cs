using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Plus.Shared.Signatures.Checking;
using Plus.Shared.Signatures.Trust;

namespace Plus.Shared.Signatures.Stamps;

/// <summary>Checks time-stamp tokens (RFC 3161).</summary>
internal static class StampCheck
{
    private const string Sha1 = "1.3.14.3.2.26";

    // Clocks differ; a stamp from further ahead proves no time, but what it is over is unchanged all the same.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>Checks a token over the bytes that it is to have stamped.</summary>
    public static StampVerdict Check(
        byte[] token,
        byte[] stamped,
        IReadOnlyList<X509Certificate2> others,
        TrustList trust,
        DateTimeOffset now
    )
    {
        try
        {
            if (!Rfc3161TimestampToken.TryDecode(token, out var read, out _))
            {
                return StampVerdict.Wrong;
            }

            X509Certificate2[] nearby = [.. others, .. trust.Certificates(TrustUse.TimeStamps)];
            var known = new X509Certificate2Collection(nearby);
            if (
                read.TokenInfo.HashAlgorithmId.Value == Sha1
                || !read.VerifySignatureForData(stamped, out var authority, known)
                || authority is null
            )
            {
                return StampVerdict.Wrong;
            }

            var at = read.TokenInfo.Timestamp.ToUniversalTime();
            if (at > now + Tolerance)
            {
                return new StampVerdict(null, SignerName.Of(authority), [SignatureFault.TimeStampAhead]);
            }

            var enclosed = read.AsSignedCms().Certificates;
            var isKnown = CertificatePath.IsVouchedFor(
                authority,
                [.. others, .. enclosed],
                trust,
                at,
                TrustUse.TimeStamps
            );
            return isKnown
                ? new StampVerdict(at, SignerName.Of(authority), [])
                : new StampVerdict(null, SignerName.Of(authority), [SignatureFault.UnknownTimeStampAuthority]);
        }
        catch (CryptographicException)
        {
            return StampVerdict.Wrong;
        }
    }
}

/// <summary>What a time stamp proves.</summary>
/// <param name="At">The time; null when it proves none.</param>
/// <param name="By">Who stamped.</param>
/// <param name="Faults">Why it proves nothing.</param>
internal sealed record StampVerdict(DateTimeOffset? At, string? By, IReadOnlyList<SignatureFault> Faults)
{
    public static readonly StampVerdict None = new(null, null, []);
    public static readonly StampVerdict Wrong = new(null, null, [SignatureFault.TimeStampWrong]);
}

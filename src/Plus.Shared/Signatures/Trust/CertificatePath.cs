using System.Security.Cryptography.X509Certificates;
using Plus.Shared.Signatures.Checking;

namespace Plus.Shared.Signatures.Trust;

/// <summary>
/// Whether a chain leads from a certificate to the trust list. Nothing is downloaded; an anchor need not be a root.
/// </summary>
internal static class CertificatePath
{
    private const X509ChainStatusFlags Harmless =
        X509ChainStatusFlags.UntrustedRoot
        | X509ChainStatusFlags.PartialChain
        | X509ChainStatusFlags.RevocationStatusUnknown
        | X509ChainStatusFlags.OfflineRevocation;

    /// <summary>What keeps a signer's certificate from being trusted at an instant.</summary>
    public static IEnumerable<SignatureFault> Faults(
        X509Certificate2 certificate,
        IReadOnlyList<X509Certificate2> others,
        TrustList trust,
        DateTimeOffset at
    )
    {
        if (!MaySign(certificate))
        {
            yield return SignatureFault.WrongUse;
        }

        if (
            at < new DateTimeOffset(certificate.NotBefore.ToUniversalTime())
            || at > new DateTimeOffset(certificate.NotAfter.ToUniversalTime())
        )
        {
            yield return SignatureFault.CertificateNotValid;
        }

        if (!Leads(certificate, others, trust, at, TrustUse.Signers, X509ChainStatusFlags.NotTimeValid))
        {
            yield return SignatureFault.UnknownAuthority;
        }
    }

    /// <summary>Whether the list vouches for a certificate, for a use, at an instant.</summary>
    public static bool IsVouchedFor(
        X509Certificate2 certificate,
        IReadOnlyList<X509Certificate2> others,
        TrustList trust,
        DateTimeOffset at,
        TrustUse use
    ) => Leads(certificate, others, trust, at, use, X509ChainStatusFlags.NoError);

    // The end's own time is said apart, so it may be forgiven here; that of authorities above may not.
    private static bool Leads(
        X509Certificate2 certificate,
        IReadOnlyList<X509Certificate2> others,
        TrustList trust,
        DateTimeOffset at,
        TrustUse use,
        X509ChainStatusFlags forgivenAtEnd
    )
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = at.UtcDateTime;
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.AllowUnknownCertificateAuthority;
        X509Certificate2[] nearby = [.. others, .. trust.Certificates(use)];
        chain.ChainPolicy.ExtraStore.AddRange(nearby);
        foreach (
            var root in trust
                .Certificates(use)
                .Where(c => c.SubjectName.RawData.AsSpan().SequenceEqual(c.IssuerName.RawData))
        )
        {
            chain.ChainPolicy.CustomTrustStore.Add(root);
        }

        chain.Build(certificate);
        for (var i = 0; i < chain.ChainElements.Count; i++)
        {
            var element = chain.ChainElements[i];
            if (i > 0 && !IssuedBy.Holds(chain.ChainElements[i - 1].Certificate, element.Certificate))
            {
                return false;
            }

            var flags = element.ChainElementStatus.Aggregate(X509ChainStatusFlags.NoError, (all, s) => all | s.Status);
            if (trust.Find(element.Certificate, use, at) is not null)
            {
                return (flags & ~Harmless & ~X509ChainStatusFlags.NotTimeValid) == X509ChainStatusFlags.NoError;
            }

            if (
                (flags & ~Harmless & ~(i == 0 ? forgivenAtEnd : X509ChainStatusFlags.NoError))
                != X509ChainStatusFlags.NoError
            )
            {
                return false;
            }
        }

        return false;
    }

    // Non-repudiation, or digital signature where a certificate has no key usage for the other (RFC 5280, 4.2.1.3).
    private static bool MaySign(X509Certificate2 certificate)
    {
        var usage = certificate.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault()?.KeyUsages;
        return usage is null || (usage & (X509KeyUsageFlags.NonRepudiation | X509KeyUsageFlags.DigitalSignature)) != 0;
    }
}

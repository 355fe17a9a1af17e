using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Plus.Shared.Signatures.Trust;

/// <summary>What a certificate on the trust list may vouch for.</summary>
public enum TrustUse
{
    /// <summary>Certificates of signers.</summary>
    Signers,

    /// <summary>Time-stamp authorities.</summary>
    TimeStamps,

    /// <summary>Answers about revocation.</summary>
    Revocation,
}

/// <summary>The authorities that are trusted, as configured. An empty list trusts nobody.</summary>
public sealed class TrustList(IReadOnlyList<TrustAnchor> anchors)
{
    public static readonly TrustList Nobody = new([]);

    public IReadOnlyList<TrustAnchor> Anchors { get; } = anchors;

    /// <summary>The anchor that a certificate is, for a use and a time.</summary>
    public TrustAnchor? Find(X509Certificate2 certificate, TrustUse use, DateTimeOffset at) =>
        Anchors.FirstOrDefault(a =>
            a.Uses.Contains(use)
            && (a.UntilAt is null || at < a.UntilAt)
            && a.Certificate.RawDataMemory.Span.SequenceEqual(certificate.RawDataMemory.Span)
        );

    public IEnumerable<X509Certificate2> Certificates(TrustUse use) =>
        Anchors.Where(a => a.Uses.Contains(use)).Select(a => a.Certificate);

    /// <summary>
    /// Reads a folder: certificates (<c>.pem</c>, <c>.crt</c>, <c>.cer</c>, <c>.der</c>), trusted for every use, and trusted
    /// lists of the EU (<c>.xml</c>, ETSI TS 119 612), trusted for what each service is listed for. A file that cannot be
    /// read is named in <paramref name="unread"/> and trusted for nothing.
    /// </summary>
    public static TrustList Load(string folder, out IReadOnlyList<string> unread)
    {
        var anchors = new List<TrustAnchor>();
        var bad = new List<string>();
        string[] paths = Directory.Exists(folder) ? Directory.GetFiles(folder) : [];
        foreach (var path in paths.Order(StringComparer.Ordinal))
        {
            try
            {
                var content = File.ReadAllBytes(path);
                IEnumerable<TrustAnchor> read = Path.GetExtension(path).ToLowerInvariant() switch
                {
                    ".xml" => TrustedListXml.Read(content),
                    ".pem" or ".crt" or ".cer" or ".der" => ReadCertificates(content),
                    _ => [],
                };
                anchors.AddRange(read);
            }
            catch (Exception broken) when (broken is CryptographicException or InvalidDataException or IOException)
            {
                bad.Add(Path.GetFileName(path));
            }
        }

        unread = bad;
        return new TrustList(anchors);
    }

    private static IEnumerable<TrustAnchor> ReadCertificates(byte[] content)
    {
        var certificates = new X509Certificate2Collection();
        if (content.AsSpan().IndexOf("-----BEGIN"u8) >= 0)
        {
            certificates.ImportFromPem(System.Text.Encoding.ASCII.GetString(content));
        }
        else
        {
            certificates.Add(X509CertificateLoader.LoadCertificate(content));
        }

        return certificates.Select(c => new TrustAnchor(c, Enum.GetValues<TrustUse>(), null));
    }
}

/// <summary>A trusted authority.</summary>
/// <param name="Certificate">Its own certificate: a root, or one below a root.</param>
/// <param name="Uses">What it vouches for.</param>
/// <param name="UntilAt">When it was withdrawn: what was made before stays good. Null while it stands.</param>
public sealed record TrustAnchor(
    X509Certificate2 Certificate,
    IReadOnlyCollection<TrustUse> Uses,
    DateTimeOffset? UntilAt
);

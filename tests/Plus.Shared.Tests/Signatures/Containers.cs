using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using Plus.Kernel.Time;
using Plus.Shared.Signatures.Checking;
using Plus.Shared.Signatures.Containers;
using Plus.Shared.Signatures.Signing;
using Plus.Shared.Signatures.Trust;

namespace Plus.Shared.Tests.Signatures;

/// <summary>Signed containers to check and to break.</summary>
internal static partial class Containers
{
    public const string SignatureFile = "META-INF/signatures0.xml";

    // Read anew each time: in a whole run hours may lie between the first test that asks and the last.
    public static DateTimeOffset Now => DateTimeOffset.UtcNow;

    public static readonly TrialAuthority Authority = TrialAuthority.Create(Now);

    public static readonly TrustList Trusted = Trusting(Authority.Root);

    private static readonly SigningPerson Anna = new("anna", "Anna", "Ozola-Bērziņa");

    /// <summary>A container of the test data, with its origin in the README beside it.</summary>
    public static byte[] Given(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    public static string Folder => Path.Combine(Here(), "..", "..", "data", "signatures");

    public static TrustList Trusting(params X509Certificate2[] certificates) =>
        new([.. certificates.Select(c => new TrustAnchor(c, Enum.GetValues<TrustUse>(), null))]);

    /// <summary>A container signed by the trial authority.</summary>
    public static Task<byte[]> SignedAsync(params SignedFile[] files) =>
        new ContainerSigning(
            new TrialSigner(Authority, new PlusClock(TimeProvider.System)),
            new PlusClock(TimeProvider.System)
        ).SignAsync(
            files.Length > 0 ? files : [new("lēmums 1.txt", "text/plain", "Lēmums: atļaut."u8.ToArray())],
            Anna,
            default
        );

    public static SignatureReport Check(byte[] file, TrustList? trust = null) =>
        SignatureCheck.Check(file, trust ?? Trusted, Now.AddMinutes(1));

    /// <summary>The container with one part changed; a change that gives nothing leaves the part out.</summary>
    public static byte[] With(byte[] container, string part, Func<byte[], byte[]?> change)
    {
        var parts = Parts(container);
        Assert.Contains(parts, p => p.Name == part);
        return Pack(
            parts
                .Select(p => (p.Name, Content: p.Name == part ? change(p.Content) : p.Content))
                .Where(p => p.Content is not null)
                .Select(p => (p.Name, p.Content!))
        );
    }

    public static byte[] WithXml(byte[] container, Func<string, string> change) =>
        With(container, SignatureFile, x => Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(x))));

    public static byte[] Adding(byte[] container, string name, byte[] content) =>
        Pack(Parts(container).Append((name, content)));

    public static List<(string Name, byte[] Content)> Parts(byte[] container)
    {
        using var archive = new ZipArchive(new MemoryStream(container));
        return
        [
            .. archive.Entries.Select(e =>
            {
                using var from = e.Open();
                using var to = new MemoryStream();
                from.CopyTo(to);
                return (e.FullName, to.ToArray());
            }),
        ];
    }

    public static byte[] Pack(IEnumerable<(string Name, byte[] Content)> parts)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var to = archive
                    .CreateEntry(name, name == "mimetype" ? CompressionLevel.NoCompression : CompressionLevel.Optimal)
                    .Open();
                to.Write(content);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>Every certificate that is enclosed in the signatures.</summary>
    public static IEnumerable<X509Certificate2> Enclosed(byte[] container) =>
        Parts(container)
            .Where(p => p.Name.Contains("signatures", StringComparison.Ordinal))
            .SelectMany(p => EnclosedCertificate().Matches(Encoding.UTF8.GetString(p.Content)))
            .Select(m => X509CertificateLoader.LoadCertificate(Convert.FromBase64String(m.Groups["base64"].Value)));

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    [GeneratedRegex("EncapsulatedX509Certificate[^>]*>(?<base64>[^<]+)<", RegexOptions.None, 1000)]
    private static partial Regex EnclosedCertificate();
}

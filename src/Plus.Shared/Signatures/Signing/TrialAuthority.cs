using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Plus.Shared.Signatures.Signing;

/// <summary>
/// An authority of one's own for trials: signs certificates that live for a signature, and time stamps. It vouches for
/// nobody: whoever has the data folder can sign as anybody.
/// </summary>
public sealed class TrialAuthority : IDisposable
{
    private const string TimeStamping = "1.3.6.1.5.5.7.3.8";
    private const string Policy = "1.3.6.1.4.1.13762.3";
    private const string StampInfo = "1.2.840.113549.1.9.16.1.4";
    private const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";

    private readonly X509Certificate2 _root;
    private readonly X509Certificate2 _stamper;

    private TrialAuthority(X509Certificate2 root, X509Certificate2 stamper) => (_root, _stamper) = (root, stamper);

    /// <summary>The root, without its key, for a trust list.</summary>
    public X509Certificate2 Root => X509CertificateLoader.LoadCertificate(_root.RawData);

    /// <summary>A new authority.</summary>
    public static TrialAuthority Create(DateTimeOffset now)
    {
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=PLUS trial root,O=PLUS trial", rootKey, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true)
        );
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        var root = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(20));
        using var stampKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var stamp = new CertificateRequest(
            "CN=PLUS trial time stamps,O=PLUS trial",
            stampKey,
            HashAlgorithmName.SHA256
        );
        stamp.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        stamp.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(TimeStamping)], true));
        return new(root, Issue(stamp, root, stampKey, now.AddDays(-1), now.AddYears(15)));
    }

    /// <summary>The authority kept in a folder that only the service's user reads; made at first use.</summary>
    public static TrialAuthority KeptIn(string folder, DateTimeOffset now)
    {
        var path = Path.Combine(folder, "authority.pem");
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(folder);
            using var made = Create(now);
            var draft = path + "." + Guid.NewGuid().ToString("N");
            using (var file = new FileStream(draft, PrivateFile))
            {
                file.Write(Encoding.ASCII.GetBytes(Pem(made._root) + Pem(made._stamper)));
            }

            File.Move(draft, path, overwrite: false);
        }

        var parts = File.ReadAllText(path).Split("-----END PRIVATE KEY-----");
        return new(Read(parts[0]), Read(parts[1]));

        static X509Certificate2 Read(string part)
        {
            var pem = part + "-----END PRIVATE KEY-----";
            return X509Certificate2.CreateFromPem(pem, pem);
        }
    }

    /// <summary>A certificate with a key of its own for one person.</summary>
    public X509Certificate2 IssueFor(SigningPerson person, DateTimeOffset now, TimeSpan life)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var name = new X500DistinguishedNameBuilder();
        name.AddCountryOrRegion("LV");
        name.AddOrganizationName("PLUS trial");
        name.Add("2.5.4.42", person.GivenName);
        name.Add("2.5.4.4", person.Surname);
        name.AddCommonName($"{person.GivenName} {person.Surname}");
        var request = new CertificateRequest(name.Build(), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.NonRepudiation, true));
        return Issue(request, _root, key, now.AddMinutes(-5), now + life);
    }

    /// <summary>A time stamp over a SHA-256 hash.</summary>
    public byte[] Stamp(byte[] hash, DateTimeOffset now)
    {
        var cms = new SignedCms(new ContentInfo(new Oid(StampInfo), Info(hash, now)));
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, _stamper)
        {
            DigestAlgorithm = new Oid(Sha256),
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        signer.SignedAttributes.Add(new AsnEncodedData(SigningCertificateV2, NameOfSigner()));
        cms.ComputeSignature(signer);
        return cms.Encode();
    }

    public void Dispose()
    {
        _root.Dispose();
        _stamper.Dispose();
    }

    private static FileStreamOptions PrivateFile =>
        new()
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = OperatingSystem.IsWindows() ? null : UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };

    private static string Pem(X509Certificate2 certificate)
    {
        using var key = certificate.GetECDsaPrivateKey()!;
        return certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n";
    }

    private static X509Certificate2 Issue(
        CertificateRequest request,
        X509Certificate2 root,
        ECDsa key,
        DateTimeOffset from,
        DateTimeOffset to
    )
    {
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        request.CertificateExtensions.Add(
            X509AuthorityKeyIdentifierExtension.CreateFromCertificate(root, includeKeyIdentifier: true, false)
        );
        var serial = RandomNumberGenerator.GetBytes(16);
        serial[0] = (byte)((serial[0] & 0x7F) | 0x40);
        using var issued = request.Create(root, from, to, serial);
        return issued.CopyWithPrivateKey(key);
    }

    private static byte[] Info(byte[] hash, DateTimeOffset now)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            writer.WriteObjectIdentifier(Policy);
            using (writer.PushSequence())
            {
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(Sha256);
                    writer.WriteNull();
                }

                writer.WriteOctetString(hash);
            }

            writer.WriteInteger(RandomNumberGenerator.GetInt32(1, int.MaxValue));
            writer.WriteGeneralizedTime(now, omitFractionalSeconds: true);
        }

        return writer.Encode();
    }

    private byte[] NameOfSigner()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteOctetString(_stamper.GetCertHash(HashAlgorithmName.SHA256));
        }

        return writer.Encode();
    }
}

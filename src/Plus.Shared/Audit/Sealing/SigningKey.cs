using System.Security.Cryptography;

namespace Plus.Shared.Audit.Sealing;

/// <summary>The key that signs heads: ECDSA over P-256 with SHA-256.</summary>
internal sealed class SigningKey(ECDsa key) : IDisposable
{
    /// <summary>The public key of the key in use, beside the heads.</summary>
    public const string PublicName = "audit-key.pub.pem";

    public string Id => IdOf(key);

    public string PublicPem => key.ExportSubjectPublicKeyInfoPem();

    public byte[] Sign(byte[] text) =>
        key.SignData(text, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    public static bool IsSigned(ECDsa publicKey, byte[] text, byte[] signature) =>
        publicKey.VerifyData(text, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    /// <summary>The first 16 hexadecimal digits of the SHA-256 of the public key (DER).</summary>
    public static string IdOf(ECDsa key) =>
        Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..16];

    public static ECDsa ReadPublic(string pem)
    {
        var key = ECDsa.Create();
        key.ImportFromPem(pem);
        return key;
    }

    /// <summary>Reads the key, or makes one where none has ever been.</summary>
    public static SigningKey LoadOrMake(AuditPlaces places)
    {
        if (!File.Exists(places.KeyPath))
        {
            // Heads without their key mean that the key is lost: a new one must be a decision, not an accident.
            if (File.Exists(Path.Combine(places.Folder, PublicName)))
            {
                throw new InvalidOperationException(
                    $"The audit's signing key {places.KeyPath} is gone. Bring it back, or see 'Keys' in docs/security.md."
                );
            }

            Make(places);
        }

        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(places.KeyPath));
        return new SigningKey(key);
    }

    /// <summary>Makes a new key in place of whatever is there.</summary>
    public static void Make(AuditPlaces places)
    {
        foreach (var folder in new[] { places.Folder, Path.GetDirectoryName(places.KeyPath)! })
        {
            if (!Directory.Exists(folder))
            {
                Directory.CreateDirectory(folder);
            }
        }

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Write(places.KeyPath, key.ExportPkcs8PrivateKeyPem(), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Write(
            Path.Combine(places.Folder, PublicName),
            key.ExportSubjectPublicKeyInfoPem(),
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead
        );
    }

    /// <summary>Puts a key that was exported back in its place.</summary>
    public static void Restore(AuditPlaces places, string pem)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(places.KeyPath)!);
        Write(places.KeyPath, pem.Trim(), UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    public void Dispose() => key.Dispose();

    private static void Write(string path, string text, UnixFileMode mode)
    {
        var part = path + ".part";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }

        using (var file = new StreamWriter(part, options))
        {
            file.WriteLine(text);
        }

        File.Move(part, path, overwrite: true);
    }
}

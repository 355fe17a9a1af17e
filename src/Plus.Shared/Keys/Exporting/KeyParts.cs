using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Plus.Shared.Keys.Ring;

namespace Plus.Shared.Keys.Exporting;

/// <summary>
/// The keys in two parts for two people. One part is random, the other what is left of the keys without it: either alone
/// says nothing, also to whoever knows its passphrase. Each is sealed with its holder's passphrase besides.
/// </summary>
internal static class KeyParts
{
    public const int ShortestPassphrase = 12;

    private const int Iterations = 600_000;

    private sealed record PartFile(
        int PlusKeys,
        int Part,
        string Set,
        IReadOnlyList<string> Ids,
        string Salt,
        string Sealed
    );

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <param name="content">What is exported.</param>
    /// <param name="passphrases">Of the first and of the second person.</param>
    /// <returns>The two files' content.</returns>
    public static (string First, string Second) Split(KeyExport content, (string First, string Second) passphrases)
    {
        var clear = JsonSerializer.SerializeToUtf8Bytes(content, Options);
        // A digest within shows that two parts belong together and are whole.
        byte[] whole = [.. SHA256.HashData(clear), .. clear];
        var pad = RandomNumberGenerator.GetBytes(whole.Length);
        var rest = whole.Zip(pad, (a, b) => (byte)(a ^ b)).ToArray();
        var set = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
        var ids = RingContent.Read(Encoding.UTF8.GetBytes(content.Ring)).Keys.Select(k => k.Id).ToList();
        return (Write(1, set, ids, pad, passphrases.First), Write(2, set, ids, rest, passphrases.Second));
    }

    /// <exception cref="FormatException">Not two parts of one export, damaged, or a wrong passphrase.</exception>
    public static KeyExport Join((string First, string Second) files, (string First, string Second) passphrases)
    {
        var (one, two) = (Read(files.First, "first"), Read(files.Second, "second"));
        if (one.Set != two.Set)
        {
            throw new FormatException("The two parts are of different exports.");
        }

        if (one.Part == two.Part)
        {
            throw new FormatException("The same part is named twice; the other person's is needed.");
        }

        var (pad, rest) = (Open(one, passphrases.First, "first"), Open(two, passphrases.Second, "second"));
        var whole = pad.Zip(rest, (a, b) => (byte)(a ^ b)).ToArray();
        var clear = whole.AsSpan(32);
        return
            pad.Length == rest.Length
            && CryptographicOperations.FixedTimeEquals(whole.AsSpan(0, 32), SHA256.HashData(clear))
            ? JsonSerializer.Deserialize<KeyExport>(clear, Options)!
            : throw new FormatException("The two parts do not belong together.");
    }

    private static string Write(int part, string set, IReadOnlyList<string> ids, byte[] bytes, string passphrase)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        var key = Key(passphrase, salt);
        var written = new PartFile(1, part, set, ids, Convert.ToBase64String(salt), "");
        return JsonSerializer.Serialize(
            written with
            {
                Sealed = Convert.ToBase64String(key.Seal(bytes, Bound(written))),
            },
            Options
        );
    }

    private static PartFile Read(string text, string which)
    {
        try
        {
            return
                JsonSerializer.Deserialize<PartFile>(text, Options)
                    is { PlusKeys: 1, Set: not null, Salt: not null, Sealed: not null } part
                ? part
                : throw new FormatException($"The {which} file is no part of exported keys.");
        }
        catch (JsonException)
        {
            throw new FormatException($"The {which} file is no part of exported keys.");
        }
    }

    private static byte[] Open(PartFile part, string passphrase, string which)
    {
        try
        {
            return Key(passphrase, Convert.FromBase64String(part.Salt))
                .Open(Convert.FromBase64String(part.Sealed), Bound(part));
        }
        catch (CryptographicException)
        {
            throw new FormatException($"The {which} passphrase is not right, or the {which} file is damaged.");
        }
    }

    private static MasterKey Key(string passphrase, byte[] salt) =>
        MasterKey.Of(
            Rfc2898DeriveBytes.Pbkdf2(passphrase, salt, Iterations, HashAlgorithmName.SHA256, MasterKey.Length),
            default
        );

    private static byte[] Bound(PartFile part) =>
        Encoding.UTF8.GetBytes($"{part.PlusKeys} {part.Part} {part.Set} {string.Join(',', part.Ids)}");
}

/// <summary>Everything that lies outside the database and cannot be made again.</summary>
/// <param name="Ring">The file of master keys.</param>
/// <param name="AuditKey">The key that signs the audit (PEM); null when there is none yet.</param>
/// <param name="MadeAt">When it was exported.</param>
internal sealed record KeyExport(string Ring, string? AuditKey, DateTimeOffset MadeAt);

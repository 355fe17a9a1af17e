using System.Security.Cryptography;
using System.Text;
using Plus.Shared.Audit.Sealing;

namespace Plus.Shared.Audit.Proof;

/// <summary>The heads that are proved by their signatures, in order.</summary>
internal sealed record TrustedHeads(IReadOnlyList<AuditHead> All, AuditBreak? Break)
{
    public AuditHead? Last => All.Count == 0 ? null : All[^1];

    /// <summary>Reads heads files (a folder of them, or one) and proves each with the key that was in use.</summary>
    /// <param name="publicPem">The key of the first head; a later one is believed when the key before it named it.</param>
    public static TrustedHeads Read(string path, string publicPem)
    {
        var files = Directory.Exists(path) ? HeadFolder.Files(path) : [path];
        var lines = files.SelectMany(File.ReadLines).Where(l => l.Length > 0);
        return Prove(lines, publicPem);
    }

    public static TrustedHeads Prove(IEnumerable<string> lines, string publicPem)
    {
        var trusted = new List<AuditHead>();
        var key = SigningKey.ReadPublic(publicPem);
        try
        {
            string? before = null;
            foreach (var line in lines)
            {
                var where = $"head {trusted.Count + 1}";
                if (line.Split('\t', 2) is not [var signature, var json] || AuditHead.Read(json) is not { } head)
                {
                    return Broken("cannot be read.");
                }

                if (!IsSigned(key, json, signature))
                {
                    return Broken(
                        $"the one that calls itself number {head.Number} is not signed by the key {SigningKey.IdOf(key)}."
                    );
                }

                if (
                    head.Number != trusted.Count + 1
                    || head.Previous != (before is null ? "" : AuditHead.DigestOf(before))
                )
                {
                    return Broken($"number {head.Number} stands here and does not follow the one before it.");
                }

                trusted.Add(head);
                before = json;
                if (head.NextKey is { } next)
                {
                    key.Dispose();
                    key = ECDsa.Create();
                    key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(next), out _);
                }

                TrustedHeads Broken(string why) => new(trusted, new AuditBreak(AuditBreakKind.HeadBroken, where, why));
            }

            return new TrustedHeads(trusted, null);
        }
        finally
        {
            key.Dispose();
        }
    }

    private static bool IsSigned(ECDsa key, string json, string signature)
    {
        try
        {
            return SigningKey.IsSigned(key, Encoding.UTF8.GetBytes(json), Convert.FromBase64String(signature));
        }
        catch (FormatException)
        {
            return false;
        }
    }
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Plus.Shared.Audit.Sealing;

/// <summary>
/// What leaves the database every minute: how many events each chain holds and its hash after the last of them. A line of a
/// heads file is the signature in base64, a tab, and the head as JSON.
/// </summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="Previous">SHA-256 of the JSON of the head before it; empty for the first.</param>
/// <param name="Key">Which key signs it.</param>
/// <param name="NextKey">Set when the key changes: the public key (DER, base64) that signs from the next head on.</param>
internal sealed record AuditHead(
    long Number,
    DateTimeOffset At,
    string Previous,
    string Key,
    IReadOnlyDictionary<string, HeadChain> Chains,
    string? NextKey = null
)
{
    public static AuditHead? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<AuditHead>(json, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public string Json() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    public static string DigestOf(string json) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
}

internal sealed record HeadChain(long Count, string Hash);

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Plus.Functions.Supervision.Monitoring.Intake;

/// <summary>One event as the vendor tells it.</summary>
public sealed record ReportedEvent(string Id, string Device, string Kind, DateTimeOffset OccurredAt);

/// <summary>
/// The contract with the monitoring vendor. A message is a JSON array of events, or one event a line in a file. Its
/// signature is <c>t=SECONDS,v1=HEX</c>: HMAC-SHA256 with the shared key over "SECONDS." and the body. A message is taken
/// within five minutes of its time; it may be sent again with a new signature as often as need be.
/// </summary>
public static class VendorMessage
{
    public const string SignatureHeader = "X-Plus-Signature";
    public const int MostEvents = 1000;

    private static readonly TimeSpan FreshFile = TimeSpan.FromDays(31);
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>What an alarm of each kind weighs: 1 the most. Kinds that are no alarm (0) are kept as events.</summary>
    public static IReadOnlyDictionary<string, int> Severities { get; } =
        new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["strapTamper"] = 1,
            ["leftHome"] = 1,
            ["notReturned"] = 1,
            ["alcohol"] = 1,
            ["enteredBannedZone"] = 1,
            ["offRoute"] = 2,
            ["deviceSilent"] = 2,
            ["powerLost"] = 3,
            ["batteryLow"] = 3,
            ["returnedHome"] = 0,
            ["restored"] = 0,
        };

    public static string Sign(byte[] key, byte[] body, DateTimeOffset at)
    {
        var seconds = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"t={seconds},v1={Convert.ToHexStringLower(Mac(key, seconds, body))}";
    }

    public static bool Verify(byte[] key, byte[] body, string? signature, DateTimeOffset now) =>
        Verify(key, body, signature, now, Fresh);

    /// <summary>A file may come days after it was signed.</summary>
    public static bool VerifyFile(byte[] key, byte[] body, string? signature, DateTimeOffset now) =>
        key.Length > 0 && Verify(key, body, signature, now, FreshFile);

    private static bool Verify(byte[] key, byte[] body, string? signature, DateTimeOffset now, TimeSpan fresh)
    {
        var parts = (signature ?? "").Split(',');
        if (
            parts is not [['t', '=', .. var seconds], ['v', '1', '=', .. var hex]]
            || !long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            || at is < 0 or > 253_402_300_799
            || (now - DateTimeOffset.FromUnixTimeSeconds(at)).Duration() > fresh
        )
        {
            return false;
        }

        return CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(Convert.ToHexStringLower(Mac(key, seconds, body))),
            Encoding.ASCII.GetBytes(hex)
        );
    }

    /// <summary>The events of a message; null when it is no such message.</summary>
    public static IReadOnlyList<ReportedEvent>? Read(ReadOnlySpan<byte> body)
    {
        try
        {
            var events = JsonSerializer.Deserialize<List<ReportedEvent>>(body, Options);
            return events is null || events.Count > MostEvents || events.Exists(e => !IsWhole(e)) ? null : events;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The event of a line of a file; null when it is none.</summary>
    public static ReportedEvent? ReadLine(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<ReportedEvent>(line, Options) is { } one && IsWhole(one) ? one : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsWhole(ReportedEvent? one) =>
        one is { Id.Length: > 0 and <= 100, Device.Length: > 0 and <= 60 }
        && Severities.ContainsKey(one.Kind)
        && one.OccurredAt.Year is > 2000 and < 2100;

    private static byte[] Mac(byte[] key, string seconds, byte[] body) =>
        HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(seconds + ".").Concat(body).ToArray());
}

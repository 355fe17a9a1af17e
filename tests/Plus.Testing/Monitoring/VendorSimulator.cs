using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Plus.Functions.Supervision.Monitoring.Intake;

namespace Plus.Testing.Monitoring;

/// <summary>
/// Stands in for the monitoring vendor: makes events, mixes them up as a network does (doubled, out of order, late), signs
/// them, and sends each message until it is accepted.
/// </summary>
public sealed class VendorSimulator(string key, int seed = 7)
{
    private static readonly string[] Kinds = ["leftHome", "returnedHome", "batteryLow", "strapTamper", "offRoute"];

    private readonly Random _chance = new(seed);
    private readonly byte[] _key = Encoding.UTF8.GetBytes(key);

    /// <summary>So many different events of these devices in the hours before an instant, some of them days late.</summary>
    public IReadOnlyList<ReportedEvent> Make(int count, IReadOnlyList<string> devices, DateTimeOffset until) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => new ReportedEvent(
                    "ev-"
                        + seed.ToString(CultureInfo.InvariantCulture)
                        + "-"
                        + i.ToString(CultureInfo.InvariantCulture),
                    devices[_chance.Next(devices.Count)],
                    Kinds[_chance.Next(Kinds.Length)],
                    until.AddSeconds(-_chance.Next(i % 20 == 0 ? 3 * 86_400 : 7_200))
                )),
        ];

    /// <summary>The messages that a network would bring: every event at least once, a third of them twice, none in order.</summary>
    public IReadOnlyList<byte[]> Messages(IReadOnlyList<ReportedEvent> events, int size = 500)
    {
        var all = events.Concat(events.Where(_ => _chance.Next(3) == 0)).ToArray();
        _chance.Shuffle(all);
        return [.. all.Chunk(size).Select(Body)];
    }

    public static byte[] Body(IReadOnlyList<ReportedEvent> events) =>
        JsonSerializer.SerializeToUtf8Bytes(events, JsonSerializerOptions.Web);

    /// <summary>A message to the address of the events, signed for an instant.</summary>
    public HttpRequestMessage Request(byte[] body, DateTimeOffset at)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/monitoring/events")
        {
            Content = new ByteArrayContent(body)
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
            },
        };
        request.Headers.Add(VendorMessage.SignatureHeader, VendorMessage.Sign(_key, body, at));
        return request;
    }

    /// <summary>The same events as a signed file.</summary>
    public byte[] File(IReadOnlyList<ReportedEvent> events, DateTimeOffset at)
    {
        var lines = string.Join('\n', events.Select(e => JsonSerializer.Serialize(e, JsonSerializerOptions.Web)));
        return Encoding.UTF8.GetBytes(VendorMessage.Sign(_key, Encoding.UTF8.GetBytes(lines), at) + "\n" + lines);
    }

    /// <summary>Sends a message again and again until it is accepted, as the vendor does.</summary>
    public async Task<int> SendUntilAcceptedAsync(HttpClient client, byte[] body, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                using var request = Request(body, TimeProvider.System.GetUtcNow());
                using var answer = await client.SendAsync(request, ct);
                if (answer.StatusCode == System.Net.HttpStatusCode.Accepted)
                {
                    return tries;
                }
            }
            catch (HttpRequestException)
            {
                // The server is gone; it will come back.
            }

            await Task.Delay(200, ct);
        }
    }
}

using System.Net;
using Plus.Bench.Measuring;

namespace Plus.Bench.Operations;

/// <summary>One of the two servers under measure: ours or the twin.</summary>
internal sealed class Side(string name, HttpClient client, CpuMeter meter) : IDisposable
{
    public CpuMeter Meter => meter;

    /// <summary>What forms carry to show that they were asked for here.</summary>
    public string Token { get; init; } = "";

    /// <summary>Marks a request whose success is a redirect.</summary>
    public static readonly HttpRequestOptionsKey<bool> Redirects = new("redirects");

    /// <summary>Does what an operation needs once before its first request.</summary>
    public Task EnterAsync(Operation operation) => operation.EnterAsync(client);

    /// <summary>Sends and reads the whole answer; anything but success is an error of the bench.</summary>
    /// <returns>Bytes of the body.</returns>
    public async Task<int> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await client.SendAsync(request);
            var bytes = await response.Content.ReadAsByteArrayAsync();
            return Succeeded(response) ? bytes.Length : throw Failed(request, response);
        }
    }

    /// <summary>The answer as text.</summary>
    public async Task<string> ReadAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await client.SendAsync(request);
            var text = await response.Content.ReadAsStringAsync();
            return Succeeded(response) ? text : throw Failed(request, response);
        }
    }

    /// <summary>Bytes of the body as a browser gets it, compressed.</summary>
    public Task<int> WireBytesAsync(HttpRequestMessage request)
    {
        request.Headers.AcceptEncoding.ParseAdd("br");
        return SendAsync(request);
    }

    public void Dispose() => client.Dispose();

    private static bool Succeeded(HttpResponseMessage response) =>
        response.RequestMessage!.Options.TryGetValue(Redirects, out var redirects) && redirects
            ? response.StatusCode is HttpStatusCode.Found
                && response.Headers.Location?.OriginalString.StartsWith("/login", StringComparison.Ordinal) == false
            : response.StatusCode is HttpStatusCode.OK or HttpStatusCode.Accepted;

    private BenchException Failed(HttpRequestMessage request, HttpResponseMessage response) =>
        new($"{name} answered {(int)response.StatusCode} to {request.Method} {request.RequestUri}.");
}

using System.Net;
using Plus.Bench.Measuring;

namespace Plus.Bench.Operations;

/// <summary>One of the two servers under measure: ours or the twin.</summary>
internal sealed class Side(string name, HttpClient client, CpuMeter meter) : IDisposable
{
    public string Name => name;

    public HttpClient Client => client;

    public CpuMeter Meter => meter;

    /// <summary>Sends and reads the whole answer; anything but success is an error of the bench.</summary>
    public async Task<int> SendAsync(HttpRequestMessage request)
    {
        using var response = await client.SendAsync(request);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Found or HttpStatusCode.SeeOther))
        {
            throw new InvalidOperationException($"{name} answered {(int)response.StatusCode} to {request.Method} {request.RequestUri}.");
        }

        return bytes.Length;
    }

    public void Dispose() => client.Dispose();
}

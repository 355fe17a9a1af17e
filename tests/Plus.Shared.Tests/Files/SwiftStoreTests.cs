using System.Diagnostics;
using Plus.Shared.Files.S3;
using Plus.Testing.Databases;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Files;

/// <summary>
/// Against OpenStack Swift, which speaks the S3 protocol beside its own: as Debian and Ubuntu bring it (swift-proxy,
/// swift-account, swift-container, swift-object, memcached), a whole one on this machine.
/// </summary>
[Trait("Category", "Long")]
public sealed class SwiftStoreTests(PlusApp app) : ObjectStoreTests(app)
{
    private protected override ProcessStartInfo? Start(string folder, int port) =>
        File.Exists("/usr/bin/swift-proxy-server")
            ? new ProcessStartInfo("bash")
            {
                ArgumentList = { Path.Combine(AppContext.BaseDirectory, "Files/swift.sh"), folder, $"{port}" },
            }
            : null;

    private protected override async Task<S3Settings> PrepareAsync(int port)
    {
        var address = new Uri($"http://127.0.0.1:{port}");
        using var client = new HttpClient();
        await Eventually.HoldsAsync(() => MakesBucketAsync(client, address), "the object store makes a bucket", 240);
        return new S3Settings(address, "plus", "us-east-1", "plus:store", "secret");
    }

    private static async Task<bool> MakesBucketAsync(HttpClient client, Uri address)
    {
        try
        {
            using var asks = new HttpRequestMessage(HttpMethod.Get, new Uri(address, "/auth/v1.0"));
            asks.Headers.Add("X-Auth-User", "plus:store");
            asks.Headers.Add("X-Auth-Key", "secret");
            using var answer = await client.SendAsync(asks);
            answer.EnsureSuccessStatusCode();
            using var makes = new HttpRequestMessage(
                HttpMethod.Put,
                answer.Headers.GetValues("X-Storage-Url").Single() + "/plus"
            );
            makes.Headers.Add("X-Auth-Token", answer.Headers.GetValues("X-Auth-Token").Single());
            using var made = await client.SendAsync(makes);
            return made.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Plus.Shared.Files.S3;

namespace Plus.Shared.Tests.Files;

/// <summary>Judged by the published examples of AWS and by curl.</summary>
public sealed class SigV4Tests
{
    // The test suite of Signature Version 4, and the examples of "Authenticating Requests" of Amazon S3.
    private const string SuiteKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private const string S3Key = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    public static TheoryData<string, string, string, string> Suite =>
        new()
        {
            { "GET", "/", "", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31" },
            { "POST", "/", "", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b" },
            {
                "GET",
                "/",
                "Param2=value2&Param1=value1",
                "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500"
            },
            { "GET", "/\u1234", "", "8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85" },
            {
                "GET",
                "/-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
                "",
                "07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f"
            },
        };

    [Theory]
    [MemberData(nameof(Suite))]
    public void RequestOfTheSuite_IsSignedAsPublished(string method, string path, string query, string signature)
    {
        var signer = new SigV4("AKIDEXAMPLE", SuiteKey, "us-east-1", "service");

        var said = signer.Authorization(
            method,
            path,
            Pairs(query),
            [("Host", "example.amazonaws.com"), ("X-Amz-Date", "20150830T123600Z")],
            SigV4.EmptyHash,
            new DateTimeOffset(2015, 8, 30, 12, 36, 0, TimeSpan.Zero)
        );

        Assert.Equal(
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature="
                + signature,
            said
        );
    }

    [Fact]
    public void RequestsOfTheS3Guide_AreSignedAsPublished()
    {
        Assert.EndsWith(
            "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
            Guide("GET", "/test.txt", "", SigV4.EmptyHash, ("Range", "bytes=0-9")),
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            "Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd",
            Guide(
                "PUT",
                "/test$file.text",
                "",
                "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072",
                ("Date", "Fri, 24 May 2013 00:00:00 GMT"),
                ("x-amz-storage-class", "REDUCED_REDUNDANCY")
            ),
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            "Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7",
            Guide("GET", "/", "max-keys=2&prefix=J", SigV4.EmptyHash),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Curl_SignsTheSameRequestTheSame()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var start = new ProcessStartInfo("curl")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                "--silent",
                "--max-time",
                "30",
                "--aws-sigv4",
                "aws:amz:eu-north-1:s3",
                "--user",
                $"AKIDEXAMPLE:{SuiteKey}",
                $"http://127.0.0.1:{port}/plus/abc123?list-type=2&prefix=a",
            },
        };
        Process curl;
        try
        {
            curl = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("curl is not here.");
            return;
        }

        using (curl)
        {
            var headers = await ReceiveAsync(listener);
            await curl.WaitForExitAsync(StoreScene.Ct);
            var theirs = headers["authorization"];
            var names = theirs.Split("SignedHeaders=")[1].Split(',')[0].Split(';');

            var ours = new SigV4("AKIDEXAMPLE", SuiteKey, "eu-north-1", "s3").Authorization(
                "GET",
                "/plus/abc123",
                [("list-type", "2"), ("prefix", "a")],
                names.Select(n => (n, headers[n])),
                headers.GetValueOrDefault("x-amz-content-sha256", SigV4.EmptyHash),
                DateTimeOffset.ParseExact(
                    headers["x-amz-date"],
                    "yyyyMMdd'T'HHmmss'Z'",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal
                )
            );

            Assert.Equal(theirs, ours);
        }
    }

    private static string Guide(
        string method,
        string path,
        string query,
        string hash,
        params (string Name, string Value)[] more
    ) =>
        new SigV4("AKIAIOSFODNN7EXAMPLE", S3Key, "us-east-1", "s3").Authorization(
            method,
            path,
            Pairs(query),
            [
                ("host", "examplebucket.s3.amazonaws.com"),
                ("x-amz-content-sha256", hash),
                ("x-amz-date", "20130524T000000Z"),
                .. more,
            ],
            hash,
            new DateTimeOffset(2013, 5, 24, 0, 0, 0, TimeSpan.Zero)
        );

    private static IEnumerable<(string, string)> Pairs(string query) =>
        query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=')).Select(p => (p[0], p[1]));

    private static async Task<Dictionary<string, string>> ReceiveAsync(TcpListener listener)
    {
        using var client = await listener.AcceptTcpClientAsync(StoreScene.Ct);
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.ASCII);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        await reader.ReadLineAsync(StoreScene.Ct);
        while (await reader.ReadLineAsync(StoreScene.Ct) is { Length: > 0 } line)
        {
            var parts = line.Split(':', 2);
            headers[parts[0].ToLowerInvariant()] = parts[1].Trim();
        }

        await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray());
        return headers;
    }
}

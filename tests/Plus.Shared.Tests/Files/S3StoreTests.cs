using System.Diagnostics;
using Plus.Shared.Files.S3;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Files;

/// <summary>Against s3rver (npm), which speaks the protocol and knows its key.</summary>
public sealed class S3StoreTests(PlusApp app) : ObjectStoreTests(app)
{
    private protected override ProcessStartInfo? Start(string folder, int port)
    {
        var tools = Environment.GetEnvironmentVariable("PLUS_TOOLS") ?? "";
        var script = Path.Combine(tools, "s3rver/node_modules/s3rver/bin/s3rver.js");
        return File.Exists(script)
            ? new ProcessStartInfo("node")
            {
                ArgumentList =
                {
                    script,
                    "-d",
                    folder,
                    "-a",
                    "127.0.0.1",
                    "-p",
                    $"{port}",
                    "--configure-bucket",
                    "plus",
                },
            }
            : null;
    }

    private protected override async Task<S3Settings> PrepareAsync(int port)
    {
        await ListensAsync(port);
        return new S3Settings(new Uri($"http://127.0.0.1:{port}"), "plus", "us-east-1", "S3RVER", "S3RVER");
    }
}

using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Plus.Web.WebDav;

namespace Plus.Shared.Tests.WebDav;

/// <summary>The protocol over a scratch collection, on a free port. The header X-Holder says who asks.</summary>
public sealed class ScratchServer : IAsyncLifetime
{
    private WebApplication _app = null!;

    internal ScratchFiles Files { get; } = new();

    internal Uri Address => new(_app.Urls.Single());

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Map(
            "/scratch/{**path}",
            (HttpContext context, string? path) =>
                DavServer.AnswerAsync(
                    context,
                    new ScratchCollection(context.Request.Headers["X-Holder"].ToString(), Files)
                    {
                        Limits = new() { LockTime = TimeSpan.FromHours(1), Upload = 1024 * 1024 },
                    },
                    "/scratch",
                    path
                )
        );
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    /// <summary>Runs a program to its end, at most a minute.</summary>
    internal static async Task<(int Status, string Output)> RunAsync(
        string program,
        IEnumerable<string> arguments,
        string? input = null,
        string? folder = null
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? Path.GetTempPath(),
        };
        start.Environment["TESTROOT"] = folder ?? Path.GetTempPath();
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input ?? "");
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }

        return (process.HasExited ? process.ExitCode : -1, await output + await errors);
    }
}

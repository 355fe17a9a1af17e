using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Plus.Browser.Tests.Browsing.Chromium))]

namespace Plus.Browser.Tests.Browsing;

/// <summary>
/// The one browser of the assembly: the system's Chromium, named by PLUS_CHROMIUM or found. Where there is none, tests
/// that need it are skipped and say so.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Known =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/usr/bin/google-chrome-stable",
    ];

    private readonly SemaphoreSlim _starting = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The program, or null.</summary>
    public static string? Program =>
        Environment.GetEnvironmentVariable("PLUS_CHROMIUM") is { Length: > 0 } named
            ? named
            : Known.FirstOrDefault(File.Exists);

    /// <summary>The running browser; skips the test when there is no Chromium on this machine.</summary>
    public async Task<IBrowser> BrowserAsync()
    {
        var program = Program;
        Assert.SkipWhen(
            program is null,
            "Chromium is not installed. As root on Debian or Ubuntu: apt-get install chromium fonts-noto-core"
        );
        await _starting.WaitAsync();
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            return _browser ??= await _playwright.Chromium.LaunchAsync(
                new()
                {
                    ExecutablePath = program,
                    Args =
                    [
                        "--no-sandbox",
                        "--disable-quic",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--no-first-run",
                    ],
                }
            );
        }
        finally
        {
            _starting.Release();
        }
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        _starting.Dispose();
    }
}

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Plus.Shared.Access.SingleSignOn;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.SingleSignOn;

/// <summary>PLUS on a port of its own, and a real identity provider beside it. Without node or the package there is none.</summary>
public sealed class TestProvider : IAsyncLifetime
{
    private readonly HttpClient _client = new();
    private Process? _process;

    public TestProvider()
    {
        Issuer = $"http://127.0.0.1:{FreePort()}";
        App = new PlusApp(listens: true)
        {
            Ways = new LogInWays(
                new ProviderSettings(Issuer, "plus", "a secret that both sides of the client know")
                {
                    StrongMethods = ["otp"],
                },
                Local: true
            )
            {
                Hosts = new ProviderSettings(Issuer, "plus", "a secret that both sides of the client know"),
            },
        };
    }

    public string Issuer { get; }

    public PlusApp App { get; }

    /// <summary>Null when the provider runs, else why it does not.</summary>
    public string? Missing { get; private set; }

    public async ValueTask InitializeAsync()
    {
        var modules = Path.Combine(Tools(), "oidc", "node_modules");
        if (!File.Exists(Path.Combine(modules, "oidc-provider", "lib", "index.js")))
        {
            Missing = "The npm package oidc-provider is not here: ./plus test installs it where there is npm.";
            return;
        }

        await App.InitializeAsync();
        App.Now = DateTimeOffset.UtcNow;
        var script = Path.Combine(AppContext.BaseDirectory, "SingleSignOn", "provider.mjs");
        var start = new ProcessStartInfo("node")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (
            var argument in new[]
            {
                script,
                modules,
                new Uri(Issuer).Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
                App.Address.ToString().TrimEnd('/'),
            }
        )
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start)!;
        _ = _process.StandardError.ReadToEndAsync();
        while (await _process.StandardOutput.ReadLineAsync() is { } line && line != "ready") { }
        _ = _process.StandardOutput.ReadToEndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
            await App.DisposeAsync();
        }

        _client.Dispose();
    }

    /// <summary>What the provider says of somebody.</summary>
    public Task KnowAsync(string subject, object claims) =>
        _client.GetStringAsync(
            $"{Issuer}/control?person={subject}&claims={Uri.EscapeDataString(JsonSerializer.Serialize(claims))}"
        );

    /// <summary>What is wrong with its tokens from now on; empty for nothing.</summary>
    public Task FaultAsync(string fault) => _client.GetStringAsync($"{Issuer}/control?fault={fault}");

    /// <summary>A logout token of a kind, sent to PLUS.</summary>
    public async Task<HttpStatusCode> LogOutAsync(string subject, string kind)
    {
        var token = await _client.GetStringAsync($"{Issuer}/control?logoutToken={subject}&kind={kind}");
        using var form = new FormUrlEncodedContent([new("logout_token", token)]);
        using var answer = await _client.PostAsync(new Uri(App.Address, "/login/sso/logout"), form);
        return answer.StatusCode;
    }

    /// <summary>Logs in at the provider as a browser does, and comes back.</summary>
    public Task<ReadPage> SignOnAsync(PageBrowser browser, string subject, string back = "/") =>
        GoAsync(browser, subject, "/login/sso?back=" + Uri.EscapeDataString(back));

    /// <summary>The same by the way of a host's contact person.</summary>
    public Task<ReadPage> SignOnAsHostAsync(PageBrowser browser, string subject) =>
        GoAsync(browser, subject, "/host-work/sso");

    private async Task<ReadPage> GoAsync(PageBrowser browser, string subject, string way)
    {
        App.Now = DateTimeOffset.UtcNow;
        var page = await browser.GetAsync(way);
        for (var step = 0; step < 3 && page.Address.ToString().StartsWith(Issuer, StringComparison.Ordinal); step++)
        {
            var fields = page.Html.QuerySelector("input[name=login]") is null
                ? new Dictionary<string, string?>()
                : new() { ["login"] = subject, ["password"] = "any" };
            page = await page.SubmitAsync(fields);
        }

        return page;
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static string Tools()
    {
        if (Environment.GetEnvironmentVariable("PLUS_TOOLS") is { Length: > 0 } named)
        {
            return named;
        }

        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Plus.slnx")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? "", ".tools");
    }
}

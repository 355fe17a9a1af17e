using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Plus.Shared.Tests.Web;

/// <summary>Logs in whoever sends the header.</summary>
internal sealed class HeaderLogin(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override Task<AuthenticateResult> HandleAuthenticateAsync() =>
        Task.FromResult(
            Request.Headers.ContainsKey("X-Test-User")
                ? AuthenticateResult.Success(
                    new AuthenticationTicket(
                        new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", "anna")], "test")),
                        "test"
                    )
                )
                : AuthenticateResult.NoResult()
        );
}

/// <summary>Reads pages and sends forms as a browser without script does.</summary>
internal sealed class KitBrowser : IDisposable
{
    private readonly HttpClient client;
    private readonly CookieContainer cookies = new();

    public KitBrowser(HttpMessageHandler server, bool loggedIn)
    {
        client = new HttpClient(new CookieKeeper(cookies) { InnerHandler = server })
        {
            BaseAddress = new Uri("http://localhost"),
        };
        if (loggedIn)
        {
            client.DefaultRequestHeaders.Add("X-Test-User", "anna");
        }
    }

    public HttpResponseMessage Answer { get; private set; } = new();

    public string Html { get; private set; } = "";

    public async Task<IDocument> Get(string path) => await Read(await client.GetAsync(path));

    /// <summary>Sends fields with the token of the last page read.</summary>
    public async Task<IDocument> Post(string path, params (string Name, string Value)[] fields)
    {
        var page = new HtmlParser().ParseDocument(Html);
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";
        var all = fields
            .Append(("__RequestVerificationToken", token))
            .Select(f => KeyValuePair.Create(f.Item1, f.Item2));
        return await Read(await client.PostAsync(path, new FormUrlEncodedContent(all)));
    }

    public void Dispose() => client.Dispose();

    private async Task<IDocument> Read(HttpResponseMessage answer)
    {
        Answer = answer;
        var html = await answer.Content.ReadAsStringAsync();
        if (html.Length > 0)
        {
            Html = html;
        }

        return new HtmlParser().ParseDocument(html);
    }

    private sealed class CookieKeeper(CookieContainer cookies) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            var kept = cookies.GetCookieHeader(request.RequestUri!);
            if (kept.Length > 0)
            {
                request.Headers.Add("Cookie", kept);
            }

            var answer = await base.SendAsync(request, cancellationToken);
            if (answer.Headers.TryGetValues("Set-Cookie", out var set))
            {
                foreach (var cookie in set)
                {
                    cookies.SetCookies(request.RequestUri!, cookie);
                }
            }

            return answer;
        }
    }
}

using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Plus.Kernel.Ids;

namespace Plus.Testing.Pages;

/// <summary>Asks for pages and sends forms as a person without script would; keeps cookies, follows redirects.</summary>
public sealed class PageBrowser
{
    private static readonly HtmlParser Parser = new();
    private readonly HttpClient _client;
    private readonly CookieContainer _cookies = new();

    public PageBrowser(HttpMessageHandler handler, Uri? address = null)
    {
        _client = new HttpClient(new CookieJar(handler, _cookies))
        {
            BaseAddress = address ?? new Uri("http://localhost"),
        };
    }

    /// <summary>The person logged in, if any.</summary>
    public StaffId? StaffId { get; internal set; }

    public Task<ReadPage> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Posts fields as they are, without a form (for what must be refused).</summary>
    public Task<ReadPage> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) });

    /// <summary>Goes on to where an answer leads; what is sent to without it shows the answer itself.</summary>
    public bool FollowsRedirects { get; set; } = true;

    /// <summary>Answers, with what is offered first, when a page asks for what a client is opened.</summary>
    public bool StatesPurpose { get; set; } = true;

    /// <summary>Sends anything and follows redirects within the site.</summary>
    public async Task<ReadPage> SendAsync(HttpRequestMessage request)
    {
        var page = await ReadAsync(request);
        return StatesPurpose && page.AsksForPurpose ? await page.SubmitAsync() : page;
    }

    private async Task<ReadPage> ReadAsync(HttpRequestMessage request)
    {
        var response = await _client.SendAsync(request);
        for (var hops = 0; FollowsRedirects && hops < 10 && (int)response.StatusCode is 301 or 302 or 303; hops++)
        {
            var target = new Uri(response.RequestMessage!.RequestUri!, response.Headers.Location!);
            response = await _client.GetAsync(target);
        }

        var bytes = await response.Content.ReadAsByteArrayAsync();
        var type = response.Content.Headers.ContentType?.MediaType;
        var text = System.Text.Encoding.UTF8.GetString(bytes);
        IHtmlDocument? document = type == "text/html" ? Parser.ParseDocument(text) : null;
        return new ReadPage(this, response.StatusCode, response.RequestMessage!.RequestUri!, text, document, response)
        {
            Bytes = bytes,
        };
    }

    private sealed class CookieJar(HttpMessageHandler inner, CookieContainer cookies) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            var header = cookies.GetCookieHeader(request.RequestUri!);
            if (header.Length > 0)
            {
                request.Headers.Add("Cookie", header);
            }

            var response = await base.SendAsync(request, cancellationToken);
            if (response.Headers.TryGetValues("Set-Cookie", out var set))
            {
                foreach (var cookie in set)
                {
                    cookies.SetCookies(request.RequestUri!, WithoutEnd(cookie));
                }
            }

            response.RequestMessage = request;
            return response;
        }

        // The jar knows the machine's clock, the application the test's: what ends later there may be over here.
        private static string WithoutEnd(string cookie) =>
            cookie.Contains("expires=Thu, 01 Jan 1970", StringComparison.Ordinal)
                ? cookie
                : string.Join(
                    ';',
                    cookie
                        .Split(';')
                        .Where(p => !p.TrimStart().StartsWith("expires=", StringComparison.OrdinalIgnoreCase))
                );
    }
}

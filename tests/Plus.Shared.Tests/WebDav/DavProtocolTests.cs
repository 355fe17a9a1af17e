using System.Net;
using System.Text;
using Plus.Web.WebDav;

namespace Plus.Shared.Tests.WebDav;

/// <summary>What the public suite does not try: hostile bodies, other holders' tokens, ranges, lost locks.</summary>
public sealed class DavProtocolTests(ScratchServer server) : IClassFixture<ScratchServer>, IDisposable
{
    private const string LockBody =
        "<D:lockinfo xmlns:D='DAV:'><D:lockscope><D:{0}/></D:lockscope><D:locktype><D:write/></D:locktype>"
        + "<D:owner>Anna</D:owner></D:lockinfo>";

    private readonly HttpClient _client = new() { BaseAddress = new Uri(server.Address, "/scratch/") };

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData(
        "<!DOCTYPE a [<!ENTITY x 'y'>]><D:propfind xmlns:D='DAV:'><D:allprop>&x;</D:allprop></D:propfind>",
        400
    )]
    [InlineData("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><D:propfind xmlns:D='DAV:'><D:allprop/></D:propfind>", 400)]
    [InlineData("<D:propfind xmlns:D='DAV:'><D:allprop/>", 400)]
    [InlineData("<D:propfind xmlns:D='DAV:'><D:allprop/><D:propname/></D:propfind>", 400)]
    [InlineData("<D:other xmlns:D='DAV:'/>", 400)]
    [InlineData("<D:propfind xmlns:D='DAV:'><D:allprop/></D:propfind>", 207)]
    public async Task BodyOfXml_IsReadWithoutDocumentTypes(string body, int status) =>
        Assert.Equal(status, (int)(await SendAsync("PROPFIND", "", body, ("Depth", "0"))).StatusCode);

    [Fact]
    public async Task BodyThatIsTooDeepOrTooLong_IsRefused()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 5000)) + string.Concat(Enumerable.Repeat("</a>", 5000));
        var asked = $"<D:propfind xmlns:D='DAV:'><D:prop>{deep}</D:prop></D:propfind>";
        Assert.Equal(400, (int)(await SendAsync("PROPFIND", "", asked, ("Depth", "0"))).StatusCode);
        var longer = "<D:propfind xmlns:D='DAV:'><D:allprop/>" + new string(' ', 300_000) + "</D:propfind>";
        Assert.Equal(413, (int)(await SendAsync("PROPFIND", "", longer, ("Depth", "0"))).StatusCode);
        Assert.Equal(413, (int)(await SendAsync("PUT", "big", new string('x', 1024 * 1024 + 1))).StatusCode);
        Assert.Equal(403, (int)(await SendAsync("PROPFIND", "", null, ("Depth", "infinity"))).StatusCode);
    }

    [Fact]
    public async Task PartOfAFile_IsGivenByRangeAndNeverTakenForTheWhole()
    {
        await SendAsync("PUT", "range.txt", "0123456789");
        var part = await SendAsync("GET", "range.txt", null, ("Range", "bytes=2-4"));
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal("234", await part.Content.ReadAsStringAsync());
        using var request = new HttpRequestMessage(HttpMethod.Put, "range.txt") { Content = new StringContent("x") };
        request.Content.Headers.TryAddWithoutValidation("Content-Range", "bytes 2-2/10");
        Assert.Equal(HttpStatusCode.BadRequest, (await _client.SendAsync(request)).StatusCode);
        Assert.Equal("0123456789", await _client.GetStringAsync("range.txt"));
    }

    [Fact]
    public async Task ChangedMeanwhile_IsRefusedByItsTag()
    {
        var first = await SendAsync("PUT", "tagged.txt", "one");
        var tag = first.Headers.ETag!.ToString();
        await SendAsync("PUT", "tagged.txt", "two");
        var late = await SendAsync("PUT", "tagged.txt", "three", ("If-Match", tag));
        Assert.Equal(HttpStatusCode.PreconditionFailed, late.StatusCode);
        var again = await SendAsync("PUT", "tagged.txt", "four", ("If-None-Match", "*"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, again.StatusCode);
        Assert.Equal("two", await _client.GetStringAsync("tagged.txt"));
        var unchanged = await SendAsync("GET", "tagged.txt", null, ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.OK, unchanged.StatusCode);
    }

    [Fact]
    public async Task TokenOfAnother_NeitherOpensNorShowsNorUnlocks()
    {
        await SendAsync("PUT", "mine.txt", "mine");
        var token = await LockAsync("mine.txt", "exclusive", "anna");
        var shown = await SendAsync("PROPFIND", "mine.txt", null, ("Depth", "0"), ("X-Holder", "bruno"));
        Assert.DoesNotContain(token, await shown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var put = await SendAsync("PUT", "mine.txt", "his", ("If", $"(<{token}>)"), ("X-Holder", "bruno"));
        Assert.Equal(HttpStatusCode.Locked, put.StatusCode);
        var unlock = await SendAsync("UNLOCK", "mine.txt", null, ("Lock-Token", $"<{token}>"), ("X-Holder", "bruno"));
        Assert.Equal(HttpStatusCode.Forbidden, unlock.StatusCode);
        var own = await SendAsync("PUT", "mine.txt", "hers", ("If", $"(<{token}>)"), ("X-Holder", "anna"));
        Assert.Equal(HttpStatusCode.NoContent, own.StatusCode);
    }

    [Fact]
    public async Task LockWhoseTimeIsOver_StandsNoMore()
    {
        await SendAsync("PUT", "brief.txt", "a");
        var token = await LockAsync("brief.txt", "exclusive", "anna", "Second-60");
        Assert.Equal(HttpStatusCode.Locked, (await SendAsync("PUT", "brief.txt", "b")).StatusCode);
        server.Files.Now += TimeSpan.FromSeconds(61);
        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync("PUT", "brief.txt", "c")).StatusCode);
        var late = await SendAsync("PUT", "brief.txt", "d", ("If", $"(<{token}>)"), ("X-Holder", "anna"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, late.StatusCode);
    }

    [Fact]
    public async Task AddressOutsideTheCollection_IsNoDestination()
    {
        await SendAsync("PUT", "from.txt", "a");
        foreach (
            var to in (string[])["http://elsewhere/scratch/x", "/other/x", "/scratch/../x", "mailto:x", "/scratchx"]
        )
        {
            var moved = await SendAsync("MOVE", "from.txt", null, ("Destination", to));
            Assert.Equal(HttpStatusCode.BadGateway, moved.StatusCode);
        }
    }

    [Fact]
    public async Task SharedLocks_StandTogetherAndExcludeOne()
    {
        await SendAsync("PUT", "shared.txt", "a");
        var first = await LockAsync("shared.txt", "shared", "anna");
        await LockAsync("shared.txt", "shared", "bruno");
        var third = await SendAsync("LOCK", "shared.txt", string.Format(null, LockBody, "exclusive"));
        Assert.Equal(HttpStatusCode.Locked, third.StatusCode);
        var put = await SendAsync("PUT", "shared.txt", "b", ("If", $"(<{first}>)"), ("X-Holder", "anna"));
        Assert.Equal(HttpStatusCode.NoContent, put.StatusCode);
    }

    [Theory]
    [InlineData("(<urn:a>)", 1, 1)]
    [InlineData("(<urn:a> [\"x\"]) (Not <DAV:no-lock>[W/\"y]\"])", 2, 4)]
    [InlineData("<http://a/b> (<urn:a>) (NOT [\"x\"]) </c> (<urn:d>)", 3, 3)]
    [InlineData("", 0, 0)]
    [InlineData("()", 0, 0)]
    [InlineData("(<urn:a>", 0, 0)]
    [InlineData("<http://a/b>", 0, 0)]
    [InlineData("(<urn:a>) <http://a/b> (<urn:c>)", 0, 0)]
    [InlineData("(urn:a)", 0, 0)]
    [InlineData("([x])", 0, 0)]
    [InlineData("(Not)", 0, 0)]
    [InlineData("(<>)", 0, 0)]
    public void HeaderIf_FollowsTheGrammarOrIsRefused(string text, int lists, int conditions)
    {
        var header = IfHeader.Parse(text);
        Assert.Equal(lists, header?.Lists.Count ?? 0);
        Assert.Equal(conditions, header?.Lists.Sum(l => l.Conditions.Count) ?? 0);
    }

    [Theory]
    [InlineData("/a/../b")]
    [InlineData("/./b")]
    [InlineData("/a\\b")]
    [InlineData("/a\u0000b")]
    public void PathThatClimbs_IsNone(string path) => Assert.Null(DavPath.Normal(path));

    private async Task<string> LockAsync(string path, string scope, string holder, string timeout = "Second-600")
    {
        var body = string.Format(null, LockBody, scope);
        var answer = await SendAsync("LOCK", path, body, ("X-Holder", holder), ("Timeout", timeout));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer.Headers.GetValues("Lock-Token").Single()[1..^1];
    }

    private Task<HttpResponseMessage> SendAsync(
        string method,
        string path,
        string? body = null,
        params (string Name, string Value)[] headers
    )
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return _client.SendAsync(request);
    }
}

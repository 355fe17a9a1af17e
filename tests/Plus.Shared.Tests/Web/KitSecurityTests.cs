using System.Net;
using Plus.Web.Markup;

namespace Plus.Shared.Tests.Web;

public sealed class KitSecurityTests(KitHost host) : IClassFixture<KitHost>
{
    [Theory]
    [InlineData("/kit", 200)]
    [InlineData("/nowhere", 404)]
    [InlineData("/test/boom", 500)]
    public async Task EveryAnswer_CarriesTheBrowserRules(string path, int status)
    {
        using var browser = host.Browser();
        await browser.Get(path);
        Assert.Equal(status, (int)browser.Answer.StatusCode);
        var headers = browser.Answer.Headers;
        var policy = headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("/nowhere", 404, "Lapa nav atrasta", false)]
    [InlineData("/test/boom", 500, "Radusies kļūda", true)]
    [InlineData("/test/busy", 429, "Pārāk daudz pieprasījumu", true)]
    [InlineData("/test/refused", 403, "Šī lapa jums nav pieejama", true)]
    public async Task Failure_ShowsASentenceAndANumber(string path, int status, string title, bool numbered)
    {
        using var browser = host.Browser();
        var page = await browser.Get(path);
        Assert.Equal(status, (int)browser.Answer.StatusCode);
        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
        Assert.DoesNotContain("secret words", browser.Html, StringComparison.Ordinal);
        Assert.Equal(numbered, page.QuerySelector(".plus-code") is { TextContent.Length: 9 });
    }

    [Fact]
    public async Task Assets_AreKeptForAYearUnderTheirFingerprintOnly()
    {
        using var browser = host.Browser(loggedIn: false);
        var page = await browser.Get("/nowhere");
        var style = page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        await browser.Get(style);
        Assert.Equal(HttpStatusCode.OK, browser.Answer.StatusCode);
        Assert.Contains("immutable", browser.Answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("url(http", browser.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("url(//", browser.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", browser.Html, StringComparison.Ordinal);
        Assert.InRange(browser.Html.Length, 10_000, 120_000);
        await browser.Get("/assets/000000000000/plus.css");
        Assert.True(browser.Answer.Headers.CacheControl!.NoCache);
        foreach (
            var name in new[]
            {
                "plus.js",
                "words.lv.js",
                "words.en.js",
                "plus.svg",
                "noto-sans-latin-ext-400-normal.woff2",
            }
        )
        {
            await browser.Get(style.Replace("plus.css", name, StringComparison.Ordinal));
            Assert.Equal(HttpStatusCode.OK, browser.Answer.StatusCode);
        }

        await browser.Get("/assets/x/..%2f..%2fappsettings.json");
        Assert.Equal(HttpStatusCode.NotFound, browser.Answer.StatusCode);
    }

    [Theory]
    [InlineData("/clients?page=2", "/clients?page=2")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("/a\r\nX: y", "/")]
    [InlineData("", "/")]
    public async Task LanguageSwitch_LeadsBackWithinThisSiteOnly(string back, string expected)
    {
        using var browser = host.Browser(loggedIn: false);
        await browser.Get($"/language/en?back={Uri.EscapeDataString(back)}");
        Assert.Equal(expected, browser.Answer.Headers.Location!.ToString());
        var page = await browser.Get("/nowhere");
        Assert.Equal("Page not found", page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task UnknownLanguage_IsNotFound()
    {
        using var browser = host.Browser();
        await browser.Get("/language/xx");
        Assert.Equal(HttpStatusCode.NotFound, browser.Answer.StatusCode);
    }

    [Fact]
    public void Markup_EncodesEveryHole()
    {
        var html = new HtmlText();
        var name = "<script>\"'&";
        html.Add(
            $"<b title=\"{name}\"{new Attr("class", null)}{new Attr("id", "a\"b")}>{name}{new HtmlText().Add($"<i>ā</i>")}</b>"
        );
        Assert.Equal(
            "<b title=\"&lt;script&gt;&quot;&#x27;&amp;\" id=\"a&quot;b\">&lt;script&gt;&quot;&#x27;&amp;<i>ā</i></b>",
            html.ToString()
        );
    }

    [Fact]
    public async Task Draft_OfNobody_IsNotTaken()
    {
        using var browser = host.Browser(loggedIn: false);
        await browser.Post("/drafts/some.form/1", ("a", "b"));
        Assert.Equal(HttpStatusCode.Unauthorized, browser.Answer.StatusCode);
        Assert.Empty(host.Drafts.All);
    }
}

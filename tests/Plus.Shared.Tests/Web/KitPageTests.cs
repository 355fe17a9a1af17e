using System.Net;
using AngleSharp.Dom;

namespace Plus.Shared.Tests.Web;

public sealed class KitPageTests : IClassFixture<KitHost>
{
    private readonly KitHost host;

    public KitPageTests(KitHost host)
    {
        this.host = host;
        host.Drafts.All.Clear();
    }

    [Theory]
    [InlineData("/kit")]
    [InlineData("/kit?part=Display")]
    [InlineData("/kit?part=Lists")]
    [InlineData("/kit?part=Charts")]
    [InlineData("/kit/list")]
    [InlineData("/kit/list?page=12&sort=hours&dir=desc&state=open")]
    public async Task EveryPartInBothLanguages_IsWholeAndLean(string path)
    {
        using var browser = host.Browser();
        foreach (var language in new[] { "lv", "en" })
        {
            await browser.Get($"/language/{language}?back=/kit");
            var page = await browser.Get(path);
            Assert.Equal(HttpStatusCode.OK, browser.Answer.StatusCode);
            Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
            Assert.DoesNotContain("[web.", browser.Html, StringComparison.Ordinal);
            Assert.Empty(page.QuerySelectorAll("[style], [onclick], style, script:not([src])"));
            Assert.DoesNotContain("&#x1", browser.Html, StringComparison.OrdinalIgnoreCase);
            AssertIdsAreUnique(page);
            AssertReferencesExist(page);
            Assert.InRange(
                browser.Html.Length,
                1000,
                path.Contains("Charts", StringComparison.Ordinal) ? 80_000 : 25_000
            );
        }
    }

    [Fact]
    public async Task EmptyForm_ListsItsErrorsInPageOrderAndLinksToTheFields()
    {
        using var browser = host.Browser();
        await browser.Get("/kit");
        var page = await browser.Post("/kit?part=Controls", ("Form.Name", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Answer.StatusCode);
        var links = page.QuerySelectorAll(".govuk-error-summary a").Select(a => a.GetAttribute("href")).ToList();
        Assert.Equal(
            [
                "#Form_Name",
                "#Form_PersonalCode",
                "#Form_Day",
                "#Form_Worked",
                "#Form_Office",
                "#Form_Kind",
                "#Form_Topics",
            ],
            links
        );
        Assert.All(links, link => Assert.NotNull(page.QuerySelector(link!)));
        Assert.StartsWith("Kļūda: ", page.Title, StringComparison.Ordinal);
        var name = page.QuerySelector("#Form_Name")!;
        Assert.Equal("true", name.GetAttribute("aria-invalid"));
        Assert.Equal("Form_Name-error", name.GetAttribute("aria-describedby"));
    }

    [Fact]
    public async Task InvalidInput_ComesBackExactlyAsTyped()
    {
        using var browser = host.Browser();
        await browser.Get("/kit");
        var page = await browser.Post(
            "/kit?part=Controls",
            ("Form.Name", "<b>\"Jānis\" & co</b> " + new string('ā', 60)),
            ("Form.Day", " 31.2.26 "),
            ("Form.Worked", "daudz"),
            ("Form.Amount", "1 000,5"),
            ("Form.Kind", "phone"),
            ("Form.Topics", "office"),
            ("Form.Topics", "phone"),
            ("Form.Agreed", "true"),
            ("Form.Note", "\r\npirmā\r\n<script>")
        );
        Assert.Equal("<b>\"Jānis\" & co</b> " + new string('ā', 60), Value(page, "#Form_Name"));
        Assert.Equal(" 31.2.26 ", Value(page, "#Form_Day"));
        Assert.Equal("daudz", Value(page, "#Form_Worked"));
        Assert.Equal("1 000,5", Value(page, "#Form_Amount"));
        Assert.Equal("\r\npirmā\r\n<script>", page.QuerySelector("#Form_Note")!.TextContent);
        Assert.Equal("phone", page.QuerySelector("[name='Form.Kind'][checked]")!.GetAttribute("value"));
        Assert.Equal(2, page.QuerySelectorAll("[name='Form.Topics'][checked]").Length);
        Assert.NotNull(page.QuerySelector("#Form_Agreed[checked]"));
        Assert.Contains("17.4.26", page.QuerySelector("#Form_Day-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("40", page.QuerySelector("#Form_Name-error")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#Form_Amount-error"));
    }

    [Fact]
    public async Task ValidForm_IsTaken()
    {
        using var browser = host.Browser();
        await browser.Get("/kit");
        await browser.Post(
            "/kit?part=Controls",
            ("Form.Name", "Anna"),
            ("Form.PersonalCode", "123456-12345"),
            ("Form.Day", "rīt"),
            ("Form.Worked", "1,5"),
            ("Form.Office", "office"),
            ("Form.Kind", "phone"),
            ("Form.Topics", "office")
        );
        Assert.Equal(HttpStatusCode.Redirect, browser.Answer.StatusCode);
    }

    [Fact]
    public async Task FormWithoutToken_IsRefusedWithAPage()
    {
        using var browser = host.Browser();
        var page = await browser.Post("/kit?part=Controls", ("Form.Name", "Anna"));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Answer.StatusCode);
        Assert.Equal("Pieprasījumu nevar izpildīt", page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task TypedFilter_NeverStandsInTheAddress()
    {
        using var browser = host.Browser();
        await browser.Get("/kit/list");
        await browser.Post("/kit/list?handler=filter", ("text", "Ābele"), ("state", "open"));
        var address = browser.Answer.Headers.Location!.ToString();
        Assert.DoesNotContain("bele", address, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("/kit/list?state=open&typed=", address, StringComparison.Ordinal);
        var page = await browser.Get(address);
        var names = page.QuerySelectorAll("tbody th").Select(c => c.TextContent).ToList();
        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.Contains("Ābele", name, StringComparison.Ordinal));
        Assert.Equal("Ābele", Value(page, "#text"));
    }

    [Fact]
    public async Task SortedList_SaysItsOrder()
    {
        using var browser = host.Browser();
        var page = await browser.Get("/kit/list?sort=hours&dir=desc");
        var sorted = page.QuerySelector("th[aria-sort]")!;
        Assert.Equal("descending", sorted.GetAttribute("aria-sort"));
        Assert.Equal("Stundas", sorted.TextContent);
        Assert.Equal("2", page.QuerySelector("a[rel=next]")!.GetAttribute("href")![^1..]);
    }

    [Fact]
    public async Task Export_HoldsTheWholeFilteredList()
    {
        using var browser = host.Browser();
        await browser.Get("/kit/list?state=closed&handler=export&format=csv");
        Assert.Equal(101, browser.Html.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal("kit.csv", browser.Answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        await browser.Get("/kit/list?handler=export&format=exe");
        Assert.Equal(HttpStatusCode.NotFound, browser.Answer.StatusCode);
    }

    [Fact]
    public async Task Menu_ShowsOnlyWhatMayBeUsed()
    {
        using var browser = host.Browser();
        var page = await browser.Get("/kit");
        Assert.Equal(["/kit"], page.QuerySelectorAll(".plus-nav a").Select(a => a.GetAttribute("href")));
        Assert.Equal("page", page.QuerySelector(".plus-nav a")!.GetAttribute("aria-current"));
    }

    private static string? Value(IDocument page, string selector) =>
        page.QuerySelector(selector)!.GetAttribute("value");

    private static void AssertIdsAreUnique(IDocument page) =>
        Assert.Empty(page.QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1).Select(g => g.Key));

    private static void AssertReferencesExist(IDocument page)
    {
        foreach (var attribute in new[] { "aria-describedby", "aria-labelledby", "for" })
        {
            foreach (var element in page.QuerySelectorAll($"[{attribute}]"))
            {
                foreach (var id in element.GetAttribute(attribute)!.Split(' '))
                {
                    Assert.True(
                        page.GetElementById(id) is not null,
                        $"{attribute} of {element.OuterHtml} leads nowhere"
                    );
                }
            }
        }
    }
}

using System.Net;
using AngleSharp.Dom;
using Plus.Web.Journeys;

namespace Plus.Shared.Tests.Web;

public sealed class DraftTests : IClassFixture<KitHost>
{
    private static readonly DraftKey Key = new(KitHost.Anna, "kit.controls", "");
    private readonly KitHost host;

    public DraftTests(KitHost host)
    {
        this.host = host;
        host.Drafts.All.Clear();
    }

    [Fact]
    public async Task TypedForm_SurvivesALostSessionAndCanBeDiscarded()
    {
        using (var before = host.Browser())
        {
            var page = await before.Get("/kit");
            var form = page.QuerySelector("form[data-draft]")!;
            await before.Post(
                form.GetAttribute("data-draft")!,
                ("Form.Name", "Pusvārds"),
                ("Form.Day", "32.1."),
                ("Form.Topics", "office"),
                ("Form.Topics", "phone"),
                ("Version", "3"),
                ("Form.Password", "secret")
            );
            Assert.Equal(HttpStatusCode.NoContent, before.Answer.StatusCode);
        }

        using var after = host.Browser();
        var restored = await after.Get("/kit");
        Assert.Equal("Pusvārds", restored.QuerySelector("#Form_Name")!.GetAttribute("value"));
        Assert.Equal("32.1.", restored.QuerySelector("#Form_Day")!.GetAttribute("value"));
        Assert.Equal(2, restored.QuerySelectorAll("[name='Form.Topics'][checked]").Length);
        Assert.Equal("3", restored.QuerySelector("[name=Version]")!.GetAttribute("value"));
        Assert.Null(restored.QuerySelector(".govuk-error-summary"));
        Assert.Contains(
            "Atjaunots nepabeigts ieraksts",
            restored.QuerySelector(".plus-draft")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("secret", host.Drafts.All[Key].Json, StringComparison.Ordinal);
        Assert.DoesNotContain("__RequestVerificationToken", host.Drafts.All[Key].Json, StringComparison.Ordinal);

        await after.Post(restored.QuerySelector(".plus-draft form")!.GetAttribute("action")!, ("back", "/kit"));
        Assert.Equal("/kit", after.Answer.Headers.Location!.ToString());
        var fresh = await after.Get("/kit");
        Assert.Null(fresh.QuerySelector(".plus-draft"));
        Assert.Equal("", fresh.QuerySelector("#Form_Name")!.GetAttribute("value"));
    }

    [Fact]
    public async Task FormThatCameBackWithErrors_IsKeptAndDroppedOnceItIsSent()
    {
        using var browser = host.Browser();
        await browser.Get("/kit");
        await browser.Post("/kit?part=Controls", ("Form.Name", "Anna"));
        Assert.Contains("Anna", host.Drafts.All[Key].Json, StringComparison.Ordinal);
        await browser.Post(
            "/kit?part=Controls",
            ("Form.Name", "Anna"),
            ("Form.PersonalCode", "123456-12345"),
            ("Form.Day", "rīt"),
            ("Form.Worked", "1:30"),
            ("Form.Office", "office"),
            ("Form.Kind", "phone"),
            ("Form.Topics", "office")
        );
        Assert.Equal(HttpStatusCode.Redirect, browser.Answer.StatusCode);
        Assert.Empty(host.Drafts.All);
    }

    [Fact]
    public async Task DraftWithoutToken_IsNotTaken()
    {
        using var browser = host.Browser();
        await browser.Post("/drafts/kit.controls/-", ("a", "b"));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Answer.StatusCode);
        Assert.Empty(host.Drafts.All);
    }

    [Fact]
    public async Task RecordChangedMeanwhile_ShowsBothAndKeepsWhatWasTyped()
    {
        using var browser = host.Browser();
        await browser.Get("/kit");
        var page = await browser.Post("/kit?part=Controls", ("Form.Name", "Mans vārds"), ("Version", "6"));
        Assert.Equal(HttpStatusCode.Conflict, browser.Answer.StatusCode);
        var compared = page.QuerySelector(".plus-conflict__differs")!
            .Children.Select(c => c.TextContent.Trim())
            .ToList();
        Assert.Equal(["Vārds un uzvārds", "Anna Ābola", "Anna Āboliņa"], compared);
        Assert.Equal("Mans vārds", page.QuerySelector("#Form_Name")!.GetAttribute("value"));
        Assert.Equal("8", page.QuerySelector("[name=Version]")!.GetAttribute("value"));
    }
}

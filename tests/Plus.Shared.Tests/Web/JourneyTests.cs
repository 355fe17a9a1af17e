using System.Net;

namespace Plus.Shared.Tests.Web;

public sealed class JourneyTests(KitHost host) : IClassFixture<KitHost>
{
    [Fact]
    public async Task Journey_SurvivesALostSessionAndEndsWithNothingKept()
    {
        using (var first = host.Browser())
        {
            await first.Get("/kit/journey/check");
            Assert.Equal("/kit/journey", Location(first));
            await first.Get("/kit/journey");
            await first.Post("/kit/journey", ("Name", ""));
            Assert.Empty(host.Drafts.All);
            await first.Post("/kit/journey", ("Name", "Anna Ābola"));
            Assert.Equal("/kit/journey/kind", Location(first));
        }

        using var second = host.Browser();
        var kind = await second.Get("/kit/journey/kind");
        Assert.Single(kind.QuerySelectorAll("h1"));
        await second.Post("/kit/journey/kind", ("Kind", "phone"), ("Day", "17.4.26"));
        Assert.Equal("/kit/journey/check", Location(second));
        var check = await second.Get("/kit/journey/check");
        var answers = check.QuerySelectorAll("dd.govuk-summary-list__value").Select(d => d.TextContent);
        Assert.Equal(["Anna Ābola", "Telefonsaruna", "17.04.2026"], answers);

        var name = await second.Get("/kit/journey?toCheck=true");
        Assert.Equal("Anna Ābola", name.QuerySelector("#Name")!.GetAttribute("value"));
        await second.Post("/kit/journey?toCheck=true", ("Name", "Anna Āboliņa"));
        Assert.Equal("/kit/journey/check", Location(second));

        await second.Get("/kit/journey/check");
        await second.Post("/kit/journey/check");
        Assert.Equal("/kit", Location(second));
        Assert.Empty(host.Drafts.All);
        var done = await second.Get("/kit");
        Assert.Contains(
            "Saglabāts. Tikšanās: 17.04.2026.",
            done.QuerySelector(".govuk-notification-banner--success")!.TextContent,
            StringComparison.Ordinal
        );
        var again = await second.Get("/kit");
        Assert.Null(again.QuerySelector(".govuk-notification-banner"));
    }

    private static string? Location(KitBrowser browser)
    {
        Assert.Equal(HttpStatusCode.Redirect, browser.Answer.StatusCode);
        return browser.Answer.Headers.Location!.ToString();
    }
}

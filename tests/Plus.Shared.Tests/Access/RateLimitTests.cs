using System.Net;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Access;

/// <summary>The door against guessing, and what a session's cookie is worth.</summary>
public sealed class RateLimitTests(PlusApp app) : IClassFixture<PlusApp>
{
    private const int MostAMinute = 60;

    [Fact]
    public async Task TheDoor_LetsSoManyThroughAMinute_AndThenSaysSo()
    {
        var browser = app.Browser();
        var passed = 0;
        ReadPage page;
        do
        {
            page = await browser.GetAsync("/login");
            passed++;
        } while (page.Status == HttpStatusCode.OK && passed < 2 * MostAMinute);

        Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
        Assert.Equal(MostAMinute + 1, passed);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await browser.PostAsync("/login", [])).Status);
        // Those who are in already go on working.
        Assert.NotEqual(HttpStatusCode.TooManyRequests, (await browser.GetAsync("/health/ready")).Status);
    }
}

using System.Net;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Clients;

public sealed class NewClientTests(PlusApp app) : IClassFixture<PlusApp>
{
    [Fact]
    public async Task NewClient_Checked_IsCreatedAndReachedByTheCreatorOnly()
    {
        var browser = await app.AsAsync("caseManager");
        var page = await FillAsync(browser, "Jaunā", "Rokasdarbe", "161175-19997", "16.11.1975");
        Assert.Equal("Pārbaudiet atbildes", page.Heading);
        Assert.Contains("161175-19997", page.Words, StringComparison.Ordinal);

        page = await page.SubmitAsync();

        Assert.Equal("Klienta pārskats", page.Heading);
        Assert.Contains("Jaunā Rokasdarbe", page.Text, StringComparison.Ordinal);
        var other = await app.LoggedInAsAsync("caseManager");
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(page.Path)).Status);
        Assert.Equal(
            1L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM audit.process WHERE type = 'clients.created' AND actor_id = '{browser.StaffId}' AND client_id = '{page.Path.Split('/')[2]}'"
            )
        );
    }

    [Fact]
    public async Task NewClient_LeadsToTheFirstSection_AndWithoutAnAddressItIsSaidWhereItLies()
    {
        var browser = await app.AsAsync("caseManager");
        var client = await (await FillAsync(browser, "Bez", "Adreses", null, "2.2.1992")).SubmitAsync();

        var page = await client.ClickAsync("Atvērt sekciju");
        page = await page.SubmitAsync(
            new()
            {
                ["Input.Measure"] = "communityWork",
                ["Input.Kind"] = "courtRuling",
                ["Input.IssuerKind"] = "court",
                ["Input.Number"] = "K30-77/26",
                ["Input.IssuedOn"] = "20.03.2026",
                ["Input.InForceOn"] = "1.4.26",
                ["Input.ReceivedOn"] = "14.4.",
            }
        );
        page = await page.SubmitAsync(
            new()
            {
                ["Input.Role"] = "main",
                ["Input.Amount"] = "60",
                ["Input.Offences[0].Article"] = "175",
                ["Input.Offences[0].CommittedOn"] = "5.1.2026",
            }
        );
        Assert.Contains("nav adreses, pēc kuras noteikt nodaļu", page.Words, StringComparison.Ordinal);
        Assert.NotNull(page.Html.QuerySelector("main a[href$='/data/address']"));
        var opened = await page.SubmitAsync();

        Assert.Equal("/", opened.Path);
        Assert.Contains("Jums tā nav redzama", opened.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Alike_WithinReach_IsShownAndMustBeDenied()
    {
        var known = await app.PersonAsync("Līga", "Līdzīgā", born: new DateOnly(1990, 1, 2));
        var browser = await app.AsAsync("caseManager");
        var page = await FillAsync(browser, "LIGA", "LIDZIGA", null, "2.1.1990");
        Assert.NotNull(page.Html.QuerySelector($"main a[href='{known.Href}']"));

        page = await page.SubmitAsync();
        Assert.Contains("Pārbaudiet līdzīgos klientus", page.Errors.Single(), StringComparison.Ordinal);
        page = await page.SubmitAsync(new() { ["sure"] = "true" });

        Assert.Equal("Klienta pārskats", page.Heading);
        Assert.Contains(
            "Iespējams dublikāts",
            page.Html.QuerySelector(".plus-identity")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Alike_OutOfReach_IsNotShownButNoted()
    {
        var far = await app.PersonAsync("Tālā", "Neredzamā", await app.OfficeAsync(8), "03038512345");
        var browser = await app.AsAsync("caseManager");

        var page = await FillAsync(browser, "Cita", "Persona", "030385-12345", "3.3.1985");
        Assert.DoesNotContain("Neredzamā", page.Text, StringComparison.Ordinal);
        page = await page.SubmitAsync();

        Assert.Equal("Klienta pārskats", page.Heading);
        Assert.Equal(
            "sameCode",
            await app.ScalarAsync<string>(
                $"SELECT reason FROM clients.possible_duplicate WHERE first_id = '{far.Client.Id}' OR second_id = '{far.Client.Id}'"
            )
        );
    }

    [Fact]
    public async Task Answers_SurviveALostSession()
    {
        var person = await app.StaffAsync("caseManager");
        await FillAsync(await app.LoggedInAsAsync(person), "Pazudusī", "Sesija", null, "5.5.1995");

        var later = await (await app.LoggedInAsAsync(person)).GetAsync("/clients/new/check");

        Assert.Contains("Pazudusī", later.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RoleThatMayNot_IsRefused() =>
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await (await app.AsAsync("regionHead")).GetAsync("/clients/new")).Status
        );

    private static async Task<ReadPage> FillAsync(
        PageBrowser browser,
        string given,
        string surname,
        string? code,
        string born
    ) =>
        await (await browser.GetAsync("/clients/new")).SubmitAsync(
            new()
            {
                ["GivenName"] = given,
                ["Surname"] = surname,
                ["Code"] = code,
                ["BirthDate"] = born,
                ["Source"] = "K1-1-26",
            }
        );
}

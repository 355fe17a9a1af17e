using System.Net;
using Plus.Shared.Clients.Records;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Clients.Search;

public sealed class SearchPageTests(PlusApp app) : IClassFixture<PlusApp>
{
    [Theory]
    [InlineData("Šķēpiņa")]
    [InlineData("skepina")]
    [InlineData("ķēpi")]
    [InlineData("Žanna Šķēp")]
    [InlineData("šķēpiņa žanna")]
    [InlineData("Šķ")]
    public async Task Name_AnySpelling_FindsTheClient(string typed)
    {
        var person = await app.PersonAsync("Žanna", typed == "Šķ" ? "Šķ" : "Šķēpiņa");
        var page = await SearchAsync(typed);

        Assert.Contains(person.Href, Links(page));
    }

    [Fact]
    public async Task Numbers_FindTheClientFirst()
    {
        var person = await app.PersonAsync("Aivars", "Numurnieks", code: "01018512345");
        await app.SaveAsync(
            new ClientReach(person.Client.Id, ReachKind.Phone, "+371 26555444", new DateOnly(2026, 1, 1), "K77")
        );
        foreach (
            var typed in new[]
            {
                "010185-12345",
                "01018512345",
                "010185",
                person.Case.Number,
                person.Basis.Number,
                person.Basis.Number.ToLowerInvariant().Replace('/', ' '),
                person.Basis.ProceedingNo!,
                "26 555 444",
            }
        )
        {
            Assert.Equal(person.Href, Links(await SearchAsync(typed)).FirstOrDefault());
        }
    }

    [Fact]
    public async Task EarlierName_FindsTheClientAndSaysSo()
    {
        var person = await app.PersonAsync("Ilze", "Jaunlaulātā");
        await app.SaveAsync(
            new ClientName(person.Client.Id, "Ilze", "Pirmslaulībniece", new DateOnly(2010, 1, 1), "K1")
        );

        var page = await SearchAsync("pirmslaul");

        Assert.Equal([person.Href], Links(page));
        Assert.Contains("agrākā vārda Ilze Pirmslaulībniece", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ranking_StartOfSurnameBeforeFragment()
    {
        var fragment = await app.PersonAsync("Anna", "Pārkvēpe");
        var start = await app.PersonAsync("Zenta", "Kvēpiņa");

        Assert.Equal([start.Href, fragment.Href], Links(await SearchAsync("kvēp")));
    }

    [Fact]
    public async Task OutOfScope_IsNotFoundByAnything()
    {
        var person = await app.PersonAsync("Svešā", "Ārpusniece", await app.OfficeAsync(5), "02028512345");
        foreach (var typed in new[] { "ārpusniece", "02028512345", person.Case.Number })
        {
            Assert.Empty(Links(await SearchAsync(typed)));
        }

        Assert.Single(Links(await SearchAsync("ārpusniece", "intakeClerk")));
    }

    [Fact]
    public async Task Address_CarriesNoPersonalData_AndIsTheTypistsOwn()
    {
        await app.PersonAsync("Paula", "Slepeniece");
        var page = await SearchAsync("slepeniece");

        Assert.Matches("^/search/[a-z2-9]{12}$", page.Path);
        Assert.DoesNotContain("slepen", page.Html.Title ?? "", StringComparison.OrdinalIgnoreCase);
        var other = await app.LoggedInAsAsync("caseManager");
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(page.Path)).Status);
    }

    [Fact]
    public async Task Answer_IsOneAuditEventWithItsPeople()
    {
        var one = await app.PersonAsync("Rūta", "Žurnālniece");
        var other = await app.PersonAsync("Rita", "Žurnālniece");
        var browser = await app.LoggedInAsAsync("caseManager");
        await SearchAsync("žurnālniece", browser);

        var people = await app.ScalarAsync<Guid[]>(
            $"SELECT clients FROM audit.view WHERE actor_id = '{browser.StaffId}' AND kind = 'search'"
        );

        Assert.Equal(new[] { one.Client.Id.Value, other.Client.Id.Value }.Order(), people.Order());
    }

    [Fact]
    public async Task Suggestions_AreJson_InScope_AndAudited()
    {
        var person = await app.PersonAsync("Jēkabs", "Ieteicējs");
        await app.PersonAsync("Jēkabs", "Ieteicējs", await app.OfficeAsync(5));
        var browser = await app.LoggedInAsAsync("caseManager");
        var form = await browser.GetAsync("/search");
        var token = form.Html.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var answer = await browser.PostAsync(
            "/search/suggest",
            new Dictionary<string, string> { ["q"] = "ietei", ["__RequestVerificationToken"] = token }
        );

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains($"\"value\":\"{person.Client.Id}\"", answer.Text, StringComparison.Ordinal);
        Assert.Equal(
            1L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM audit.view WHERE actor_id = '{browser.StaffId}' AND kind = 'search'"
            )
        );
        Assert.Single(System.Text.Json.JsonDocument.Parse(answer.Text).RootElement.EnumerateArray());
    }

    [Fact]
    public async Task Suggestions_WithoutToken_AreRefused()
    {
        var browser = await app.LoggedInAsAsync("caseManager");

        var answer = await browser.PostAsync("/search/suggest", new Dictionary<string, string> { ["q"] = "ietei" });

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    [Theory]
    [InlineData("administrator")]
    [InlineData("accountant")]
    public async Task RoleWithoutClients_IsRefused(string role)
    {
        var browser = await app.LoggedInAsAsync(role);

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/search")).Status);
    }

    [Fact]
    public async Task LikeSigns_AreLetters()
    {
        await app.PersonAsync("Uldis", "Procentnieks");

        Assert.Empty(Links(await SearchAsync("%roc%")));
    }

    private async Task<ReadPage> SearchAsync(string typed, string role = "caseManager") =>
        await SearchAsync(typed, await app.LoggedInAsAsync(role));

    private static async Task<ReadPage> SearchAsync(string typed, PageBrowser browser) =>
        await (await browser.GetAsync("/search")).SubmitAsync(new() { ["q"] = typed });

    private static List<string> Links(ReadPage page) =>
        [.. page.Html.QuerySelectorAll("main tbody a").Select(a => a.GetAttribute("href")!)];
}

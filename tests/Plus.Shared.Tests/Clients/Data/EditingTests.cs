using System.Net;
using Plus.Kernel.Ids;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Clients.Data;

public sealed class EditingTests(PlusApp app) : IClassFixture<PlusApp>
{
    public static TheoryData<string, string> Forms { get; } =
        new()
        {
            { "data/name", "clients.nameAdded" },
            { "data/identifier", "clients.identifierAdded" },
            { "data/address", "clients.addressAdded" },
            { "data/reach", "clients.reachAdded" },
            { "data/about", "clients.described" },
            { "data/living", "clients.livingChanged" },
            { "data/health", "clients.healthChanged" },
            { "data/risk", "clients.riskChanged" },
            { "data/conviction", "clients.convictionAdded" },
            { "people/new", "clients.personChanged" },
        };

    private static readonly Dictionary<string, Dictionary<string, string?>> Answers = new()
    {
        ["data/name"] = new()
        {
            ["GivenName"] = "Aija",
            ["Surname"] = "Jaunā",
            ["AsOf"] = "1.4.26",
            ["Source"] = "Reģistrs",
        },
        ["data/identifier"] = new()
        {
            ["Kind"] = "personalCode",
            ["Value"] = "327000-12345",
            ["From"] = "01042026",
            ["Source"] = "Reģistrs",
        },
        ["data/address"] = new()
        {
            ["Kind"] = "actual",
            ["Territory"] = "0001000",
            ["Text"] = "Brīvības iela 1",
            ["AsOf"] = "vakar",
            ["Source"] = "Klients",
        },
        ["data/reach"] = new()
        {
            ["Kind"] = "email",
            ["Value"] = "aija@example.org",
            ["ConsentOn"] = "šodien",
            ["Source"] = "Klients",
        },
        ["data/about"] = new()
        {
            ["BirthDate"] = "02.02.1990",
            ["Sex"] = "F",
            ["Citizenship"] = "lva",
        },
        ["data/living"] = new()
        {
            ["Education"] = "higher",
            ["Employment"] = "employed",
            ["Dependants"] = "3",
        },
        ["data/health"] = new() { ["Disability"] = "2", ["Limits"] = "Nedrīkst celt smagumus" },
        ["data/risk"] = new() { ["Risk"] = "Suns pagalmā" },
        ["data/conviction"] = new()
        {
            ["ConvictedOn"] = "3.5.2019",
            ["Court"] = "Rīgas tiesa",
            ["Article"] = "162.1",
            ["Part"] = "2",
            ["Source"] = "Sodu reģistrs",
        },
        ["people/new"] = new()
        {
            ["Relation"] = "mother",
            ["GivenName"] = "Māra",
            ["Surname"] = "Māte",
            ["Representative"] = "yes",
            ["Phone"] = "26000000",
        },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Form_Sent_ChangesTheRecordAndIsAudited(string path, string process)
    {
        var (person, browser) = await PersonAndManagerAsync();

        var page = await SendAsync(browser, person.Href, path);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Izmaiņas saglabātas.", page.Words, StringComparison.Ordinal);
        Assert.Contains(Shown(path), page.Words, StringComparison.Ordinal);
        Assert.Equal(
            1L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM audit.process WHERE type = '{process}' AND client_id = '{person.Client.Id}' AND changes IS NOT NULL"
            )
        );
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Form_ForRoleWithoutEditing_IsRefused(string path, string process)
    {
        var (person, _) = await PersonAndManagerAsync();
        var browser = await app.AsAsync("qualityReviewer");

        Assert.NotEmpty(process);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync($"{person.Href}/{path}")).Status);
    }

    [Theory]
    [InlineData("data/name", "Surname", "", "Ierakstiet uzvārdu")]
    [InlineData("data/identifier", "Value", "123", "Personas kodā ir 11 cipari")]
    [InlineData("data/address", "AsOf", "rīt", "Ierakstiet šodienu vai agrāku dienu")]
    [InlineData("data/reach", "Value", "nav e-pasts", "e-past")]
    [InlineData("data/about", "BirthDate", "32.13.1990", "Ierakstiet datumu")]
    [InlineData("data/about", "Citizenship", "Latvija", "trim latīņu burtiem")]
    [InlineData("data/conviction", "Article", "pants", "Ierakstiet panta numuru")]
    public async Task Form_WrongAnswer_SaysWhatToDoAndKeepsEverything(
        string path,
        string field,
        string typed,
        string said
    )
    {
        var (person, browser) = await PersonAndManagerAsync();

        var page = await SendAsync(browser, person.Href, path, field, typed);

        Assert.Contains(said, page.Errors.Single(), StringComparison.Ordinal);
        Assert.Equal(typed, Value(page, field));
        var again = await browser.GetAsync($"{person.Href}/{path}");
        Assert.Equal(typed, Value(again, field));
    }

    [Fact]
    public async Task TwoPeople_SecondIsShownBothAndMaySaveKnowingly()
    {
        var (person, first) = await PersonAndManagerAsync();
        var second = await app.LoggedInAsAsync("caseManager");
        var firstForm = await first.GetAsync($"{person.Href}/data/risk");
        var secondForm = await second.GetAsync($"{person.Href}/data/risk");
        await firstForm.SubmitAsync(new() { ["Risk"] = "Pirmā teksts" });

        var conflict = await secondForm.SubmitAsync(new() { ["Risk"] = "Otrās teksts" });

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains(
            "Pirmā teksts",
            conflict.Html.QuerySelector(".plus-conflict")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Otrās teksts",
            conflict.Html.QuerySelector(".plus-conflict")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal("Pirmā teksts", await RiskAsync(person.Client.Id));
        await conflict.SubmitAsync();
        Assert.Equal("Otrās teksts", await RiskAsync(person.Client.Id));
    }

    [Fact]
    public async Task TwoPeople_DifferentRowsOfOneClient_StillMeet()
    {
        var (person, first) = await PersonAndManagerAsync();
        var second = await app.LoggedInAsAsync("caseManager");
        var form = await second.GetAsync($"{person.Href}/data/address");
        await SendAsync(first, person.Href, "data/address");

        var conflict = await form.SubmitAsync(Answers["data/address"]);

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
    }

    [Fact]
    public async Task NameOfAnOlderDocument_BecomesHistoryOnly()
    {
        var (person, browser) = await PersonAndManagerAsync();

        await SendAsync(browser, person.Href, "data/name", "AsOf", "01.01.2010");

        Assert.Equal(
            person.Client.Surname,
            await app.ScalarAsync<string>($"SELECT surname FROM clients.client WHERE id = '{person.Client.Id}'")
        );
        Assert.Equal(
            2L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM clients.client_name WHERE client_id = '{person.Client.Id}'"
            )
        );
    }

    [Fact]
    public async Task Address_Ended_StaysInHistory()
    {
        var (person, browser) = await PersonAndManagerAsync();
        var page = await SendAsync(browser, person.Href, "data/address");

        await page.SubmitAsync(form: "form:has(input[name=row]):not(:has(input[value=withdrawal]))");

        Assert.Equal(
            1L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM audit.process WHERE type = 'clients.rowEnded' AND client_id = '{person.Client.Id}'"
            )
        );
    }

    [Fact]
    public async Task Consent_MayBeWithdrawn()
    {
        var (person, browser) = await PersonAndManagerAsync();
        var page = await SendAsync(browser, person.Href, "data/reach");

        page = await page.SubmitAsync(form: "form:has(input[value=withdrawal])");

        Assert.Contains("Piekrišana atsaukta 15.04.2026", page.Words, StringComparison.Ordinal);
        Assert.NotEqual(
            0L,
            await app.ScalarAsync<long>("SELECT count(*) FROM audit.process WHERE type = 'clients.consentChanged'")
        );
    }

    [Fact]
    public async Task SecondCode_EndsTheFirst_WhichStaysForSearch()
    {
        var (person, browser) = await PersonAndManagerAsync();
        await SendAsync(browser, person.Href, "data/identifier", "Value", "010185-54321");

        var page = await SendAsync(browser, person.Href, "data/identifier");

        Assert.Contains("327000-12345", page.Words, StringComparison.Ordinal);
        Assert.Contains("010185-54321", page.Words, StringComparison.Ordinal);
        Assert.Equal(
            1L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM clients.client_identifier WHERE client_id = '{person.Client.Id}' AND valid_to = '2026-03-31'"
            )
        );
    }

    [Fact]
    public async Task MustNotMeet_ShowsOnBothPages_AndEnds()
    {
        var (one, browser) = await PersonAndManagerAsync();
        var other = await app.PersonAsync("Otrs", "Nesatiekamais", await app.OfficeAsync(9));
        var head = await app.AsAsync("officeHead");
        var form = await head.GetAsync($"{one.Href}/people/must-not-meet");
        var unclear = await form.SubmitAsync(new() { ["Other"] = other.Case.Number, ["Reason"] = "coAccused" });
        Assert.Contains("Nav skaidrs", unclear.Errors.Single(), StringComparison.Ordinal);
        var near = await app.PersonAsync("Tuvais", "Nesatiekamais");

        var page = await unclear.SubmitAsync(new() { ["Other"] = near.Case.Number, ["Reason"] = "coAccused" });

        Assert.Contains("Tuvais Nesatiekamais", page.Words, StringComparison.Ordinal);
        var there = await browser.GetAsync($"{near.Href}/people");
        Assert.Contains(one.Client.FullName, there.Words, StringComparison.Ordinal);
        Assert.Contains(
            "Nedrīkst satikties",
            there.Html.QuerySelector(".plus-identity")!.TextContent,
            StringComparison.Ordinal
        );
        page = await there.SubmitAsync(form: "form:has(input[name=row]):not(:has(input[name=act]))");
        Assert.Contains("Atzīme atcelta.", page.Words, StringComparison.Ordinal);
        Assert.Equal(
            1L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM audit.process WHERE type = 'clients.mustNotMeetEnded' AND client_id = '{near.Client.Id}'"
            )
        );
        Assert.NotEqual(
            0L,
            await app.ScalarAsync<long>("SELECT count(*) FROM audit.process WHERE type = 'clients.mustNotMeetMarked'")
        );
    }

    private Task<string> RiskAsync(ClientId client) =>
        app.ScalarAsync<string>($"SELECT risk_to_staff FROM clients.client WHERE id = '{client}'");

    private async Task<(People.Person Person, PageBrowser Browser)> PersonAndManagerAsync() =>
        (await app.PersonAsync("Aija", "Rediģējamā"), await app.AsAsync("caseManager"));

    private static async Task<ReadPage> SendAsync(
        PageBrowser browser,
        string href,
        string path,
        string? field = null,
        string? typed = null
    )
    {
        var answers = new Dictionary<string, string?>(Answers[path]);
        if (field is not null)
        {
            answers[field] = typed;
        }

        return await (await browser.GetAsync($"{href}/{path}")).SubmitAsync(answers);
    }

    private static string? Value(ReadPage page, string field) =>
        page.Html.QuerySelector($"main [name={field}]")!.GetAttribute("value");

    private static string Shown(string path) =>
        path switch
        {
            "data/name" => "Aija Jaunā",
            "data/identifier" => "327000-12345",
            "data/address" => "Faktiskā: Brīvības iela 1 (ATVK 0001000)",
            "data/reach" => "aija@example.org Piekrišana e-piegādei 15.04.2026",
            "data/about" => "02.02.1990",
            "data/living" => "augstākā izglītība",
            "data/health" => "Nedrīkst celt smagumus",
            "data/risk" => "Suns pagalmā",
            "data/conviction" => "KL 162. pants1 2. daļa",
            _ => "Māra Māte, māte Likumiskais pārstāvis",
        };
}

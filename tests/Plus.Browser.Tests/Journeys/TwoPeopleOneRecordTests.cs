using Microsoft.Playwright;
using Plus.Browser.Tests.Browsing;
using Plus.Testing.Arranging;

namespace Plus.Browser.Tests.Journeys;

/// <summary>Two people edit one record: whoever saves second sees both, and loses nothing typed.</summary>
public sealed class TwoPeopleOneRecordTests(Chromium chromium, ServedPlus plus)
    : BrowserTest(chromium, plus),
        IClassFixture<ServedPlus>
{
    private const string Field = "main [name=Risk]";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SecondToSave_SeesBothAndDecides(bool script)
    {
        var person = await App.PersonAsync("Divu", script ? "Redaktore" : "Redaktors");
        var first = await LoggedInAsync("caseManager", script: script);
        var second = await LoggedInAsync("caseManager", script: script);
        await first.GotoAsync(person.Href + "/data/risk");
        await second.GotoAsync(person.Href + "/data/risk");

        await first.FillAsync(Field, "Suns pagalmā");
        await first.Locator("main form[method=post] button[type=submit]").First.ClickAsync();
        await Assertions.Expect(first.Locator(".plus-identity")).ToContainTextAsync("Risks darbiniekiem");
        await second.FillAsync(Field, "Nikns kaķis, nākt divatā");
        await second.Locator("main form[method=post] button[type=submit]").First.ClickAsync();

        var comparison = await second.Locator(".plus-conflict").InnerTextAsync();
        Assert.Contains("Suns pagalmā", comparison, StringComparison.Ordinal);
        Assert.Contains("Nikns kaķis, nākt divatā", comparison, StringComparison.Ordinal);
        Assert.Equal("Nikns kaķis, nākt divatā", await second.InputValueAsync(Field));
        Assert.Equal("Suns pagalmā", await RiskAsync(person));
        if (script)
        {
            Faults.None(await second.AxeAsync());
        }

        await second.FillAsync(Field, "Suns pagalmā un nikns kaķis");
        await second.Locator("main form[method=post] button[type=submit]").First.ClickAsync();
        await second.WaitForURLAsync("**/data**");

        Assert.Equal("Suns pagalmā un nikns kaķis", await RiskAsync(person));
    }

    private Task<string> RiskAsync(People.Person person) =>
        App.ScalarAsync<string>($"SELECT risk_to_staff FROM clients.client WHERE id = '{person.Client.Id}'");
}

using System.Globalization;
using Plus.Shared.Access.Records;
using Plus.Testing.Arranging;
using Plus.Testing.Pages;

namespace Plus.Functions.Tests.Figures;

/// <summary>Figures and the rows behind them, for whom a client is closed (docs/adr/0018).</summary>
public sealed class ClosedInFiguresTests(PlusApp app) : IClassFixture<PlusApp>
{
    private const string Key = "su.clients";

    [Fact]
    public async Task WhoIsClosedToAReaderOfRows_CountsForThemNowhere_AndForTheOthersEverywhere()
    {
        var office = await app.OfficeAsync();
        var shut = await app.StaffAsync("officeHead");
        var free = await app.StaffAsync("officeHead");
        var counter = await app.StaffAsync("accountant");
        await app.PersonAsync("Anna", "Atklātā", office);
        var closed = await app.PersonAsync("Sarmīte", "Slēgtā", office);
        var today = DateOnly.FromDateTime(app.Now.UtcDateTime);
        await app.SaveAsync(
            new ClientRestriction(
                closed.Client.Id,
                RestrictionKind.Exclude,
                [shut.Id, counter.Id],
                "relative",
                null,
                today,
                today.AddDays(30)
            )
        );
        var (a, b, c) = (
            await app.LoggedInAsAsync(shut),
            await app.LoggedInAsAsync(free),
            await app.LoggedInAsAsync(counter)
        );

        Assert.Equal(
            (1, 1, 1),
            (await NumberAsync(a), await OverTheYearsAsync(a), await RowsAsync(a, "Slēgtā", false))
        );
        Assert.Equal((2, 2, 2), (await NumberAsync(b), await OverTheYearsAsync(b), await RowsAsync(b, "Slēgtā", true)));
        // Who sees no rows has nothing to subtract from.
        Assert.Equal(2, await OverTheYearsAsync(c));
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await c.GetAsync($"/figures/2026/{Key}")).Status);
        var places = (await a.GetAsync("/figures/2026?handler=Places&format=csv")).Text;
        Assert.NotEqual(places, (await b.GetAsync("/figures/2026?handler=Places&format=csv")).Text);
    }

    // The number on the page that leads to its rows.
    private static async Task<int> NumberAsync(PageBrowser browser)
    {
        var page = await browser.GetAsync("/figures/2026?part=su");
        var link = page.Html.QuerySelector($"a[href^='/figures/2026/{Key}']");
        Assert.True(link is not null, page.Words);
        return int.Parse(link.TextContent.Trim().Split(' ')[0], CultureInfo.InvariantCulture);
    }

    private static async Task<int> OverTheYearsAsync(PageBrowser browser)
    {
        var file = await browser.GetAsync($"/figures/years/{Key}?handler=export&format=csv");
        var line = file.Text.Split('\n').Single(l => l.StartsWith("2026", StringComparison.Ordinal));
        return int.Parse(line.Trim().Split(';', ',')[1].Trim('"'), CultureInfo.InvariantCulture);
    }

    private static async Task<int> RowsAsync(PageBrowser browser, string surname, bool shown)
    {
        var file = await browser.GetAsync($"/figures/2026/{Key}?handler=Export&format=csv");
        Assert.Equal(shown, file.Text.Contains(surname, StringComparison.Ordinal));
        return file.Text.Trim().Split('\n').Length - 1;
    }
}

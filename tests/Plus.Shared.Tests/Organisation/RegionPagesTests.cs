using System.Net;
using Microsoft.EntityFrameworkCore;
using Plus.Shared.Organisation.Records;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Organisation;

public sealed class RegionPagesTests : IAsyncLifetime
{
    private readonly PlusApp app = new();

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Region_IsAddedOnceUnderItsCode_AndTakesOfficesFromItsFirstDay()
    {
        var admin = await app.LoggedInAsAsync("administrator");

        var added = await AddAsync(admin, "vi");
        var again = await AddAsync(admin, "VI2");

        Assert.Contains("Šāds kods jau ir", Assert.Single(added.Errors), StringComparison.Ordinal);
        Assert.Equal("Sēlijas reģions", again.Heading);
        var early = await OfficeAsync(admin, "30.04.2026");
        Assert.Contains("reģions vēl vai vairs nedarbojas", Assert.Single(early.Errors), StringComparison.Ordinal);
        Assert.Equal("Aknīstes nodaļa", (await OfficeAsync(admin, "01.05.2026")).Heading);
        Assert.Contains(
            "darbojas no 01.05.2026.",
            (await admin.GetAsync("/organisation")).Words,
            StringComparison.Ordinal
        );
        Assert.Equal(1L, await CountAsync("organisation.regionAdded"));
    }

    [Fact]
    public async Task Region_ClosesOnlyAfterItsOffices_AndKeepsItsHistory()
    {
        var admin = await app.LoggedInAsAsync("administrator");
        var full = await app.ScalarAsync<Guid>("SELECT id FROM organisation.region WHERE code = 'VI'");
        var refused = await CloseAsync(await admin.GetAsync($"/organisation/regions/{full}"));
        Assert.Contains("Vispirms slēdziet tās", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal("Reforma", refused.Html.QuerySelector("#close textarea")!.TextContent.Trim());

        var empty = await AddAsync(admin, "SE", "01.04.2026");
        var renamed = await empty.SubmitAsync(new() { ["Name"] = "Augšzemes reģions" }, form: "#rename");
        var closed = await CloseAsync(await admin.GetAsync(empty.Path));

        Assert.Equal("/organisation", renamed.Path);
        Assert.Equal("/organisation", closed.Path);
        var region = await app.ReadAsync(db => db.Set<Region>().SingleAsync(r => r.Code == "SE"));
        Assert.Equal((new DateOnly(2026, 4, 30), "Augšzemes reģions"), (region.To, region.Name));
        Assert.Equal(
            (1L, 1L),
            (await CountAsync("organisation.regionRenamed"), await CountAsync("organisation.regionClosed"))
        );
    }

    [Fact]
    public async Task Region_IsChangedByAdministratorsAlone()
    {
        var manager = await app.LoggedInAsAsync("caseManager");
        var region = await app.ScalarAsync<Guid>("SELECT id FROM organisation.region WHERE code = 'VI'");

        Assert.Equal(HttpStatusCode.Forbidden, (await manager.GetAsync("/organisation/regions/new")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await manager.GetAsync($"/organisation/regions/{region}")).Status);
    }

    private Task<long> CountAsync(string type) =>
        app.ScalarAsync<long>($"SELECT count(*) FROM audit.process WHERE type = '{type}'");

    private static async Task<ReadPage> AddAsync(PageBrowser admin, string code, string from = "01.05.2026") =>
        await (await admin.GetAsync("/organisation/regions/new")).SubmitAsync(
            new()
            {
                ["Name"] = "Sēlijas reģions",
                ["Code"] = code,
                ["From"] = from,
            },
            form: "form:has([name=Code])"
        );

    private static async Task<ReadPage> OfficeAsync(PageBrowser admin, string from) =>
        await (await admin.GetAsync("/organisation/offices/new")).SubmitAsync(
            new()
            {
                ["Name"] = "Aknīstes nodaļa",
                ["Code"] = "SE-AKN",
                ["Region"] = "VI2",
                ["Kind"] = "General",
                ["From"] = from,
            },
            form: "form:has([name=Code])"
        );

    private static Task<ReadPage> CloseAsync(ReadPage page) =>
        page.SubmitAsync(new() { ["LastDay"] = "30.04.2026", ["Reason"] = "Reforma" }, form: "#close");
}

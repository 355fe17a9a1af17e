using System.Net;
using Microsoft.EntityFrameworkCore;
using Plus.Shared.Organisation.Records;
using Plus.Shared.Tests.Clients;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Organisation;

public sealed class OrganisationPagesTests : IAsyncLifetime
{
    private readonly PlusApp app = new();

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Offices_AreSeenByAllAndChangedByAdministratorsAlone()
    {
        var manager = await app.LoggedInAsAsync("caseManager");

        var page = await manager.GetAsync("/organisation");

        Assert.Equal(45, page.Html.QuerySelectorAll("main tbody tr").Length);
        Assert.Equal(7, page.Html.QuerySelectorAll("main h2").Length);
        Assert.DoesNotContain("[", page.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await manager.GetAsync("/organisation/offices/new")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await manager.GetAsync("/organisation/territories/0001000")).Status);
    }

    [Fact]
    public async Task NewOffice_IsAddedOnceUnderItsCode()
    {
        var admin = await app.LoggedInAsAsync("administrator");

        var added = await AddAsync(admin, "vi-smi");
        var again = await AddAsync(admin, "VI-SMI");

        Assert.Equal("Smiltenes nodaļa", added.Heading);
        Assert.Contains("Šāds kods jau ir", Assert.Single(again.Errors), StringComparison.Ordinal);
        Assert.Equal(
            1L,
            await app.ScalarAsync<long>("SELECT count(*) FROM audit.process WHERE type = 'organisation.officeAdded'")
        );
    }

    [Fact]
    public async Task Office_Renamed_KeepsItsCodeAndItsHistory()
    {
        var admin = await app.LoggedInAsAsync("administrator");
        var office = await app.ScalarAsync<Guid>("SELECT id FROM organisation.office WHERE code = 'VI-CES'");
        var page = await admin.GetAsync($"/organisation/offices/{office}");

        var done = await page.SubmitAsync(new() { ["Name"] = "Cēsu un Amatas nodaļa" }, form: "#rename");

        Assert.Equal(HttpStatusCode.OK, done.Status);
        Assert.Equal(
            "VI-CES Cēsu un Amatas nodaļa",
            await app.ScalarAsync<string>($"SELECT code || ' ' || name FROM organisation.office WHERE id = '{office}'")
        );
        Assert.Equal(
            "Cēsu un Amatas nodaļa",
            await app.ScalarAsync<string>(
                "SELECT changes -> 0 -> 'fields' -> 'Name' ->> 1 FROM audit.process WHERE type = 'organisation.officeRenamed'"
            )
        );
    }

    [Fact]
    public async Task Office_ClosesOnlyWhenNothingHangsOnIt()
    {
        var admin = await app.LoggedInAsAsync("administrator");
        var empty = await AddAsync(admin, "VI-SMI");
        var used = await app.OfficeAsync();
        await app.PersonAsync("Jānis", "Ozols", used);

        var refused = await CloseAsync(await admin.GetAsync($"/organisation/offices/{used}"));
        var closed = await CloseAsync(await admin.GetAsync(empty.Path));

        Assert.StartsWith(
            "Nodaļu vēl nevar slēgt: atvērtās sekcijas 1",
            Assert.Single(refused.Errors),
            StringComparison.Ordinal
        );
        Assert.Equal("/organisation", closed.Path);
        Assert.Equal(
            new DateOnly(2026, 4, 30),
            (await app.ReadAsync(db => db.Set<Office>().SingleAsync(o => o.Code == "VI-SMI"))).To
        );
        Assert.NotEqual(
            0L,
            await app.ScalarAsync<long>("SELECT count(*) FROM audit.process WHERE type = 'organisation.officeClosed'")
        );
    }

    [Fact]
    public async Task Territory_GivenToAnotherOffice_KeepsItsPast()
    {
        var admin = await app.LoggedInAsAsync("administrator");
        var other = await app.ScalarAsync<Guid>("SELECT id FROM organisation.office WHERE code = 'RA-ZIE'");
        var page = await admin.GetAsync("/organisation/territories/0001000");

        var done = await page.SubmitAsync(new() { ["Office"] = other.ToString(), ["From"] = "01.05.2026" });

        Assert.Equal("/organisation/territories", done.Path);
        var rows = await app.ReadAsync(db =>
            db.Set<OfficeTerritory>().Where(t => t.TerritoryCode == "0001000").OrderBy(t => t.From).ToListAsync()
        );
        Assert.Equal([new DateOnly(2026, 4, 30), null], rows.Select(r => r.To));
        Assert.Equal([true, false], rows.Select(r => r.Assumed));
        Assert.Equal(other, rows[1].OfficeId.Value);
        Assert.NotEqual(
            0L,
            await app.ScalarAsync<long>("SELECT count(*) FROM audit.process WHERE type = 'organisation.territoryGiven'")
        );
    }

    [Fact]
    public async Task Territory_GivenToTheOfficeThatHasIt_IsConfirmed()
    {
        var admin = await app.LoggedInAsAsync("administrator");
        var same = await app.ScalarAsync<Guid>("SELECT id FROM organisation.office WHERE code = 'RA-CEN'");
        var page = await admin.GetAsync("/organisation/territories/0001000");

        await page.SubmitAsync(new() { ["Office"] = same.ToString() });

        var row = await app.ReadAsync(db => db.Set<OfficeTerritory>().SingleAsync(t => t.TerritoryCode == "0001000"));
        Assert.False(row.Assumed);
        Assert.Null(row.To);
        Assert.NotEqual(
            0L,
            await app.ScalarAsync<long>(
                "SELECT count(*) FROM audit.process WHERE type = 'organisation.territoryConfirmed'"
            )
        );
    }

    [Fact]
    public async Task Territory_BeforeItExists_IsRefused()
    {
        var admin = await app.LoggedInAsAsync("administrator");
        var office = await app.ScalarAsync<Guid>("SELECT id FROM organisation.office WHERE code = 'RA-ZIE'");
        var page = await admin.GetAsync("/organisation/territories/0001000");

        var refused = await page.SubmitAsync(new() { ["Office"] = office.ToString(), ["From"] = "01.05.2020" });

        Assert.Contains("Šajā dienā tādas teritorijas nav", Assert.Single(refused.Errors), StringComparison.Ordinal);
    }

    private static async Task<ReadPage> AddAsync(PageBrowser admin, string code) =>
        await (await admin.GetAsync("/organisation/offices/new")).SubmitAsync(
            new()
            {
                ["Name"] = "Smiltenes nodaļa",
                ["Code"] = code,
                ["Region"] = "VI",
                ["Kind"] = "General",
                ["From"] = "01.04.2026",
            },
            form: "form:has([name=Code])"
        );

    private static Task<ReadPage> CloseAsync(ReadPage page) =>
        page.SubmitAsync(new() { ["LastDay"] = "30.04.2026", ["Reason"] = "apvienošana" }, form: "#close");
}

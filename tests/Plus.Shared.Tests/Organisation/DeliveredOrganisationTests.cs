using Plus.Host.Database;
using Plus.Shared.Organisation.Delivered;
using Plus.Shared.Tests.Databases;
using Plus.Testing.Databases;

namespace Plus.Shared.Tests.Organisation;

public sealed class DeliveredOrganisationTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly DateOnly LastDayOf2023 = new(2023, 12, 31);

    private static readonly OrganisationFile Delivered = DeliveredOrganisation.Read();

    [Fact]
    public void Delivered_HasThePublishedNumbersOfRegionsAndOffices()
    {
        var in2023 = Delivered.Offices.Where(o => o.From <= LastDayOf2023).ToList();

        Assert.Equal(6, Delivered.Regions.Count);
        Assert.Equal(41, in2023.Count(o => o.Kind == "general"));
        Assert.Single(in2023, o => o.Kind == "central");
        Assert.Equal(
            ["KU", "LA", "RR"],
            Delivered.Offices.Where(o => o.Kind == "childrenAndYouth").Select(o => o.Region).Order()
        );
    }

    [Fact]
    public void Delivered_EveryTerritoryHasExactlyOneOfficeOnEveryDayItExists()
    {
        var offices = Delivered.Offices.ToDictionary(o => o.Code);
        Assert.Equal(7 + 36, Delivered.Territories.Count);
        foreach (var territory in Delivered.Territories)
        {
            var line = Assert.Single(Delivered.OfficeTerritories, t => t.Territory == territory.Code);
            Assert.Equal((territory.From, territory.To), (line.From, line.To));
            Assert.Equal("general", offices[line.Office].Kind);
        }
    }

    [Fact]
    public async Task MigratedDatabase_HoldsTheDeliveredOrganisation()
    {
        Assert.Equal(45L, await CountAsync("SELECT count(*) FROM organisation.office"));
        Assert.Equal(43L, await CountAsync("SELECT count(*) FROM organisation.territory"));
        Assert.Equal(43L, await CountAsync("SELECT count(*) FROM organisation.office_territory WHERE assumed"));
        Assert.Equal(14L, await CountAsync("SELECT count(*) FROM access.role"));
    }

    [Fact]
    public async Task SecondRun_KeepsWhatTheServiceChanged()
    {
        await using var own = await TestDatabase.CreateAsync();
        await SqlRows.OneAsync(
            own.OwnerConnectionString,
            "UPDATE organisation.office SET name = 'X' WHERE code = 'CA'"
        );
        await SqlRows.OneAsync(own.OwnerConnectionString, "DELETE FROM organisation.office_territory");
        await SqlRows.OneAsync(
            own.OwnerConnectionString,
            "UPDATE access.role SET permissions = array_remove(permissions, 'rules.view') WHERE code = 'analyst'"
        );
        await SqlRows.OneAsync(
            own.OwnerConnectionString,
            "UPDATE access.role SET delivered = array_remove(delivered, 'rules.view'), permissions = '{}' WHERE code = 'mediator'"
        );
        await SqlRows.OneAsync(own.OwnerConnectionString, "DELETE FROM access.role WHERE code = 'accountant'");

        await DatabaseMigrator.MigrateAsync(own.OwnerConnectionString, "plus_app", default);

        async Task<object?> One(string sql) => await SqlRows.OneAsync(own.OwnerConnectionString, sql);
        Assert.Equal("X", await One("SELECT name FROM organisation.office WHERE code = 'CA'"));
        Assert.Equal(0L, await One("SELECT count(*) FROM organisation.office_territory"));
        Assert.Equal(
            false,
            await One("SELECT 'rules.view' = ANY (permissions) FROM access.role WHERE code = 'analyst'")
        );
        Assert.Equal("{rules.view}", await One("SELECT permissions::text FROM access.role WHERE code = 'mediator'"));
        Assert.Equal(14L, await One("SELECT count(*) FROM access.role"));
    }

    private async Task<long> CountAsync(string sql) =>
        (long)(await SqlRows.OneAsync(database.OwnerConnectionString, sql))!;
}

using Plus.Host.Database;
using Plus.Host.Setup;
using Plus.Shared.Access.FirstStaff;
using Plus.Shared.Tests.Databases;
using Plus.Testing.Databases;

namespace Plus.Shared.Tests.Setup;

public sealed class ServiceSetupTests : IDisposable
{
    private static readonly DateOnly Day = new(2026, 4, 1);

    private readonly string folder = Directory.CreateTempSubdirectory("plus-setup").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task EmptyDatabase_BecomesTheServiceOfItsFiles()
    {
        await using var database = await TestDatabase.CreateAsync();
        Write("regions.csv", "code;name;from\nZ;Ziemeļi;2005-01-01\n");
        Write(
            "offices.csv",
            "code,region,name,kind,from,to\r\nC,,Centrs,central,01.01.2005,\r\nZ1,Z,\"Pirmā, \"\"lielā\"\"\",general,2005-01-01,\r\n"
        );
        Write("office_territories.csv", "\uFEFFterritory;office;from\n0001000;Z1;2021-07-01\n");
        Write(
            "staff.csv",
            "user_name;given_name;surname;office;role;from\nanna;Anna;Ozola;C;administrator;2026-04-01\nberta;Berta;Liepa;Z1;caseManager;2026-04-01\nberta;Berta;Liepa;C;analyst;2026-04-01\n"
        );

        var token = await Setup(database)
            .RunAsync(OrganisationCsv.Read(folder), StaffCsv.Read(In("staff.csv")), "anna", default);

        Assert.Equal(43, token.Length);
        Assert.Equal(
            "C Z1",
            await OneAsync(database, "SELECT string_agg(code, ' ' ORDER BY code) FROM organisation.office")
        );
        Assert.Equal(
            "Pirmā, \"lielā\"",
            await OneAsync(database, "SELECT name FROM organisation.office WHERE code = 'Z1'")
        );
        Assert.Equal(
            1L,
            await OneAsync(database, "SELECT count(*) FROM organisation.office_territory WHERE NOT assumed")
        );
        Assert.Equal(
            2L,
            await OneAsync(database, "SELECT count(*) FROM access.staff WHERE NOT is_demo AND password_hash IS NULL")
        );
        Assert.Equal(3L, await OneAsync(database, "SELECT count(*) FROM access.staff_post"));
        Assert.Equal("real", await OneAsync(database, "SELECT kind FROM kernel.mark"));
        Assert.Equal(
            "init",
            await OneAsync(database, "SELECT source FROM audit.process WHERE type = 'access.serviceSetUp'")
        );
        await DatabaseMigrator.MigrateAsync(database.OwnerConnectionString, "plus_app", default);
        Assert.Equal(2L, await OneAsync(database, "SELECT count(*) FROM organisation.office"));
    }

    [Fact]
    public async Task SecondTime_IsRefusedAndChangesNothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        await Setup(database).RunAsync(null, [Post("anna")], "anna", default);

        var refused = await Assert.ThrowsAsync<SetupException>(() =>
            Setup(database).RunAsync(null, [Post("berta")], "berta", default)
        );

        Assert.Contains("not empty", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1L, await OneAsync(database, "SELECT count(*) FROM access.staff"));
    }

    [Fact]
    public async Task TwoAtOnce_OnlyOneSucceeds()
    {
        await using var database = await TestDatabase.CreateAsync();

        var runs = await Task.WhenAll(
            new[] { "anna", "berta" }.Select(async name =>
            {
                try
                {
                    return await Setup(database).RunAsync(null, [Post(name)], name, default);
                }
                catch (SetupException)
                {
                    return null;
                }
            })
        );

        Assert.Single(runs, token => token is not null);
    }

    [Fact]
    public async Task DemoDatabase_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync();
        await DatabaseMark.SetAsync(database.OwnerConnectionString, DatabaseMark.Demo, default);

        var refused = await Assert.ThrowsAsync<SetupException>(() =>
            Setup(database).RunAsync(null, [Post("anna")], "anna", default)
        );

        Assert.Contains("demo", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownOffice_LeavesTheDatabaseAsItWas()
    {
        await using var database = await TestDatabase.CreateAsync();
        Write("regions.csv", "code;name;from\nZ;Ziemeļi;2005-01-01\n");
        Write("offices.csv", "code;region;name;kind;from\nC;;Centrs;central;2005-01-01\n");
        Write("office_territories.csv", "territory;office;from\n");

        var refused = await Assert.ThrowsAsync<SetupException>(() =>
            Setup(database).RunAsync(OrganisationCsv.Read(folder), [Post("anna", "CA")], "anna", default)
        );

        Assert.Contains("office 'CA' is not known", refused.Message, StringComparison.Ordinal);
        Assert.Equal(45L, await OneAsync(database, "SELECT count(*) FROM organisation.office"));
        Assert.Equal(0L, await OneAsync(database, "SELECT count(*) FROM kernel.mark"));
    }

    [Theory]
    [InlineData(
        "user_name;given_name;surname;office;role;from\nĀnna;A;B;CA;administrator;2026-04-01",
        "line 2: user name 'Ānna'"
    )]
    [InlineData(
        "user_name;given_name;surname;office;role;from\nanna;A;B;CA;boss;2026-04-01",
        "line 2: role 'boss' is not known"
    )]
    [InlineData(
        "user_name;given_name;surname;office;role;from\nanna;A;B;CA;analyst;1.1.26x",
        "line 2: '1.1.26x' is no date"
    )]
    [InlineData(
        "user_name;given_name;surname;office;role;from\nanna;A;;CA;analyst;2026-04-01",
        "line 2: 'surname' must not be empty"
    )]
    [InlineData(
        "user_name;given_name;surname;office;role;from\nanna;A;B;CA;analyst",
        "line 2: 5 columns where the first line has 6"
    )]
    [InlineData("user_name;surname;office;role;from\n", "the column 'given_name' is missing")]
    [InlineData("user_name;given_name;surname;office;role;from;phone\n", "the column 'phone' is not known")]
    [InlineData(
        "user_name;given_name;surname;office;role;from\nanna;A;B;CA;analyst;2026-04-01\nanna;C;B;CA;analyst;2026-04-01",
        "line 3: user name 'anna' stands with another name"
    )]
    [InlineData("", "staff.csv is empty")]
    public void StaffFile_Wrong_SaysWhere(string text, string says)
    {
        Write("staff.csv", text);

        var refused = Assert.Throws<SetupException>(() => StaffCsv.Read(In("staff.csv")));

        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
    }

    private static ServiceSetup Setup(TestDatabase database) =>
        new(database.OwnerConnectionString, TimeProvider.System);

    private static FirstPost Post(string userName, string office = "CA") =>
        new(userName, "Vārds", "Uzvārds", null, office, "administrator", Day);

    private static Task<object?> OneAsync(TestDatabase database, string sql) =>
        SqlRows.OneAsync(database.OwnerConnectionString, sql);

    private string In(string file) => Path.Combine(folder, file);

    private void Write(string file, string text) => File.WriteAllText(In(file), text);
}

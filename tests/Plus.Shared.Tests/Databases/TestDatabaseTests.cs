using Npgsql;
using Plus.Testing.Databases;

namespace Plus.Shared.Tests.Databases;

public sealed class TestDatabaseTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task ApplicationRole_OwnsNothingAndMayNotCreate()
    {
        await using var connection = new NpgsqlConnection(database.AppConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("CREATE TABLE public.mine (id int)", connection);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task Database_SortsAsLatvianDoes()
    {
        await using var connection = new NpgsqlConnection(database.AppConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "SELECT string_agg(n, ' ' ORDER BY n) FROM unnest(ARRAY['Ķirsis','Kārlis','Ģirts','Gints','Čakste','Cielava','Ābols','Abols']) n",
            connection
        );

        Assert.Equal("Abols Ābols Cielava Čakste Gints Ģirts Kārlis Ķirsis", await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task Databases_AreSeparate()
    {
        await using var other = await TestDatabase.CreateAsync();
        Assert.NotEqual(database.Name, other.Name);
        await using var connection = new NpgsqlConnection(other.OwnerConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT current_database()", connection);

        Assert.Equal(other.Name, await command.ExecuteScalarAsync());
    }
}

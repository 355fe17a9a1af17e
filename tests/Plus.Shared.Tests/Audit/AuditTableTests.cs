using Npgsql;
using Plus.Shared.Tests.Databases;
using Plus.Testing.Databases;

namespace Plus.Shared.Tests.Audit;

public sealed class AuditTableTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Theory]
    [InlineData("UPDATE audit.process SET reason = NULL")]
    [InlineData("DELETE FROM audit.process")]
    [InlineData("TRUNCATE audit.view")]
    [InlineData("DELETE FROM audit.view")]
    public async Task Application_MayNotChangeWhatWasDone(string sql) =>
        Assert.Equal(
            PostgresErrorCodes.InsufficientPrivilege,
            await SqlRows.RefusalOfAsync(database.AppConnectionString, sql)
        );

    [Fact]
    public async Task Owner_IsStoppedByTheTrigger()
    {
        await SqlRows.OneAsync(
            database.OwnerConnectionString,
            "INSERT INTO audit.process (id, at, on_day, type, source, on_timeline) VALUES (gen_random_uuid(), now(), current_date, 'test', 'test', false)"
        );

        Assert.Equal(
            PostgresErrorCodes.RaiseException,
            await SqlRows.RefusalOfAsync(database.OwnerConnectionString, "DELETE FROM audit.process")
        );
    }
}

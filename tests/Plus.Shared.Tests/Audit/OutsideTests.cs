using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Plus.Shared.Audit.Alarms;
using Plus.Shared.Tests.Clients;
using Plus.Shared.Tests.Databases;
using Plus.Testing.Databases;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Audit;

/// <summary>What is changed in the database by other means than PLUS.</summary>
public sealed class OutsideTests : IAsyncLifetime
{
    private readonly PlusApp app = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task EveryTableWithAClient_IsWatched()
    {
        Assert.Equal(
            "",
            string.Join(
                ", ",
                await app.ReadListAsync(
                    """
                    SELECT w.name FROM audit.watched_tables() w WHERE NOT w.watched
                    UNION ALL
                    SELECT DISTINCT c.oid::regclass::text FROM pg_class c
                    JOIN pg_namespace n ON n.oid = c.relnamespace
                    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'client_id' AND NOT a.attisdropped
                    WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('audit', 'jobs', 'drafts') AND c.relpersistence = 'p'
                      AND c.oid::regclass::text NOT IN (SELECT name FROM audit.watched_tables())
                    """
                )
            )
        );
    }

    [Fact]
    public async Task ChangeThroughPlus_LeavesNothingThere()
    {
        var manager = await app.StaffAsync("caseManager");
        await app.PersonAsync("Jānis", "Ozols", manager: manager.Id);
        await app.LoggedInAsAsync(manager);

        Assert.Equal(0L, await app.ScalarAsync<long>("SELECT count(*) FROM audit.outside"));
    }

    [Fact]
    public async Task ChangeByPsql_IsShownToTheOfficer_WithBeforeAndAfter_AndRaisesAnAlarm()
    {
        var person = await app.PersonAsync("Jānis", "Ozols");
        var outside = await SuperuserAsync();
        await SealedAudit.DoAsync(
            outside,
            $"SET application_name = 'psql'; UPDATE clients.client SET surname = 'Bērziņš' WHERE id = '{person.Client.Id}'"
        );
        await app.Services.GetRequiredService<AlarmHunt>().FindOutsideAsync(Token);
        var officer = await app.LoggedInAsAsync("dataProtectionOfficer");

        var home = await officer.GetAsync("/");
        var list = await officer.GetAsync("/audit/outside");
        var id = await app.ScalarAsync<Guid>("SELECT id FROM audit.outside");
        var one = await officer.GetAsync($"/audit/event/outside/{id}");

        Assert.Contains("Audita brīdinājumi gaida izvērtējumu: 1", home.Words, StringComparison.Ordinal);
        Assert.Contains("plus_super / psql", list.Words, StringComparison.Ordinal);
        Assert.Contains("clients.client", list.Words, StringComparison.Ordinal);
        var row = one
            .Html.QuerySelectorAll("tbody tr")
            .Single(r => r.TextContent.Contains("Uzvārds", StringComparison.Ordinal));
        Assert.Contains("Ozols", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Bērziņš", row.TextContent, StringComparison.Ordinal);
        Assert.Contains(person.Case.Number, one.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DeletedAddedEmptied_AreWrittenDown_AndSecretsAreNot()
    {
        var person = await app.PersonAsync("Anna", "Kalniņa");
        var outside = await SuperuserAsync();
        await SealedAudit.DoAsync(
            outside,
            $"""
            INSERT INTO clients.client_address (id, client_id, kind, text, as_of, source)
            VALUES (gen_random_uuid(), '{person.Client.Id}', 'actual', 'Rīga', '2026-01-01', 'psql');
            DELETE FROM clients.client_address WHERE client_id = '{person.Client.Id}' AND text = 'Rīga';
            TRUNCATE clients.earlier_conviction;
            UPDATE access.staff SET password_hash = 'x'
            """
        );
        await app.StaffAsync("caseManager");
        await SealedAudit.DoAsync(outside, "UPDATE access.staff SET password_hash = 'y'");

        Assert.Equal(
            [
                "delete clients.client_address",
                "insert clients.client_address",
                "truncate clients.earlier_conviction",
                "update access.staff",
            ],
            await app.ReadListAsync("SELECT DISTINCT kind || ' ' || table_name FROM audit.outside ORDER BY 1")
        );
        Assert.Equal(
            0L,
            await app.ScalarAsync<long>("SELECT count(*) FROM audit.outside WHERE after ? 'password_hash'")
        );
        Assert.Equal(
            1L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM audit.outside WHERE kind = 'delete' AND client_id = '{person.Client.Id}' AND before ->> 'text' = 'Rīga'"
            )
        );
    }

    [Fact]
    public async Task SwitchedOffTrigger_IsSaid_AndTheNextMigrationSetsItAgain()
    {
        await SealedAudit.DoAsync(await SuperuserAsync(), "ALTER TABLE clients.client DISABLE TRIGGER outside_change");
        var officer = await app.LoggedInAsAsync("dataProtectionOfficer");

        var page = await officer.GetAsync("/audit/outside");
        await SqlRows.OneAsync(app.Database.OwnerConnectionString, "SELECT audit.watch_tables()");
        var after = await officer.GetAsync("/audit/outside");

        Assert.Contains("clients.client", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("clients.client", after.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SET plus.through = 'plus'")]
    [InlineData("SET plus.through = '0123456789abcdef0123456789abcdef0123456789abcdef'")]
    [InlineData("SET session_replication_role = replica")]
    public async Task ForgedMark_OfAnyRole_IsStillOutside(string trick)
    {
        var person = await app.PersonAsync("Jānis", "Ozols");
        var owner = new NpgsqlConnectionStringBuilder(app.Database.OwnerConnectionString) { Options = null };
        var application = new NpgsqlConnectionStringBuilder(app.Database.AppConnectionString) { Options = null };
        var change = $"{trick}; UPDATE clients.client SET surname = surname || 'a' WHERE id = '{person.Client.Id}'";

        await SealedAudit.DoAsync(await SuperuserAsync(), change);
        if (!trick.Contains("replica", StringComparison.Ordinal))
        {
            await SealedAudit.DoAsync(owner.ConnectionString, change);
        }

        // The application's own role sees no row without a reach; what it writes is outside all the same.
        await SealedAudit.DoAsync(
            application.ConnectionString,
            "SET plus.through = 'plus'; INSERT INTO audit.view (id, at, kind, part, clients, source) VALUES (gen_random_uuid(), now(), 'consult', 'forged', '{}', 'x')"
        );

        Assert.Equal(
            trick.Contains("replica", StringComparison.Ordinal)
                ? ["plus_app", "plus_super"]
                : ["plus_app", "plus_owner", "plus_super"],
            await app.ReadListAsync("SELECT DISTINCT database_role FROM audit.outside ORDER BY 1")
        );
    }

    [Fact]
    public async Task EventPutIntoTheAudit_IsOutsideToo()
    {
        await SealedAudit.DoAsync(
            await SuperuserAsync(),
            "INSERT INTO audit.view (id, at, kind, part, clients, source) VALUES (gen_random_uuid(), now(), 'consult', 'forged', '{}', 'x')"
        );

        Assert.Equal(["audit.view"], await app.ReadListAsync("SELECT table_name FROM audit.outside"));
    }

    [Fact]
    public async Task WatchThatWasTouched_RaisesAnAlarm_EvenWhenPutBack()
    {
        var hunt = app.Services.GetRequiredService<AlarmHunt>();
        var superuser = await SuperuserAsync();
        await hunt.FindOutsideAsync(Token);
        Assert.Equal(0L, await app.ScalarAsync<long>("SELECT count(*) FROM audit.alarm"));

        await SealedAudit.DoAsync(
            superuser,
            """
            ALTER TABLE clients.client DISABLE TRIGGER outside_change;
            ALTER TABLE clients.client ENABLE ALWAYS TRIGGER outside_change
            """
        );
        await hunt.FindOutsideAsync(Token);
        await SealedAudit.DoAsync(
            superuser,
            "CREATE OR REPLACE FUNCTION audit.is_through() RETURNS boolean LANGUAGE sql STABLE AS 'SELECT true'"
        );
        await hunt.FindOutsideAsync(Token);

        Assert.Equal(
            ["audit.is_through(), audit.watch_state()", "audit.watch_state()"],
            await app.ReadListAsync("SELECT detail FROM audit.alarm WHERE rule = 'unwatched' ORDER BY 1")
        );
    }

    [Fact]
    public async Task Application_CanNeitherForgeNorRemove()
    {
        foreach (
            var sql in new[]
            {
                "DELETE FROM audit.outside",
                "INSERT INTO audit.seal SELECT * FROM audit.seal",
                "INSERT INTO audit.outside (table_name, kind, database_role, application_name) VALUES ('x', 'update', 'x', 'x')",
            }
        )
        {
            Assert.Equal(
                PostgresErrorCodes.InsufficientPrivilege,
                await SqlRows.RefusalOfAsync(app.Database.AppConnectionString, sql)
            );
        }
    }

    private async Task<string> SuperuserAsync() =>
        (await PostgresServer.GetAsync()).SuperuserConnectionTo(app.Database.Name);
}

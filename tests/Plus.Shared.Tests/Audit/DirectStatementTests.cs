using Npgsql;
using Plus.Host.Database;
using Plus.Kernel.Storage;
using Plus.Shared.Audit.Direct;
using Plus.Shared.Tests.Databases;
using Plus.Testing.Databases;

namespace Plus.Shared.Tests.Audit;

/// <summary>Readings past PLUS, from the log of a server with pgAudit.</summary>
public sealed class DirectStatementTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("SELECT * FROM t WHERE a = 'Ozols' AND n = 12", "SELECT * FROM t WHERE a = ? AND n = ?")]
    [InlineData("SELECT E'O''zols\\' x', $$Anna$$, $a$B$a$ -- Anna", "SELECT ?, ?, ? ?")]
    [InlineData(
        "SELECT t1.a FROM clients.client t1 /* Anna */ WHERE b = 'unfinished",
        "SELECT t1.a FROM clients.client t1 ? WHERE b = ?"
    )]
    public void Values_AreTakenOutOfAStatement(string statement, string masked) =>
        Assert.Equal(masked, StatementMask.Of(statement));

    [Fact]
    public async Task ReadingByPsql_IsBrought_WithoutValues_AndPlussOwnIsNot()
    {
        if (Directory.GetFiles("/usr/lib/postgresql", "pgaudit.so", SearchOption.AllDirectories).Length == 0)
        {
            Assert.Skip("pgAudit is not installed here (postgresql-15-pgaudit).");
        }

        var folder = PostgresServer.NewFolder("pgaudit");
        var options = new EmbeddedPostgresOptions(folder) { Command = "test" };
        await using (var first = await EmbeddedPostgres.StartAsync(options, Token))
        {
            await File.WriteAllTextAsync(
                Path.Combine(first.Cluster, "conf.d", "20-own.conf"),
                "shared_preload_libraries = 'pgaudit'\npgaudit.log = 'read, write, ddl'\nlog_destination = 'stderr,jsonlog'\n",
                Token
            );
        }

        await Eventually.HoldsAsync(() => !File.Exists(Path.Combine(folder, "postgres", "postmaster.pid")), "stopped");
        await using (var server = await EmbeddedPostgres.StartAsync(options, Token))
        {
            await DatabaseMigrator.MigrateAsync(server.OwnerConnectionString, "plus_app", Token);
            await using var plus = PlusDataSource.Build(server.AppConnectionString);
            await DoAsync(plus, "SELECT count(*) FROM organisation.office WHERE name = 'Plus'");
            await using var psql = NpgsqlDataSource.Create(
                server.SuperuserConnectionTo("plus") + ";Application Name=psql"
            );
            await DoAsync(psql, "SELECT surname FROM clients.client WHERE surname = 'Ozolkalns'");
            var direct = new DirectStatements(plus, new StatementLogFolder(Path.Combine(server.Cluster, "log")));

            await Eventually.HoldsAsync(
                async () =>
                {
                    await direct.TakeAsync(Token);
                    return (await RowsAsync(server, "application_name = 'psql'")).Count > 0;
                },
                "brought"
            );

            Assert.Contains(
                "plus_super READ SELECT SELECT surname FROM clients.client WHERE surname = ?",
                await RowsAsync(server, "application_name = 'psql'")
            );
            Assert.Equal([], await RowsAsync(server, "database_role = 'plus_app'"));
            Assert.Equal([], await RowsAsync(server, "statement LIKE '%Ozolkalns%'"));
        }

        await Eventually.HoldsAsync(() => !File.Exists(Path.Combine(folder, "postgres", "postmaster.pid")), "stopped");
        Directory.Delete(folder, recursive: true);
    }

    private static async Task DoAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteScalarAsync(Token);
    }

    private static async Task<IReadOnlyList<string>> RowsAsync(EmbeddedPostgres server, string where)
    {
        await using var source = NpgsqlDataSource.Create(server.OwnerConnectionString);
        await using var command = source.CreateCommand(
            $"SELECT database_role || ' ' || class || ' ' || command || ' ' || statement FROM audit.statement WHERE {where}"
        );
        await using var reader = await command.ExecuteReaderAsync(Token);
        var rows = new List<string>();
        while (await reader.ReadAsync(Token))
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}

using Npgsql;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Testing.Arranging;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Access.Walls;

/// <summary>Raw SQL as the application's role, without the key that reaches are sealed with.</summary>
public sealed class SealedReachTests(PlusApp app) : IClassFixture<PlusApp>
{
    private static readonly string Widest = Reach.System("test").Setting;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AReachThatIsMerelySaid_ShowsNothingOfAnyTable()
    {
        await app.PersonAsync("Andra", "Aizzīmogotā");
        await using var source = NpgsqlDataSource.Create(app.Database.AppConnectionString);
        await using var connection = await source.OpenConnectionAsync(Ct);
        await using var other = await source.OpenConnectionAsync(Ct);
        var right = WallKey.Seal(connection, Widest);
        Assert.True(await CountAsync(connection, right, "clients.client") > 0);
        var tables = await app.ReadListAsync(
            """
            SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relrowsecurity AND c.relkind IN ('r', 'p') AND c.oid <> 'audit.process'::regclass ORDER BY 1
            """
        );
        foreach (
            var said in new[]
            {
                Widest,
                "|" + Widest,
                new string('0', 64) + "|" + Widest,
                WallKey.Seal(other, Widest),
                right.Replace("system:test", "system:best", StringComparison.Ordinal),
                right + "|",
                right.ToUpperInvariant(),
            }
        )
        {
            foreach (var table in tables)
            {
                Assert.True(await CountAsync(connection, said, table) == 0, $"{table} answers to {said[..20]}");
            }
        }
    }

    [Fact]
    public async Task WhatSealsAndWhatLogsIn_IsNotReadable()
    {
        await app.AsAsync("caseManager");
        await using var source = NpgsqlDataSource.Create(app.Database.AppConnectionString);
        await using var connection = await source.OpenConnectionAsync(Ct);
        foreach (
            var sql in new[]
            {
                "SELECT count(*) FROM kernel.wall_key",
                "UPDATE kernel.wall_key SET inner_block = ''",
                "DELETE FROM kernel.wall_key",
            }
        )
        {
            await using var command = new NpgsqlCommand(sql, connection);
            var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteScalarAsync(Ct));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }

        Assert.True(await app.ScalarAsync<long>("SELECT count(*) FROM keys.data_protection_key") > 0);
        Assert.Equal(0, await CountAsync(connection, Widest, "keys.data_protection_key"));
        Assert.Equal(
            0,
            await CountAsync(connection, Widest, "access.lists_of(gen_random_uuid(), current_date, now())")
        );
    }

    // What is said is said twice: by the procedure and by the setting itself.
    private static async Task<long> CountAsync(NpgsqlConnection connection, string said, string from)
    {
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        var most = 0L;
        foreach (var way in new[] { "CALL access.enter(@said)", "SELECT set_config('plus.reach', @said, true)" })
        {
            await using var tell = new NpgsqlCommand(way, connection);
            tell.Parameters.AddWithValue("said", said);
            await tell.ExecuteNonQueryAsync(Ct);
            await using var count = new NpgsqlCommand($"SELECT count(*) FROM {from}", connection);
            most = Math.Max(most, (long)(await count.ExecuteScalarAsync(Ct))!);
        }

        return most;
    }
}

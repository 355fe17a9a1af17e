using Npgsql;
using Plus.Host.Database.Backups;
using Plus.Shared.Audit.Proof;
using Plus.Shared.Audit.Sealing;
using Plus.Shared.Tests.Databases;
using Plus.Testing.Databases;

namespace Plus.Shared.Tests.Audit;

public sealed class SealingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EventThatCommitsLate_IsSealedAllTheSame_AndEachOnlyOnce()
    {
        await using var audit = await SealedAudit.CreateAsync();
        await using var slow = new NpgsqlConnection(audit.Database.AppConnectionString);
        await slow.OpenAsync(Token);
        await using var transaction = await slow.BeginTransactionAsync(Token);
        await using (
            var command = new NpgsqlCommand(
                "INSERT INTO audit.process (id, at, on_day, type, source, on_timeline) VALUES (gen_random_uuid(), now(), current_date, 'late', 'test', false)",
                slow,
                transaction
            )
        )
        {
            await command.ExecuteNonQueryAsync(Token);
        }

        await audit.WriteAsync(5);
        var first = await audit.Sealer.SealAsync(wait: true, Token);
        var idle = await audit.Sealer.SealAsync(wait: true, Token);
        await transaction.CommitAsync(Token);
        await audit.WriteAsync(1);
        var second = await audit.Sealer.SealAsync(wait: true, Token);
        await using var source = NpgsqlDataSource.Create(audit.Database.AppConnectionString);
        await using var another = new AuditSealer(source, new(TimeProvider.System));
        var elsewhere = await another.SealAsync(wait: true, Token);

        Assert.Equal((10L, 0L, 3L, 0L), (first, idle, second, elsewhere));
        Assert.Equal(13, (await audit.ProveAsync(NoHeads(audit))).Events);
    }

    [Fact]
    public async Task ConnectionBroken_TheNextTimeSealsOnAnother()
    {
        await using var audit = await SealedAudit.CreateAsync();
        await audit.WriteAsync(3);
        await audit.Sealer.SealAsync(wait: true, Token);
        await audit.WriteAsync(4);
        await SealedAudit.DoAsync(
            audit.Superuser,
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        );

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => audit.Sealer.SealAsync(wait: true, Token));
        Assert.Equal(8L, await audit.Sealer.SealAsync(wait: true, Token));
    }

    [Fact]
    public async Task TwoSealersAtOnce_SealEachEventOnce()
    {
        await using var audit = await SealedAudit.CreateAsync();
        await using var source = NpgsqlDataSource.Create(audit.Database.AppConnectionString);
        await using var other = new AuditSealer(source, new(TimeProvider.System));
        var sealedEvents = 0L;
        for (var round = 0; round < 5; round++)
        {
            var writing = audit.WriteAsync(50);
            var both = await Task.WhenAll(
                audit.Sealer.SealAsync(wait: true, Token),
                other.SealAsync(wait: true, Token)
            );
            await writing;
            sealedEvents += both.Sum();
        }

        sealedEvents += await other.SealAsync(wait: true, Token);

        Assert.Equal(500, sealedEvents);
        Assert.True((await audit.ProveAsync(NoHeads(audit))).IsWhole);
    }

    [Fact]
    public async Task EventsAfterTheLastHead_AreNamedAsTheGap()
    {
        await using var audit = await SealedAudit.FilledAsync();
        await audit.WriteAsync(3);
        await audit.Sealer.SealAsync(wait: true, Token);
        await audit.WriteAsync(2);

        var verdict = await audit.ProveAsync();

        Assert.True(verdict.IsWhole);
        Assert.Equal((6, 4), (verdict.AfterHead, verdict.Unsealed));
    }

    [Fact]
    public async Task RestoredElsewhere_TheChainsGoOn_AndNothingIsSealedTwice()
    {
        await using var audit = await SealedAudit.FilledAsync();
        await audit.TamperAsync("SELECT audit.keep_partitions('2024-02-01', '2024-02-01')");
        await audit.WriteAsync(4);
        var file = Path.Combine(audit.Folder, "backup.zip");
        await DatabaseBackup.SaveAsync(audit.Database.OwnerConnectionString, file, Token);
        await using var target = await TestDatabase.CreateEmptyAsync();
        using (var backup = BackupFile.Open(file))
        {
            await DatabaseRestore.RestoreAsync(backup, target.OwnerConnectionString, "plus_app", Token);
        }

        // The numbers of transactions mean nothing there: as if in another cluster.
        await SealedAudit.DoAsync(
            target.OwnerConnectionString,
            "ALTER TABLE audit.seal DISABLE TRIGGER USER; UPDATE audit.seal SET cluster = 'another', horizon = 1000000000000; ALTER TABLE audit.seal ENABLE TRIGGER USER"
        );
        await using var source = NpgsqlDataSource.Create(target.AppConnectionString);
        await using var sealer = new AuditSealer(source, new(TimeProvider.System));
        var first = await sealer.SealAsync(wait: true, Token);
        await SealedAudit.DoAsync(
            target.AppConnectionString,
            "INSERT INTO audit.process (id, at, on_day, type, source, on_timeline) VALUES (gen_random_uuid(), now(), current_date, 'after', 'test', false)"
        );
        var second = await sealer.SealAsync(wait: true, Token);

        Assert.Equal((8L, 1L), (first, second));
        await using var connection = new NpgsqlConnection(target.OwnerConnectionString);
        await connection.OpenAsync(Token);
        var verdict = await DatabaseProof.ProveAsync(
            connection,
            TrustedHeads.Read(audit.Places.Folder, audit.PublicKey),
            Token
        );
        Assert.True(verdict.IsWhole, string.Join('\n', verdict.Lines()));
        Assert.Equal(69, verdict.Events);
    }

    [Fact]
    public async Task KeyChange_IsSignedByTheKeyBefore()
    {
        await using var audit = await SealedAudit.FilledAsync();
        var first = audit.PublicKey;
        var before = new FileInfo(audit.Places.KeyPath).UnixFileMode;

        audit.Heads.Rotate();
        await audit.WriteAsync(2);
        await audit.SealAsync();

        Assert.NotEqual(first, audit.PublicKey);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, before);
        Assert.Equal(before, new FileInfo(audit.Places.KeyPath).UnixFileMode);
        var heads = TrustedHeads.Read(audit.Places.Folder, first);
        Assert.Null(heads.Break);
        Assert.Equal(4, heads.All.Count);
        Assert.NotNull(TrustedHeads.Read(audit.Places.Folder, audit.PublicKey).Break);
    }

    [Fact]
    public async Task LostKey_IsNotReplacedInSilence()
    {
        await using var audit = await SealedAudit.FilledAsync();
        File.Delete(audit.Places.KeyPath);
        await audit.WriteAsync(1);
        await audit.Sealer.SealAsync(wait: true, Token);

        await Assert.ThrowsAsync<InvalidOperationException>(() => audit.Heads.WriteAsync(Token));
    }

    [Fact]
    public async Task Months_AreMadeAhead_AndTakeWhatLayInNone()
    {
        await using var audit = await SealedAudit.FilledAsync();
        await SealedAudit.DoAsync(
            audit.Database.AppConnectionString,
            "INSERT INTO audit.process (id, at, on_day, type, source, on_timeline) VALUES (gen_random_uuid(), '2019-05-05 10:00Z', current_date, 'old', 'test', false)"
        );
        await audit.Sealer.SealAsync(wait: true, Token);
        Assert.Equal(
            1L,
            await SqlRows.OneAsync(audit.Database.AppConnectionString, "SELECT audit.in_default_partition()")
        );

        await audit.Months.KeepAheadAsync(Token);
        await SealedAudit.DoAsync(
            audit.Database.AppConnectionString,
            "SELECT audit.keep_partitions('2019-05-01', '2019-06-01')"
        );

        Assert.Equal(
            0L,
            await SqlRows.OneAsync(audit.Database.AppConnectionString, "SELECT audit.in_default_partition()")
        );
        Assert.Equal(
            1L,
            await SqlRows.OneAsync(audit.Database.OwnerConnectionString, "SELECT count(*) FROM audit.process_2019_05")
        );
        Assert.Equal(0L, await audit.Sealer.SealAsync(wait: true, Token));
        Assert.Equal(
            PostgresErrorCodes.InsufficientPrivilege,
            await SqlRows.RefusalOfAsync(audit.Database.AppConnectionString, "DELETE FROM audit.process_2019_05")
        );
        Assert.Equal(
            PostgresErrorCodes.RaiseException,
            await SqlRows.RefusalOfAsync(audit.Database.OwnerConnectionString, "DELETE FROM audit.process_2019_05")
        );
    }

    [Fact]
    public async Task EveryColumnOfAnEvent_IsInItsLine()
    {
        await using var audit = await SealedAudit.FilledAsync();
        foreach (var table in AuditChain.Tables)
        {
            var missing = await SqlRows.OneAsync(
                audit.Superuser,
                $"""
                SELECT string_agg(c.column_name, ', ') FROM information_schema.columns c
                WHERE c.table_schema = 'audit' AND c.table_name = '{table}' AND c.column_name <> 'xid'
                  AND pg_get_functiondef(('audit.line(audit.{table})')::regprocedure) NOT LIKE '%' || c.column_name || '_: %e.' || c.column_name || '%'
                  AND pg_get_functiondef(('audit.line(audit.{table})')::regprocedure) NOT LIKE '%' || c.column_name || '_, %e.' || c.column_name || '%'
                """
            );

            Assert.Equal(DBNull.Value, missing ?? DBNull.Value);
        }
    }

    [Theory]
    [InlineData("process")]
    [InlineData("view")]
    public async Task Line_IsTheEventAsJsonb_WhateverStandsInIt(string table)
    {
        await using var audit = await SealedAudit.FilledAsync();
        await SealedAudit.DoAsync(
            audit.Superuser,
            """
            INSERT INTO audit.process (id, at, on_day, type, source, on_timeline, reason, legal_basis, values)
            VALUES (gen_random_uuid(), '2026-03-01 10:00:00.5+02', '2026-03-01', 'a"b\c', E'rinda\n\t\u0101', true,
                    E'"Ā" A\u0304 \\ \u0007 </script>', '', '{"b": "x\"", "a": [null, 1.50]}');
            INSERT INTO audit.view (id, at, kind, part, clients, source, purpose) VALUES
                (gen_random_uuid(), now(), 'consult', 'a"b\c', '{}', E'\u2028', E'"\\'),
                (gen_random_uuid(), now(), 'list', 'x', ARRAY[gen_random_uuid(), gen_random_uuid()], '', NULL)
            """
        );

        // Its own text as the database writes JSON, and each column as the database turns it into JSON.
        var differing = await SqlRows.OneAsync(
            audit.Superuser,
            $"""
            SELECT string_agg(audit.line(e), E'\n') FROM audit.{table} e
            WHERE audit.line(e) <> audit.line(e)::jsonb::text OR audit.line(e)::jsonb ->> 'event' <> '{table}'
               OR (audit.line(e)::jsonb ->> 'at')::timestamptz <> e.at
               OR audit.line(e)::jsonb - 'event' - 'at' <> to_jsonb(e) - 'xid' - 'at'
            """
        );

        Assert.Equal(DBNull.Value, differing ?? DBNull.Value);
        Assert.Contains(
            """a\"b\\c""",
            (string)
                (
                    await SqlRows.OneAsync(
                        audit.Superuser,
                        $"SELECT string_agg(audit.line(e), ' ') FROM audit.{table} e"
                    )
                )!,
            StringComparison.Ordinal
        );
    }

    private static string NoHeads(SealedAudit audit)
    {
        SigningKey.LoadOrMake(audit.Places).Dispose();
        return Directory.CreateDirectory(Path.Combine(audit.Folder, "none")).FullName;
    }
}

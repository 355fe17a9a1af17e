using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Ids;
using Plus.Shared.Audit.Looking;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Audit;

/// <summary>
/// The viewer over three years of a service of 420 people: 20 million events, or as many as <c>PLUS_AUDIT_EVENTS</c> says.
/// </summary>
[Trait("Category", "Long")]
public sealed class LargeAuditTests : IAsyncLifetime
{
    private const double LimitSeconds = 1;
    private readonly PlusApp app = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static long Events =>
        long.TryParse(Environment.GetEnvironmentVariable("PLUS_AUDIT_EVENTS"), CultureInfo.InvariantCulture, out var n)
            ? n
            : 20_000_000;

    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();
        await SealedAudit.DoAsync(app.Database.OwnerConnectionString, Fill(Events * 4 / 5, Events / 5));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task EveryQuestion_IsAnsweredWithinASecond()
    {
        var client = new ClientId(await app.ScalarAsync<Guid>("SELECT md5('client4711')::uuid"));
        var actor = new StaffId(await app.ScalarAsync<Guid>("SELECT md5('staff77')::uuid"));
        var all = new AuditQuestion(new DateOnly(2023, 12, 1), new DateOnly(2026, 11, 28));
        var day = new AuditQuestion(new DateOnly(2025, 5, 5), new DateOnly(2025, 5, 5));
        (string Name, AuditQuestion Asked, ClientId? Client, StaffId? Actor)[] questions =
        [
            ("person", all, client, null),
            ("employee", all, null, actor),
            ("person and employee", all, client, actor),
            ("a day", day, null, null),
            ("everything", all, null, null),
            ("disclosures", all with { Kind = "disclose" }, null, null),
            ("erasures", all with { Kind = "erase" }, null, null),
            ("changes by an employee", all with { Kind = "change" }, null, actor),
            ("purpose", all with { Purpose = "inspection" }, null, null),
            ("rare purpose of a person", all with { Purpose = "complaint" }, client, null),
        ];
        var slow = new List<string>();
        foreach (var (name, asked, whose, by) in questions)
        {
            await using var scope = app.Scope();
            var trail = scope.ServiceProvider.GetRequiredService<AuditTrail>();
            await trail.ReadAsync(asked, whose, by, null, AuditPage.PageSize, Token);
            var watch = Stopwatch.StartNew();
            var found = await trail.ReadAsync(asked, whose, by, null, AuditPage.PageSize, Token);
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"{name}: {watch.ElapsedMilliseconds} ms, {found.Count} events"
            );
            if (watch.Elapsed.TotalSeconds > LimitSeconds)
            {
                slow.Add($"{name}: {watch.ElapsedMilliseconds} ms");
            }
        }

        Assert.Equal([], slow);
    }

    // Four of five readings show one record, one of five is a list or search of 25.
    private static string Fill(long views, long processes) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $$$"""
            SET statement_timeout = 0;
            SELECT audit.keep_partitions('2023-12-01', '2026-12-01');
            ALTER TABLE audit.view DISABLE TRIGGER USER;
            ALTER TABLE audit.process DISABLE TRIGGER USER;
            INSERT INTO audit.view (id, at, actor_id, kind, part, clients, purpose, source)
            SELECT (lpad(to_hex((extract(epoch FROM t.at) * 1000)::bigint), 12, '0') || '7' || substr(md5(n::text), 1, 19))::uuid, t.at,
                md5('staff' || (n * 7919) % 420)::uuid,
                CASE WHEN n % 10 = 0 THEN 'list' WHEN n % 5 = 0 THEN 'search' WHEN n % 997 = 0 THEN 'disclose' ELSE 'consult' END,
                'clients.view',
                CASE WHEN n % 5 = 0 THEN ARRAY(SELECT md5('client' || (n * 31 + k * 17) % 60000)::uuid FROM generate_series(1, 25) k)
                     ELSE ARRAY[md5('client' || (n * 104729) % 60000)::uuid] END,
                CASE WHEN n % 50 = 1 THEN (ARRAY['substitution', 'inspection', 'complaint', 'oversight'])[1 + n % 4] END, '10.1.2.3'
            FROM generate_series(1, {{{views}}}::bigint) n
            CROSS JOIN LATERAL (SELECT timestamptz '2023-12-01 06:00+00' + n * (interval '1092 days' / {{{views}}}) AS at) t;
            INSERT INTO audit.process (id, at, on_day, type, actor_id, source, client_id, on_timeline, changes)
            SELECT (lpad(to_hex((extract(epoch FROM t.at) * 1000)::bigint), 12, '0') || '7' || substr(md5('p' || n), 1, 19))::uuid, t.at,
                t.at::date, (ARRAY['contacts.recorded', 'clients.addressChanged', 'cases.sectionOpened', 'journal.written',
                'workHours.entered', 'retention.erased', 'exchange.taken', 'audit.looked'])[1 + n % 8],
                md5('staff' || (n * 7919) % 420)::uuid, '10.1.2.3', md5('client' || (n * 104729) % 60000)::uuid, true,
                '[{"record": "contacts.contact", "fields": {"State": ["planned", "held"]}}]'
            FROM generate_series(1, {{{processes}}}::bigint) n
            CROSS JOIN LATERAL (SELECT timestamptz '2023-12-01 06:00+00' + n * (interval '1092 days' / {{{processes}}}) AS at) t;
            ALTER TABLE audit.view ENABLE TRIGGER USER;
            ALTER TABLE audit.process ENABLE TRIGGER USER;
            SELECT audit.watch_tables();
            ANALYZE audit.view, audit.process
            """
        );
}

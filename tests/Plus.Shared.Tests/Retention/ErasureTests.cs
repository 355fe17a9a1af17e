using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Plus.Host;
using Plus.Law.Rules;
using Plus.Shared.Audit.Proof;
using Plus.Shared.Audit.Sealing;
using Plus.Shared.Retention.Erasing;
using Plus.Shared.Statistics.Engine;
using Plus.Testing.Databases;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Retention;

/// <summary>The application on a small demo service.</summary>
public sealed class ErasableDemo : IAsyncLifetime
{
    public PlusApp App { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await App.InitializeAsync();
        await App.BuildSmallDemoAsync();
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}

/// <summary>Erasing people of a small demo service, long after their cases were closed.</summary>
public sealed class ErasureTests(ErasableDemo demo) : IClassFixture<ErasableDemo>
{
    private PlusApp App => demo.App;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryTableOfAClient_IsInThePlan()
    {
        await using var scope = App.Scope();
        var plan = scope.ServiceProvider.GetRequiredService<Plus.Shared.Retention.Plan.ErasurePlanner>().Make();
        // Tables that name a client or section, and those that lead to one by a key, whoever made them.
        var tables = await App.ReadListAsync(
            """
            WITH RECURSIVE named AS (
                SELECT DISTINCT c.oid FROM pg_class c
                JOIN pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname IN ('client_id', 'section_id', 'person_id')
                WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence = 'p'
                UNION SELECT 'clients.client'::regclass
                UNION SELECT k.conrelid FROM pg_constraint k JOIN named t ON t.oid = k.confrelid WHERE k.contype = 'f'
            ) SELECT replace(oid::regclass::text, '"', '') FROM named
            WHERE oid::regclass::text NOT LIKE 'audit.%' AND oid::regclass::text NOT LIKE 'retention.%' ORDER BY 1
            """
        );

        Assert.True(tables.Count > 25, string.Join(", ", tables));
        Assert.Equal([], tables.Where(t => !plan.Covers(t)));
    }

    [Fact]
    public async Task IncidentsAndTransportCosts_LoseTheirWordsAccountsAndTickets()
    {
        await using var scope = App.Scope();
        var plan = scope.ServiceProvider.GetRequiredService<Plus.Shared.Retention.Plan.ErasurePlanner>().Make();

        foreach (
            var (table, column) in ((string, string)[])
                [
                    ("incidents.incident", "description"),
                    ("incidents.measure", "wording"),
                    ("incidents.measure", "end_note"),
                    ("transport_costs.claim", "account"),
                    ("transport_costs.claim", "grounds"),
                ]
        )
        {
            Assert.Contains($" {column} = ", plan.Steps.Single(s => s.Table == table).Sql, StringComparison.Ordinal);
        }

        // A ticket is a picture of where somebody went; the claim's sum stays for the year.
        Assert.True(plan.Steps.Single(s => s.Table == "transport_costs.ticket").Deletes);
        Assert.False(plan.Steps.Single(s => s.Table == "transport_costs.claim").Deletes);
        Assert.True(plan.Covers("reminders.reminder"));
        Assert.True(plan.Steps.Single(s => s.Table == "work_hours.sheet_import_line").Deletes);
    }

    [Fact]
    public async Task ErasedPeople_LeaveFiguresAsTheyWere_AndNothingOfThemselves()
    {
        var before = await FiguresAsync();
        App.Now = new DateTimeOffset(2037, 6, 1, 8, 0, 0, TimeSpan.Zero);
        var marks = await App.ReadListAsync(
            """
            SELECT DISTINCT x FROM (
                SELECT i.value AS x FROM clients.client_identifier i JOIN (SELECT c.id FROM clients.client c
                    WHERE NOT EXISTS (SELECT FROM cases.section s WHERE s.client_id = c.id AND coalesce(s.closed_on, s.annulled_on) IS NULL)
                      AND EXISTS (SELECT FROM cases.section s WHERE s.client_id = c.id)
                    ORDER BY c.id LIMIT 40) gone ON gone.id = i.client_id
                UNION ALL SELECT k.number FROM cases.client_case k JOIN (SELECT c.id FROM clients.client c
                    WHERE NOT EXISTS (SELECT FROM cases.section s WHERE s.client_id = c.id AND coalesce(s.closed_on, s.annulled_on) IS NULL)
                      AND EXISTS (SELECT FROM cases.section s WHERE s.client_id = c.id)
                    ORDER BY c.id LIMIT 40) gone ON gone.id = k.client_id) marks
            """
        );
        Assert.True(marks.Count > 40);
        // A message that nobody was matched to names no client, but it carries a code of one.
        var code = marks.First(m => m.Length == 11 && m.All(char.IsAsciiDigit));
        await DoAsync(
            App.Database.OwnerConnectionString,
            $$"""
            INSERT INTO exchange.intake_message (id, content_hash, raw, raw_hash, received_at, state, reasons, waiting)
            VALUES (gen_random_uuid(), 'unmatched', '{"personalCode":"{{code[..6]}}-{{code[
                6..
            ]}}"}', '\x00', now(), 'matchToConfirm', '{}', false)
            """
        );
        var first = await App.StaffAsync("dataProtectionOfficer");
        var officer = await App.LoggedInAsAsync(first);
        var dryRun = await officer.GetAsync("/retention/due/case");
        Assert.Contains("clients.client_identifier", dryRun.Words, StringComparison.Ordinal);
        var proposed = await dryRun.SubmitAsync(new() { ["Reason"] = "Glabāšanas termiņš ir beidzies." });
        var href = new Uri(proposed.Address.AbsoluteUri).AbsolutePath;
        var left = await App.ScalarAsync<long>("SELECT count(*) FROM clients.client WHERE surname <> '–'");

        // The one who proposed cannot consent, and nothing has gone.
        Assert.DoesNotContain("Piekrist un dzēst", proposed.Words, StringComparison.Ordinal);
        var own = await officer.PostAsync(href + "?handler=Agree", await FieldsAsync(officer, href));
        Assert.Contains("cita persona", own.Words, StringComparison.Ordinal);
        await SettleAllAsync();
        Assert.Equal(left, await App.ScalarAsync<long>("SELECT count(*) FROM clients.client WHERE surname <> '–'"));

        var second = await App.LoggedInAsAsync("administrator");
        Assert.Contains("Jūsu lēmumu gaida", (await second.GetAsync("/")).Words, StringComparison.Ordinal);
        var page = await second.GetAsync(href);
        var agreed = await second.PostAsync(href + "?handler=Agree", await FieldsAsync(second, href));
        Assert.Contains("Tiek dzēsts", agreed.Words, StringComparison.Ordinal);
        Assert.Contains("Piekrist un dzēst", page.Words, StringComparison.Ordinal);

        // Stopped after a few and begun again.
        Assert.Equal(7, await SettleAsync(7));
        var records = await App.ScalarAsync<long>("SELECT count(*) FROM retention.erasure_item");
        Assert.Equal(
            7L,
            await App.ScalarAsync<long>("SELECT count(*) FROM retention.erasure_item WHERE state = 'erased'")
        );
        await SettleAllAsync();
        Assert.Equal(
            records,
            await App.ScalarAsync<long>("SELECT count(*) FROM retention.erasure_item WHERE state = 'erased'")
        );
        Assert.Equal("done", await App.ScalarAsync<string>("SELECT state FROM retention.erasure"));
        Assert.Equal(
            records,
            await App.ScalarAsync<long>("SELECT count(*) FROM audit.process WHERE type = 'retention.erased'")
        );

        Assert.Equal(before, await FiguresAsync());
        Assert.Equal([], await FoundAsync(marks));
        Assert.Equal(
            "",
            await App.ScalarAsync<string>("SELECT raw FROM exchange.intake_message WHERE content_hash = 'unmatched'")
        );
    }

    [Fact]
    public async Task ErasingTheAuditsWords_KeepsItProvable_AndAnythingElseIsFound()
    {
        await using var database = await TestDatabase.CreateAsync();
        var folder = Directory.CreateTempSubdirectory("plus-erased").FullName;
        var places = new AuditPlaces(Path.Combine(folder, "audit"), Path.Combine(folder, "audit", "key.pem"), null);
        var client = Guid.CreateVersion7();
        await DoAsync(
            database.OwnerConnectionString,
            $"""
            INSERT INTO audit.process (id, at, on_day, type, source, client_id, on_timeline, reason)
            SELECT gen_random_uuid(), now() - interval '1 minute', current_date, 'test', 'test', '{client}', false, 'Bērziņš'
            FROM generate_series(1, 12)
            """
        );
        await AuditSealing.OnceAsync(database.AppConnectionString, places, Token);
        const string Reduce = """
            SET LOCAL audit.reducing = 'yes';
            UPDATE audit.process SET reason = NULL WHERE type = 'test';
            INSERT INTO audit.process (id, at, on_day, type, source, on_timeline, values)
            SELECT gen_random_uuid(), now(), current_date, 'retention.erased', 'retention', false, jsonb_build_object('reduced',
                jsonb_object_agg(p.id, encode(sha256(convert_to(audit.line(p), 'UTF8')), 'hex')))
            FROM audit.process p WHERE type = 'test'
            """;
        await DoAsync(database.OwnerConnectionString, $"BEGIN; {Reduce}; COMMIT");
        await AuditSealing.OnceAsync(database.AppConnectionString, places, Token);

        var whole = await ProveAsync(database, places);
        await DoAsync(
            database.OwnerConnectionString,
            "BEGIN; SET LOCAL audit.reducing = 'yes'; UPDATE audit.process SET type = 'other' WHERE type = 'test'; COMMIT"
        );
        var touched = await ProveAsync(database, places);
        Directory.Delete(folder, recursive: true);

        Assert.True(whole.IsWhole, string.Join('\n', whole.Lines()));
        Assert.Equal(12, whole.Reduced);
        Assert.Contains(touched.Breaks, b => b.Kind == AuditBreakKind.Changed);
    }

    [Theory]
    [InlineData("caseManager")]
    [InlineData("officeHead")]
    [InlineData("analyst")]
    public async Task Others_ReachNothingOfIt(string role)
    {
        var browser = await App.LoggedInAsAsync(role);

        foreach (var path in (string[])["/retention", "/retention/due/case"])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(path)).Status);
        }
    }

    private async Task<int> SettleAsync(int most)
    {
        await using var scope = App.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ErasureRun>().SettleAsync(most, Token);
    }

    private async Task SettleAllAsync()
    {
        while (await SettleAsync(50) > 0) { }
    }

    private async Task<string> FiguresAsync()
    {
        await using var connection = new NpgsqlConnection(App.Database.OwnerConnectionString);
        await connection.OpenAsync(Token);
        var all = new List<string>();
        foreach (var year in (int[])[2023, 2026])
        {
            var figures = await new YearFigures(new FigureCatalog(Doors.All)).ComputeAsync(
                connection,
                FigurePeriod.OfYear(year),
                LegalParameters.Embedded,
                Token
            );
            all.AddRange(
                figures.All.Select(f =>
                    $"{year} {f.Definition.Key} {JsonSerializer.Serialize<object>(f.Value)} {f.Records} {f.Persons}"
                )
            );
        }

        Assert.True(all.Count > 60);
        return string.Join('\n', all);
    }

    private async Task<IReadOnlyList<string>> FoundAsync(IReadOnlyList<string> marks)
    {
        var tables = await App.ReadListAsync(
            """
            SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname NOT LIKE 'pg\_%' AND n.nspname <> 'information_schema'
            """
        );
        var pattern = string.Join('|', marks.Select(m => System.Text.RegularExpressions.Regex.Escape(m)));
        var found = new List<string>();
        foreach (var table in tables)
        {
            found.AddRange(
                await App.ReadListAsync(
                    $"SELECT '{table}: ' || left(t::text, 200) FROM {table} t WHERE t::text ~ '{pattern}' LIMIT 2"
                )
            );
        }

        return found;
    }

    private static async Task<Dictionary<string, string>> FieldsAsync(PageBrowser browser, string href)
    {
        var page = await browser.GetAsync(href);
        return page
            .Html.QuerySelectorAll("form input[type=hidden]")
            .GroupBy(i => i.GetAttribute("name") ?? "")
            .ToDictionary(g => g.Key, g => g.First().GetAttribute("value") ?? "", StringComparer.Ordinal);
    }

    private static async Task<AuditVerdict> ProveAsync(TestDatabase database, AuditPlaces places)
    {
        await using var connection = new NpgsqlConnection(database.OwnerConnectionString);
        await connection.OpenAsync(Token);
        var key = await File.ReadAllTextAsync(Path.Combine(places.Folder, SigningKey.PublicName), Token);
        return await DatabaseProof.ProveAsync(connection, TrustedHeads.Read(places.Folder, key), Token);
    }

    private static async Task DoAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(Token);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Token);
    }
}

using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Plus.Kernel.Ids;
using Plus.Shared.Archive.Moving;
using Plus.Shared.Archive.Plan;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Records;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Archive;

/// <summary>An application with an archive beside its database.</summary>
public sealed class ArchivingApp : IAsyncLifetime
{
    public PlusApp App { get; } = new() { HasArchive = true };

    public ValueTask InitializeAsync() => App.InitializeAsync();

    public ValueTask DisposeAsync() => App.DisposeAsync();
}

/// <summary>Closed cases with records in several rooms, and where their rows are.</summary>
internal static class ArchiveScene
{
    /// <summary>A section closed long ago, with a contact, a note, an address, a document whose file is stored, and hours.</summary>
    public static async Task<Section> ClosedCaseAsync(
        this PlusApp app,
        OfficeId? office = null,
        string closedOn = "2020-05-01"
    )
    {
        var section = await app.SectionAsync(
            new MeasureTerms("communityWork") { Role = "main", Hours = 60 },
            office: office,
            inForceOn: new DateOnly(2019, 3, 1)
        );
        var file = await app.StoredAsync();
        await app.DoAsync(
            $"""
            INSERT INTO contacts.contact (id, client_id, section_id, kind, planned_at, minutes, state, note)
            VALUES (gen_random_uuid(), '{section.ClientId}', '{section.Id}', 'office', '2019-06-03 07:00Z', 30, 'held', 'Runāts ar māti Annu Bērziņu.');
            INSERT INTO journal.entry (id, client_id, section_id, kind, on_day, text, at)
            VALUES (gen_random_uuid(), '{section.ClientId}', '{section.Id}', 'note', '2019-06-04', E'Pirmā rinda\nOtrā\\rinda\t"x"', now());
            INSERT INTO clients.client_address (id, client_id, kind, text, as_of, source)
            VALUES (gen_random_uuid(), '{section.ClientId}', 'declared', 'Brīvības iela 1, Rīga', '2019-01-01', 'test');
            INSERT INTO community_work.hours_entry (id, section_id, worked_on, credited_minutes, refused_minutes, minor)
            SELECT gen_random_uuid(), '{section.Id}', d::date, 240, 0, false FROM generate_series('2019-07-30'::date, '2019-08-02', '1 day') d;
            INSERT INTO documents.document (id, client_id, section_id, kind, direction, state, number, registered_on, language, source, last_version, signed_version, signed_how, signed_at)
            VALUES ('{file}', '{section.ClientId}', '{section.Id}', 'letter', 'outgoing', 'registered', 'N-{file.ToString()[
                ^6..
            ]}', '2019-09-01', 'lv', 'test', 1, 1, 'paper', '2019-09-01');
            INSERT INTO documents.document_version (id, document_id, client_id, ordinal, origin, saved_at, file_id, file_hash, size, media_type)
            VALUES (gen_random_uuid(), '{file}', '{section.ClientId}', 1, 'uploaded', now(), '{file}', '{file:N}', 10, 'text/plain');
            UPDATE cases.section SET closed_on = '{closedOn}', outcome = 'completed', state = 'closed' WHERE id = '{section.Id}';
            DELETE FROM tasks.due_task WHERE section_id = '{section.Id}';
            """
        );
        return section;
    }

    /// <summary>A file in the store.</summary>
    public static async Task<Guid> StoredAsync(this PlusApp app)
    {
        var kept = await app
            .Services.GetRequiredService<Plus.Shared.Files.Storing.FileStore>()
            .PutMadeAsync(new MemoryStream(Guid.NewGuid().ToByteArray()), "text/plain", default);
        return kept.Id.Value;
    }

    public static ArchiveRun Run(this PlusApp app) => app.Services.GetRequiredService<ArchiveRun>();

    /// <summary>All rows of the tables that move, of both databases or one, as text and in order.</summary>
    public static async Task<IReadOnlyList<string>> RowsAsync(this PlusApp app, bool here = true, bool there = true)
    {
        var rows = new List<string>();
        if (here)
        {
            rows.AddRange(await RowsOfAsync(app, app.Database.OwnerConnectionString));
        }

        if (there)
        {
            rows.AddRange(await RowsOfAsync(app, app.Archive!.OwnerConnectionString));
        }

        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    /// <summary>The same of any database of the schema.</summary>
    public static async Task<IReadOnlyList<string>> RowsOfAsync(PlusApp app, string connectionString)
    {
        await using var scope = app.Scope();
        var plan = scope.ServiceProvider.GetRequiredService<ArchivePlanner>().Make();
        return await ListAsync(
            connectionString,
            string.Join(
                " UNION ALL ",
                plan.Moved.Select(t => $"SELECT '{t.Name} ' || t::text AS r FROM {t.Name} t WHERE {OfClients(t)}")
            )
        );
    }

    // Of anybody: what concerns no client never moves.
    private static string OfClients(MovedTable table) =>
        table
            .Where.Replace("@clients", "ARRAY(SELECT id FROM clients.client)", StringComparison.Ordinal)
            .Replace("@sections", "ARRAY(SELECT id FROM cases.section)", StringComparison.Ordinal);

    public static async Task<IReadOnlyList<string>> ListAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync())
        {
            values.Add(reader.GetValue(0).ToString()!);
        }

        return values;
    }

    public static async Task DoAsync(this PlusApp app, string sql)
    {
        await using var connection = new NpgsqlConnection(app.Database.OwnerConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

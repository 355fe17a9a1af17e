using System.Globalization;
using Npgsql;
using Plus.Host;
using Plus.Kernel.Ids;
using Plus.Law.Rules;
using Plus.Shared.Statistics.Engine;
using Plus.Testing.Databases;

namespace Plus.Functions.Tests.Figures;

/// <summary>Hand-made sections for the figures, written straight into the tables.</summary>
internal sealed class FigureScene : IAsyncDisposable
{
    private static readonly FigureCatalog Catalog = new(Doors.All);
    private readonly TestDatabase database;
    private readonly NpgsqlConnection connection;
    private int number;

    private FigureScene(TestDatabase database, NpgsqlConnection connection) =>
        (this.database, this.connection) = (database, connection);

    public static async Task<FigureScene> NewAsync()
    {
        var fresh = await TestDatabase.CreateAsync();
        var opened = new NpgsqlConnection(fresh.OwnerConnectionString);
        await opened.OpenAsync();
        return new FigureScene(fresh, opened);
    }

    public async Task<ClientId> ClientAsync(string born = "01.06.1980", string sex = "M")
    {
        var id = ClientId.New();
        await DoAsync(
            """
            insert into clients.client (id, given_name, surname, name_key, birth_date, sex, languages, needs_interpreter, created_at)
            values ($1, 'Anna', 'Ozola', 'ozola anna', $2, $3, '{}', false, now())
            """,
            id.Value,
            Day(born),
            sex
        );
        await DoAsync(
            "insert into cases.client_case (id, client_id, number, opened_on) values ($1, $1, $2, '2020-01-01')",
            id.Value,
            $"2020-{++number:000000}"
        );
        return id;
    }

    public async Task<Guid> SectionAsync(
        ClientId client,
        string function,
        string opened,
        string? closed = null,
        string? outcome = null,
        string article = "262",
        int? sup = null,
        OfficeId? office = null,
        bool sexual = false
    )
    {
        var (id, basis) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await DoAsync(
            "insert into cases.basis (id, client_id, kind, number, issued_on) values ($1, $2, 'courtRuling', 'K1', $3)",
            basis,
            client.Value,
            Day(opened)
        );
        await DoAsync(
            """
            insert into cases.section (id, case_id, client_id, function, measure, state, basis_id, opened_on, closed_on,
                outcome, main_article, main_article_sup, office_id, sexual_offence, reopened_times)
            values ($1, $2, $2, $3, $3, case when $5::date is null then 'active' else 'closed' end, $4, $6, $5::date, $7::text, $8, $9::int, $10::uuid, $11, 0)
            """,
            id,
            client.Value,
            function,
            basis,
            closed is null ? null : Day(closed),
            Day(opened),
            closed is null ? null : outcome ?? "fully_served",
            article,
            sup,
            office?.Value,
            sexual
        );
        return id;
    }

    public Task AnnulAsync(Guid section) =>
        DoAsync("update cases.section set state = 'annulled', annulled_on = current_date where id = $1", section);

    public Task HoursAsync(Guid section, string day, int minutes, bool minor = false, bool withdrawn = false) =>
        DoAsync(
            """
            insert into community_work.hours_entry (id, section_id, worked_on, credited_minutes, refused_minutes, minor, withdrawn_at)
            values (gen_random_uuid(), $1, $2, $3, 0, $4, case when $5 then now() end)
            """,
            section,
            Day(day),
            minutes,
            minor,
            withdrawn
        );

    public async Task<OfficeId> OfficeAsync(string code)
    {
        await using var command = new NpgsqlCommand("select id from organisation.office where code = $1", connection);
        command.Parameters.AddWithValue(code);
        return new OfficeId((Guid)(await command.ExecuteScalarAsync())!);
    }

    public Task<FigureSet> FiguresAsync(
        int year = 2023,
        LegalParameters? parameters = null,
        IReadOnlyList<OfficeId>? offices = null
    ) =>
        new YearFigures(Catalog).ComputeAsync(
            connection,
            FigurePeriod.OfYear(year, offices),
            parameters ?? LegalParameters.Embedded,
            default
        );

    public async Task<decimal?> FigureAsync(string key, int year = 2023, LegalParameters? parameters = null) =>
        (await FiguresAsync(year, parameters)).Find(key)?.Value.Number;

    public async Task<FigureRowPage> RowsAsync(string key, int year = 2023, int take = 1000)
    {
        var (behind, figure, period) = (new FigureRows(Catalog), Catalog.Find(key)!, FigurePeriod.OfYear(year));
        var amounts = await behind.AmountsAsync(connection, figure, period, LegalParameters.Embedded, default);
        return await behind.ReadAsync(
            connection,
            figure,
            period,
            LegalParameters.Embedded,
            (0, take),
            amounts,
            default
        );
    }

    public async Task DoAsync(string sql, params object?[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(
                value switch
                {
                    null => new NpgsqlParameter { Value = DBNull.Value },
                    _ => new NpgsqlParameter { Value = value },
                }
            );
        }

        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync();
        await database.DisposeAsync();
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "dd.MM.yyyy", CultureInfo.InvariantCulture);
}

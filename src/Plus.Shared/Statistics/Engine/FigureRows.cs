using Npgsql;
using Plus.Kernel.Ids;
using Plus.Law.Rules;
using Plus.Shared.Statistics.Contract;
using Plus.Shared.Statistics.Published;

namespace Plus.Shared.Statistics.Engine;

/// <summary>
/// The records behind a figure, by the very conditions that count it. Who asks has asked for the scope before and logs
/// what is shown.
/// </summary>
public sealed class FigureRows(FigureCatalog catalog)
{
    // The number of all stands before each row of the page, also before an empty page. What is shown of a section is read
    // for the page alone: each record costs a judgement of the second wall.
    private const string SectionPage = $"""
        select t.count, t.minutes, s.id, s.client_id, p.given_name, p.surname, f.number, s.function, s.measure,
               s.opened_on, s.closed_on, s.outcome, {SectionSource.ArticleCode}, o.name, p.minutes
        from (select count(*) as count, sum(minutes)::bigint as minutes from matching) t
        left join (
          (select * from matching m order by m.surname, m.given_name, m.opened_on, m.id offset @skip limit @take) p
          join cases.section s on s.id = p.id
          join cases.client_case f on f.id = s.case_id
          left join organisation.office o on o.id = s.office_id
        ) on true
        order by p.surname, p.given_name, p.opened_on, p.id
        """;

    private const string Judged = """
        with matching as (
          select s.id, a.minutes, s.opened_on, c.surname, c.given_name
          from unnest(@ids, @amounts) a (id, minutes)
          join cases.section s on s.id = a.id and s.annulled_on is null
          join clients.client c on c.id = s.client_id
        )
        """;

    private const string NamedPage = """
        select t.count, null::bigint, p.label, p.first_day, p.last_day
        from (select count(*) as count from matching) t
        left join (
          select * from matching m order by m.label collate "lv-LV-x-icu" offset @skip limit @take
        ) p on true
        order by p.label collate "lv-LV-x-icu"
        """;

    /// <param name="amounts">What <see cref="AmountsAsync"/> says of the same figure.</param>
    public async Task<FigureRowPage> ReadAsync(
        NpgsqlConnection connection,
        FigureDefinition definition,
        FigurePeriod period,
        LegalParameters parameters,
        (int Skip, int Take) page,
        SectionMinutes? amounts,
        CancellationToken ct
    )
    {
        var days = SinceBaseline(definition, period);
        var matching = amounts is null ? Matching(definition, days, parameters) : Judged;
        var named = FigureCatalog.CounterOf(definition) is { } counter && catalog.NamedOf(counter) is not null;
        await using var command = new NpgsqlCommand(
            named ? $"{matching} {NamedPage}" : $"{matching} {SectionPage}",
            connection
        );
        days.Bind(command.Parameters, parameters);
        if (amounts is not null)
        {
            command.Parameters.AddWithValue("ids", amounts.Sections);
            command.Parameters.AddWithValue("amounts", amounts.Minutes);
        }

        command.Parameters.AddWithValue("skip", page.Skip);
        command.Parameters.AddWithValue("take", page.Take);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var list = new List<FigureRow>();
        var (count, minutes) = (0L, (long?)null);
        while (await reader.ReadAsync(ct))
        {
            (count, minutes) = (reader.GetInt64(0), Maybe<long>(reader, 1));
            if (!await reader.IsDBNullAsync(2, ct))
            {
                list.Add(named ? NamedRow(reader) : SectionRow(reader));
            }
        }

        return new FigureRowPage(list, count, minutes);
    }

    /// <summary>
    /// What a sum of hours is made of, by section, for a connection of the service itself: under the second wall each of
    /// hundreds of thousands of days would be judged, where a few thousand sections are enough. Who looks is judged by
    /// section when the rows are read.
    /// </summary>
    /// <returns>Null for what is no sum.</returns>
    public async Task<SectionMinutes?> AmountsAsync(
        NpgsqlConnection connection,
        FigureDefinition definition,
        FigurePeriod period,
        LegalParameters parameters,
        CancellationToken ct
    )
    {
        if (FigureCatalog.SumOf(definition) is not { } sum)
        {
            return null;
        }

        var days = SinceBaseline(definition, period);
        await using var command = new NpgsqlCommand(FigureSql.AmountRows(catalog.AmountOf(sum), sum, days), connection);
        days.Bind(command.Parameters, parameters);
        var (sections, minutes) = (new List<Guid>(), new List<long>());
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            sections.Add(reader.GetGuid(0));
            minutes.Add(reader.GetInt64(1));
        }

        return new SectionMinutes([.. sections], [.. minutes]);
    }

    /// <summary>How many records the figure counts, whoever sees them: for a connection of the service itself.</summary>
    /// <returns>Null for what is no count of sections.</returns>
    public async Task<long?> CountAsync(
        NpgsqlConnection connection,
        FigureDefinition definition,
        FigurePeriod period,
        LegalParameters parameters,
        CancellationToken ct
    )
    {
        if (FigureCatalog.CounterOf(definition) is not { } counter || catalog.NamedOf(counter) is not null)
        {
            return null;
        }

        var days = SinceBaseline(definition, period);
        await using var command = new NpgsqlCommand(FigureSql.CountOf(catalog, counter, days, parameters), connection);
        days.Bind(command.Parameters, parameters);
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>The days whose records stand behind a figure: for sums since a baseline, those after it.</summary>
    public static FigurePeriod SinceBaseline(FigureDefinition definition, FigurePeriod period)
    {
        var baseline = definition.Made switch
        {
            CountSince made => PublishedFigures.BaselineOf(made.Baseline),
            ValueSince made => PublishedFigures.BaselineOf(made.Baseline),
            _ => null,
        };
        return baseline is null ? period : period with { Start = baseline.Through.AddDays(1) };
    }

    /// <summary>WITH clause whose last member is <c>matching</c>.</summary>
    private string Matching(FigureDefinition definition, FigurePeriod days, LegalParameters parameters)
    {
        const string Id = FigureSql.RowColumns;
        if (FigureCatalog.CounterOf(definition) is { } counter)
        {
            return catalog.NamedOf(counter) is { } source
                ? $"with matching as ({FigureSql.NamedRows(source, counter, days)})"
                : $"with {FigureSql.Worked(days, parameters, FigureSql.Counting(catalog, [counter]), named: true)}, matching as ({FigureSql.Matching(catalog, counter, Id)})";
        }

        return definition.Made is OrderOf made
            ? $"with {FigureSql.Worked(days, parameters, [catalog.OrderOf(made.Order).Source], named: true)}, matching as ({FigureSql.OrderRows(catalog, made.Order, Id)})"
            : throw new ArgumentException(
                $"{definition.Key} is a sum: its amounts are read first.",
                nameof(definition)
            );
    }

    private static FigureRow NamedRow(NpgsqlDataReader reader) =>
        new()
        {
            Label = reader.GetString(2),
            From = Maybe<DateOnly>(reader, 3),
            To = Maybe<DateOnly>(reader, 4),
        };

    private static FigureRow SectionRow(NpgsqlDataReader reader) =>
        new()
        {
            Section = new SectionId(reader.GetGuid(2)),
            Client = new ClientId(reader.GetGuid(3)),
            GivenName = reader.GetString(4),
            Surname = reader.GetString(5),
            CaseNumber = reader.GetString(6),
            Function = reader.GetString(7),
            Measure = reader.GetString(8),
            From = Maybe<DateOnly>(reader, 9),
            To = Maybe<DateOnly>(reader, 10),
            Outcome = Text(reader, 11),
            Article = Text(reader, 12),
            Office = Text(reader, 13),
            Minutes = Maybe<long>(reader, 14),
        };

    private static T? Maybe<T>(NpgsqlDataReader reader, int column)
        where T : struct => reader.IsDBNull(column) ? null : reader.GetFieldValue<T>(column);

    private static string? Text(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetString(column);
}

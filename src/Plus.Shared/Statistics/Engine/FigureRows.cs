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
    public async Task<FigureRowPage> ReadAsync(
        NpgsqlConnection connection,
        FigureDefinition definition,
        FigurePeriod period,
        LegalParameters parameters,
        (int Skip, int Take) page,
        CancellationToken ct
    )
    {
        var days = SinceBaseline(definition, period);
        var matching = Matching(definition, days, parameters);
        var named = FigureCatalog.CounterOf(definition) is { } counter && catalog.NamedOf(counter) is not null;
        var total = new NpgsqlBatchCommand($"{matching} select count(*), sum(minutes)::bigint from matching");
        var rows = new NpgsqlBatchCommand(
            named
                ? $"{matching} select label, first_day, last_day from matching order by label collate \"lv-LV-x-icu\" offset @skip limit @take"
                : $"""
                {matching}
                select s.id, s.client_id, c.given_name, c.surname, f.number, s.function, s.measure, s.opened_on,
                       s.closed_on, s.outcome, {SectionSource.ArticleCode}, o.name, m.minutes
                from matching m
                join cases.section s on s.id = m.id
                join clients.client c on c.id = s.client_id
                join cases.client_case f on f.id = s.case_id
                left join organisation.office o on o.id = s.office_id
                order by c.surname, c.given_name, s.opened_on, s.id offset @skip limit @take
                """
        );
        await using var batch = new NpgsqlBatch(connection);
        foreach (var command in (NpgsqlBatchCommand[])[total, rows])
        {
            days.Bind(command.Parameters, parameters);
            batch.BatchCommands.Add(command);
        }

        rows.Parameters.AddWithValue("skip", page.Skip);
        rows.Parameters.AddWithValue("take", page.Take);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        var (count, minutes) = (reader.GetInt64(0), Maybe<long>(reader, 1));
        await reader.NextResultAsync(ct);
        var list = new List<FigureRow>();
        while (await reader.ReadAsync(ct))
        {
            list.Add(named ? NamedRow(reader) : SectionRow(reader));
        }

        return new FigureRowPage(list, count, minutes);
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
        const string Id = "s.id, null::bigint as minutes";
        if (FigureCatalog.CounterOf(definition) is { } counter)
        {
            return catalog.NamedOf(counter) is { } source
                ? $"with matching as ({FigureSql.NamedRows(source, counter, days)})"
                : $"with {FigureSql.Worked(days, parameters, FigureSql.Counting(catalog, [counter]))}, matching as ({FigureSql.Matching(catalog, counter, Id)})";
        }

        return definition.Made is OrderOf made
            ? $"with {FigureSql.Worked(days, parameters, [catalog.OrderOf(made.Order).Source])}, matching as ({FigureSql.OrderRows(catalog, made.Order, Id)})"
            : $"with matching as ({FigureSql.AmountRows(catalog.AmountOf(FigureCatalog.SumOf(definition)!), FigureCatalog.SumOf(definition)!, days)})";
    }

    private static FigureRow NamedRow(NpgsqlDataReader reader) =>
        new()
        {
            Label = reader.GetString(0),
            From = Maybe<DateOnly>(reader, 1),
            To = Maybe<DateOnly>(reader, 2),
        };

    private static FigureRow SectionRow(NpgsqlDataReader reader) =>
        new()
        {
            Section = new SectionId(reader.GetGuid(0)),
            Client = new ClientId(reader.GetGuid(1)),
            GivenName = reader.GetString(2),
            Surname = reader.GetString(3),
            CaseNumber = reader.GetString(4),
            Function = reader.GetString(5),
            Measure = reader.GetString(6),
            From = Maybe<DateOnly>(reader, 7),
            To = Maybe<DateOnly>(reader, 8),
            Outcome = Text(reader, 9),
            Article = Text(reader, 10),
            Office = Text(reader, 11),
            Minutes = Maybe<long>(reader, 12),
        };

    private static T? Maybe<T>(NpgsqlDataReader reader, int column)
        where T : struct => reader.IsDBNull(column) ? null : reader.GetFieldValue<T>(column);

    private static string? Text(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetString(column);
}

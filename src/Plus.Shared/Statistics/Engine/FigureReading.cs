using Npgsql;
using Plus.Law.Rules;
using Plus.Shared.Statistics.Contract;
using Plus.Shared.Statistics.Published;

namespace Plus.Shared.Statistics.Engine;

/// <summary>Records counted, and how many distinct persons they belong to (null for what is no section).</summary>
public sealed record Counted(long Records, long? Persons);

/// <summary>What the database said of a period, before figures are made of it; read in one journey.</summary>
/// <param name="wanted">The figures that are to be made of it; nothing else is asked of the database.</param>
internal sealed class FigureReading(
    FigureCatalog catalog,
    IReadOnlyCollection<FigureDefinition> wanted,
    FigurePeriod period,
    LegalParameters parameters
)
{
    private readonly List<(
        string Sql,
        FigurePeriod Days,
        Func<NpgsqlDataReader, CancellationToken, Task> Read
    )> parts = [];

    public Dictionary<string, Counted> Counts { get; } = new(StringComparer.Ordinal);

    /// <summary>Counters from the day after their baseline on, where that is another day than the period's first.</summary>
    public Dictionary<string, long> Since { get; } = new(StringComparer.Ordinal);

    /// <summary>Minutes by the first day of the month, from the earlier of the period and the baseline on.</summary>
    public Dictionary<string, List<(DateOnly Month, long Minutes)>> Months { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, List<(string Group, long Records)>> Orders { get; } = new(StringComparer.Ordinal);

    public async Task ReadAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        AddCounts();
        AddSince();
        AddAmounts();
        AddNamed();
        AddOrders();
        if (parts.Count == 0)
        {
            return;
        }

        await using var batch = new NpgsqlBatch(connection);
        foreach (var (sql, days, _) in parts)
        {
            var command = new NpgsqlBatchCommand(sql);
            days.Bind(command.Parameters, parameters);
            batch.BatchCommands.Add(command);
        }

        await using var reader = await batch.ExecuteReaderAsync(ct);
        foreach (var part in parts)
        {
            await part.Read(reader, ct);
            await reader.NextResultAsync(ct);
        }
    }

    private void AddCounts()
    {
        var counters = catalog.CountersOf(wanted).Where(c => catalog.NamedOf(c) is null).ToList();
        if (counters.Count == 0)
        {
            return;
        }

        parts.Add(
            (
                FigureSql.Counts(catalog, counters, period, parameters),
                period,
                async (reader, ct) =>
                {
                    await reader.ReadAsync(ct);
                    for (var i = 0; i < counters.Count; i++)
                    {
                        Counts[counters[i]] = new(reader.GetInt64(2 * i), reader.GetInt64((2 * i) + 1));
                    }
                }
            )
        );
    }

    private void AddSince()
    {
        foreach (var since in wanted.Select(d => d.Made).OfType<CountSince>())
        {
            var baseline = PublishedFigures.BaselineOf(since.Baseline);
            if (baseline.Through >= period.End || period.Offices is not null)
            {
                continue;
            }
            var days = period with { Start = baseline.Through.AddDays(1) };
            if (days.Start == period.Start)
            {
                continue; // The period itself is counted already.
            }

            parts.Add(
                (
                    FigureSql.CountOf(catalog, since.Counter, days, parameters),
                    days,
                    async (reader, ct) =>
                    {
                        await reader.ReadAsync(ct);
                        Since[since.Counter] = reader.GetInt64(0);
                    }
                )
            );
        }
    }

    private void AddAmounts()
    {
        foreach (var source in catalog.Amounts)
        {
            var sums = source.Sums.Keys.Where(s => wanted.Any(d => FigureCatalog.SumOf(d) == s)).ToList();
            if (sums.Count == 0)
            {
                continue;
            }

            var days = period with { Start = sums.Min(EarliestOf) };
            parts.Add(
                (
                    FigureSql.Amounts(source, sums, days),
                    days,
                    async (reader, ct) =>
                    {
                        foreach (var sum in sums)
                        {
                            Months[sum] = [];
                        }

                        while (await reader.ReadAsync(ct))
                        {
                            for (var i = 0; i < sums.Count; i++)
                            {
                                Months[sums[i]].Add((reader.GetFieldValue<DateOnly>(0), reader.GetInt64(i + 1)));
                            }
                        }
                    }
                )
            );
        }
    }

    private void AddNamed()
    {
        var asked = catalog.CountersOf(wanted);
        foreach (var source in catalog.Named.Where(n => n.Office is not null || period.Offices is null))
        {
            var counters = source.Counters.Keys.Where(asked.Contains).ToList();
            if (counters.Count == 0)
            {
                continue;
            }

            parts.Add(
                (
                    FigureSql.Named(source, counters, period),
                    period,
                    async (reader, ct) =>
                    {
                        await reader.ReadAsync(ct);
                        for (var i = 0; i < counters.Count; i++)
                        {
                            Counts[counters[i]] = new Counted(reader.GetInt64(i), null);
                        }
                    }
                )
            );
        }
    }

    private void AddOrders()
    {
        var codes = wanted.Select(d => d.Made).OfType<OrderOf>().Select(o => o.Order).Distinct().ToList();
        if (codes.Count == 0)
        {
            return;
        }

        parts.Add(
            (
                FigureSql.Orders(catalog, codes, period, parameters),
                period,
                async (reader, ct) =>
                {
                    while (await reader.ReadAsync(ct))
                    {
                        var code = reader.GetString(0);
                        var groups = Orders.TryGetValue(code, out var known) ? known : Orders[code] = [];
                        groups.Add((reader.GetString(1), reader.GetInt64(2)));
                    }
                }
            )
        );
    }

    private DateOnly EarliestOf(string sum)
    {
        var days = wanted
            .Select(d => d.Made)
            .OfType<ValueSince>()
            .Where(v => v.Sum == sum && period.Offices is null)
            .Select(v => PublishedFigures.BaselineOf(v.Baseline).Through.AddDays(1))
            .Append(period.Start);
        return days.Min();
    }
}

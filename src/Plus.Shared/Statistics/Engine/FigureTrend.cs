using Npgsql;
using Plus.Law.Rules;
using Plus.Shared.Statistics.Contract;
using Plus.Shared.Statistics.Published;

namespace Plus.Shared.Statistics.Engine;

/// <summary>
/// Figures over many years, each year as <see cref="YearFigures"/> computes it, but all years counted together: one
/// statement for what is counted over sections, one for each kind of amount or other record.
/// </summary>
public sealed class FigureTrend(FigureCatalog catalog)
{
    /// <summary>Whether the figure is one number a year; an order of articles is none.</summary>
    public static bool IsNumber(FigureDefinition definition) => definition.Made is not OrderOf;

    /// <summary>A value for each figure and year, in the order of both; null where a year has none.</summary>
    public async Task<IReadOnlyList<TrendYear>> ReadAsync(
        NpgsqlConnection connection,
        IReadOnlyList<FigureDefinition> wanted,
        FigureSpan span,
        LegalParameters parameters,
        CancellationToken ct
    )
    {
        var readings = span.Years.ToDictionary(
            y => y,
            y => new FigureReading(catalog, wanted, span.Period(y), parameters)
        );
        await using var batch = new NpgsqlBatch(connection);
        var reads = new List<Func<NpgsqlDataReader, CancellationToken, Task>>();
        AddCounts(batch, reads, readings, wanted, span, parameters);
        AddNamed(batch, reads, readings, wanted, span, parameters);
        AddAmounts(batch, reads, readings, wanted, span, parameters);
        if (reads.Count > 0)
        {
            await using var reader = await batch.ExecuteReaderAsync(ct);
            foreach (var read in reads)
            {
                await read(reader, ct);
                await reader.NextResultAsync(ct);
            }
        }

        AddSince(readings, wanted, span);
        return
        [
            .. span.Years.Select(y => new TrendYear(
                y,
                [.. wanted.Select(d => YearFigures.Value(d, readings[y], span.Period(y), parameters))]
            )),
        ];
    }

    private void AddCounts(
        NpgsqlBatch batch,
        List<Func<NpgsqlDataReader, CancellationToken, Task>> reads,
        Dictionary<int, FigureReading> readings,
        IReadOnlyList<FigureDefinition> wanted,
        FigureSpan span,
        LegalParameters parameters
    )
    {
        var counters = catalog.CountersOf(wanted).Where(c => catalog.NamedOf(c) is null).ToList();
        if (counters.Count == 0)
        {
            return;
        }

        foreach (var counter in readings.Values.SelectMany(r => counters.Select(c => (Reading: r, Counter: c))))
        {
            counter.Reading.Counts[counter.Counter] = new Counted(0, null);
        }

        // Years in which the age is taken alike are counted together: in general all of them.
        foreach (var run in span.Runs(parameters))
        {
            batch.BatchCommands.Add(Command(TrendSql.Counts(catalog, counters, run, parameters), run, parameters));
            reads.Add(
                async (reader, ct) =>
                {
                    while (await reader.ReadAsync(ct))
                    {
                        var counts = readings[reader.GetInt32(0)].Counts;
                        for (var i = 0; i < counters.Count; i++)
                        {
                            counts[counters[i]] = new Counted(reader.GetInt64(i + 1), null);
                        }
                    }
                }
            );
        }
    }

    private void AddNamed(
        NpgsqlBatch batch,
        List<Func<NpgsqlDataReader, CancellationToken, Task>> reads,
        Dictionary<int, FigureReading> readings,
        IReadOnlyList<FigureDefinition> wanted,
        FigureSpan span,
        LegalParameters parameters
    )
    {
        var asked = catalog.CountersOf(wanted);
        foreach (var source in catalog.Named.Where(n => n.Office is not null || span.Offices is null))
        {
            var counters = source.Counters.Keys.Where(asked.Contains).ToList();
            if (counters.Count == 0)
            {
                continue;
            }

            // A year in which there is no record at all is a year with none.
            foreach (var reading in readings.Values)
            {
                counters.ForEach(counter => reading.Counts[counter] = new Counted(0, null));
            }

            batch.BatchCommands.Add(Command(TrendSql.Named(source, counters, span), span, parameters));
            reads.Add(
                async (reader, ct) =>
                {
                    while (await reader.ReadAsync(ct))
                    {
                        for (var i = 0; i < counters.Count; i++)
                        {
                            readings[reader.GetInt32(0)].Counts[counters[i]] = new(reader.GetInt64(i + 1), null);
                        }
                    }
                }
            );
        }
    }

    private void AddAmounts(
        NpgsqlBatch batch,
        List<Func<NpgsqlDataReader, CancellationToken, Task>> reads,
        Dictionary<int, FigureReading> readings,
        IReadOnlyList<FigureDefinition> wanted,
        FigureSpan span,
        LegalParameters parameters
    )
    {
        foreach (var source in catalog.Amounts)
        {
            var sums = source.Sums.Keys.Where(s => wanted.Any(d => FigureCatalog.SumOf(d) == s)).ToList();
            if (sums.Count == 0)
            {
                continue;
            }

            foreach (var reading in readings.Values)
            {
                sums.ForEach(sum => reading.Months[sum] = []);
            }

            batch.BatchCommands.Add(Command(FigureSql.Amounts(source, sums, span.Whole), span, parameters));
            reads.Add(
                async (reader, ct) =>
                {
                    while (await reader.ReadAsync(ct))
                    {
                        var month = reader.GetFieldValue<DateOnly>(0);
                        // A year's reading holds the months before it as well: what is added up since a day needs them.
                        foreach (var reading in readings.Where(r => r.Key >= month.Year).Select(r => r.Value))
                        {
                            for (var i = 0; i < sums.Count; i++)
                            {
                                reading.Months[sums[i]].Add((month, reader.GetInt64(i + 1)));
                            }
                        }
                    }
                }
            );
        }
    }

    // Counted since a day: the years after it added up, for a record is counted in one year only.
    private static void AddSince(
        Dictionary<int, FigureReading> readings,
        IReadOnlyList<FigureDefinition> wanted,
        FigureSpan span
    )
    {
        foreach (var since in wanted.Select(d => d.Made).OfType<CountSince>())
        {
            var through = PublishedFigures.BaselineOf(since.Baseline).Through;
            var sum = 0L;
            foreach (var year in span.Years.Where(y => y > through.Year))
            {
                sum += readings[year].Counts[since.Counter].Records;
                readings[year].Since[since.Counter] = sum;
            }
        }
    }

    private static NpgsqlBatchCommand Command(string sql, FigureSpan span, LegalParameters parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        span.Whole.Bind(command.Parameters, parameters);
        command.Parameters.AddWithValue("first", span.First);
        command.Parameters.AddWithValue("last", span.Last);
        return command;
    }
}

/// <summary>One year of a trend: a value for each figure asked for.</summary>
public sealed record TrendYear(int Year, IReadOnlyList<FigureValue?> Values);

using Npgsql;
using Plus.Law.Figures;
using Plus.Law.Rules;
using Plus.Shared.Statistics.Contract;
using Plus.Shared.Statistics.Published;

namespace Plus.Shared.Statistics.Engine;

/// <summary>
/// Computes the figures of a year from the records. Knows nothing of where the records came from. What cannot be
/// computed is left out; a share of nothing is no data, never 0 %.
/// </summary>
public sealed class YearFigures(FigureCatalog catalog)
{
    private const int MinutesOfHour = 60;
    private const int EuroOfThousand = 1000;

    /// <summary>All figures of a period.</summary>
    public Task<FigureSet> ComputeAsync(
        NpgsqlConnection connection,
        FigurePeriod period,
        LegalParameters parameters,
        CancellationToken ct
    ) => ComputeAsync(connection, catalog.All, period, parameters, ct);

    /// <summary>Some figures of a period: the database is asked for what they are made of and no more.</summary>
    public async Task<FigureSet> ComputeAsync(
        NpgsqlConnection connection,
        IReadOnlyCollection<FigureDefinition> wanted,
        FigurePeriod period,
        LegalParameters parameters,
        CancellationToken ct
    )
    {
        var read = new FigureReading(catalog, wanted, period, parameters);
        await read.ReadAsync(connection, ct);
        var results = new List<FigureResult>();
        foreach (var definition in wanted)
        {
            if (Value(definition, read, period, parameters) is { } value)
            {
                var counter = FigureCatalog.CounterOf(definition);
                var counted = counter is null ? null : read.Counts.GetValueOrDefault(counter);
                results.Add(new FigureResult(definition, value, counted?.Records, counted?.Persons));
            }
        }

        return new FigureSet(results, read.Counts);
    }

    /// <summary>The figure as the reading gives it; null where it cannot be computed.</summary>
    internal static FigureValue? Value(
        FigureDefinition definition,
        FigureReading read,
        FigurePeriod period,
        LegalParameters parameters
    )
    {
        decimal? number = definition.Made switch
        {
            CountOf made => read.Counts.GetValueOrDefault(made.Counter)?.Records,
            // What can be counted for the whole service alone has no share in an office.
            ShareOf made
                when read.Counts.TryGetValue(made.Part, out var part)
                    && read.Counts.TryGetValue(made.Whole, out var whole) => Rounding.Percent(
                part.Records,
                whole.Records,
                definition.Decimals
            ),
            CountSince made => CountedSince(read, made, period),
            HoursOf made => Months(read, made.Sum, period.Start).Sum(m => m.Minutes) / (decimal)MinutesOfHour,
            ValueOf made => Thousands(Months(read, made.Sum, period.Start), parameters),
            ValueSince made => SinceBaseline(read, made, period, parameters),
            _ => null,
        };
        return definition.Made is OrderOf order ? OrderValue(read.Orders.GetValueOrDefault(order.Order))
            : number is { } value ? FigureValue.OfNumber(Rounding.HalfUp(value, definition.Decimals))
            : null;
    }

    // Counts that happen to be equal stand in the order of their codes, as articles are numbered.
    private static FigureValue? OrderValue(List<(string Group, long Records)>? groups) =>
        groups is null
            ? null
            : FigureValue.OfList([
                .. groups
                    .OrderByDescending(g => g.Records)
                    .ThenBy(g => g.Group, StringComparer.Ordinal)
                    .Select(g => g.Group),
            ]);

    private static decimal? CountedSince(FigureReading read, CountSince made, FigurePeriod period)
    {
        var baseline = PublishedFigures.BaselineOf(made.Baseline);
        if (period.Offices is not null || baseline.Through >= period.End)
        {
            return null;
        }

        return baseline.Value
            + (read.Since.TryGetValue(made.Counter, out var since) ? since : read.Counts[made.Counter].Records);
    }

    private static decimal? SinceBaseline(
        FigureReading read,
        ValueSince made,
        FigurePeriod period,
        LegalParameters parameters
    )
    {
        var baseline = PublishedFigures.BaselineOf(made.Baseline);
        return period.Offices is null && baseline.Through < period.End
            ? baseline.Value + Thousands(Months(read, made.Sum, baseline.Through.AddDays(1)), parameters)
            : null;
    }

    private static IEnumerable<(DateOnly Month, long Minutes)> Months(FigureReading read, string sum, DateOnly from) =>
        read.Months[sum].Where(m => m.Month >= from);

    private static decimal? Thousands(IEnumerable<(DateOnly, long)> months, LegalParameters parameters) =>
        HoursValue.InEuro(months, parameters) / EuroOfThousand;
}

/// <summary>One computed figure.</summary>
/// <param name="Records">Function records counted; null for sums and orders.</param>
/// <param name="Persons">Distinct persons among them; null where records are no persons' sections.</param>
public sealed record FigureResult(FigureDefinition Definition, FigureValue Value, long? Records, long? Persons);

/// <summary>The figures of a period, in the order of the report.</summary>
public sealed class FigureSet(IReadOnlyList<FigureResult> all, IReadOnlyDictionary<string, Counted> counts)
{
    private readonly Dictionary<string, FigureResult> byKey = all.ToDictionary(
        r => r.Definition.Key,
        StringComparer.Ordinal
    );

    public IReadOnlyList<FigureResult> All { get; } = all;

    /// <summary>Every counter, also those that are no figure on their own.</summary>
    public IReadOnlyDictionary<string, Counted> Counts { get; } = counts;

    public FigureResult? Find(string key) => byKey.GetValueOrDefault(key);
}

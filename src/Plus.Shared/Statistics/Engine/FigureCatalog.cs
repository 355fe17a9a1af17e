using Plus.Kernel.Modules;
using Plus.Shared.Statistics.Contract;
using Plus.Shared.Statistics.Definitions;
using Plus.Shared.Statistics.Published;

namespace Plus.Shared.Statistics.Engine;

/// <summary>All figures and the records behind them, gathered from the doors once at the start.</summary>
public sealed class FigureCatalog
{
    private readonly Dictionary<string, FigureDefinition> byKey;

    /// <exception cref="InvalidOperationException">Two figures bear one key, or one is made of what no door counts.</exception>
    public FigureCatalog(ModuleList modules)
    {
        var given = modules.All.OfType<IFigureDoor>().Select(d => d.Figures).ToList();
        Sections = [.. given.SelectMany(g => g.Sections).Select(TotalFigures.WithTotals)];
        Amounts = [.. given.SelectMany(g => g.Amounts)];
        Named = [.. given.SelectMany(g => g.Named)];
        // As the printed report has them; what it does not print comes after.
        var printed = PublishedFigures.Of(PublishedFigures.LatestYear).Keys.Select((key, i) => (key, i)).ToDictionary();
        All =
        [
            .. TotalFigures
                .Definitions.Concat(given.SelectMany(g => g.Definitions))
                .OrderBy(d => printed.GetValueOrDefault(d.Key, int.MaxValue)),
        ];
        byKey = All.ToDictionary(d => d.Key, StringComparer.Ordinal);
        Counters = [.. Sections.SelectMany(s => s.Counters.Keys).Distinct(StringComparer.Ordinal)];
        foreach (var definition in All)
        {
            Demand(definition);
        }
    }

    public IReadOnlyList<FigureDefinition> All { get; }

    public IReadOnlyList<SectionSource> Sections { get; }

    public IReadOnlyList<AmountSource> Amounts { get; }

    public IReadOnlyList<NamedSource> Named { get; }

    /// <summary>Codes counted over sections, each once.</summary>
    public IReadOnlyList<string> Counters { get; }

    public FigureDefinition? Find(string key) => byKey.GetValueOrDefault(key);

    /// <summary>The counter whose rows stand behind a figure; null for sums and orders.</summary>
    public static string? CounterOf(FigureDefinition definition) =>
        definition.Made switch
        {
            CountOf made => made.Counter,
            ShareOf made => made.Part,
            CountSince made => made.Counter,
            _ => null,
        };

    /// <summary>The sum of amounts behind a figure; null for what is counted.</summary>
    public static string? SumOf(FigureDefinition definition) =>
        definition.Made switch
        {
            HoursOf made => made.Sum,
            ValueOf made => made.Sum,
            ValueSince made => made.Sum,
            _ => null,
        };

    /// <summary>The counters that figures are made of, each once.</summary>
    public IReadOnlyList<string> CountersOf(IEnumerable<FigureDefinition> definitions) =>
        [
            .. definitions
                .SelectMany(d =>
                    d.Made switch
                    {
                        ShareOf made => [made.Part, made.Whole],
                        _ => CounterOf(d) is { } counter ? [counter] : Array.Empty<string>(),
                    }
                )
                .Distinct(StringComparer.Ordinal),
        ];

    public NamedSource? NamedOf(string counter) => Named.FirstOrDefault(n => n.Counters.ContainsKey(counter));

    public AmountSource AmountOf(string sum) => Amounts.First(a => a.Sums.ContainsKey(sum));

    public (SectionSource Source, GroupedOrder Order) OrderOf(string order)
    {
        var source = Sections.First(s => s.Orders.ContainsKey(order));
        return (source, source.Orders[order]);
    }

    private void Demand(FigureDefinition definition)
    {
        var known = definition.Made switch
        {
            ShareOf made => IsCounted(made.Part) && IsCounted(made.Whole),
            OrderOf made => Sections.Any(s => s.Orders.ContainsKey(made.Order)),
            _ => CounterOf(definition) is { } counter
                ? IsCounted(counter)
                : Amounts.Any(a => a.Sums.ContainsKey(SumOf(definition)!)),
        };
        if (!known)
        {
            throw new InvalidOperationException($"No door counts what the figure {definition.Key} is made of.");
        }
    }

    private bool IsCounted(string counter) =>
        Sections.Any(s => s.Counters.ContainsKey(counter)) || NamedOf(counter) is not null;
}

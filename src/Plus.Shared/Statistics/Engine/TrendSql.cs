using System.Text.RegularExpressions;
using Plus.Law.Rules;
using Plus.Shared.Statistics.Contract;

namespace Plus.Shared.Statistics.Engine;

/// <summary>
/// Statements that count every year of a span at once. The doors' conditions speak of <c>@start</c> and <c>@end</c>;
/// here these are columns, the first and last day of the row's year.
/// </summary>
internal static partial class TrendSql
{
    /// <summary>
    /// Rows of (year, number of records of each counter). Functions whose conditions ask nothing but the section are read
    /// together, in one walk over the sections; each of the others reads its own with its facts. Clients are joined only
    /// where a condition asks for age or sex.
    /// </summary>
    public static string Counts(
        FigureCatalog catalog,
        IReadOnlyList<string> counters,
        FigureSpan span,
        LegalParameters parameters
    )
    {
        var sources = FigureSql.Counting(catalog, counters);
        // A source of the totals joins one row of facts to each section: where none is asked for, nothing need be joined.
        var plain = sources
            .Where(s => s.Join.Length == 0 || s.InClientTotals)
            .Where(s => Conditions(s, counters).All(AsksTheSectionAlone))
            .ToList();
        var records = sources.Except(plain).Select(source => Branch([source], source.Join, counters, span, parameters));
        if (plain.Count > 0)
        {
            records = records.Prepend(Branch(plain, "", counters, span, parameters));
        }

        var sums = counters.Select((_, i) => $"count(*) filter (where k{i})");
        return $"""
            select year, {string.Join(", ", sums)} from ({string.Join("\nunion all\n", records)}) record group by year
            """;
    }

    /// <summary>Rows of (year, number of records of each counter).</summary>
    public static string Named(NamedSource source, IReadOnlyList<string> counters, FigureSpan span) =>
        $"""
            select y.number, {string.Join(
                ", ",
                counters.Select(c => $"count(*) filter (where {ByRow(source.Counters[c], "y")})")
            )}
            from {source.From}
            cross join (
              select number, make_date(number, 1, 1) as first_day, make_date(number, 12, 31) as last_day
              from generate_series(@first, @last) number
            ) y
            where true{(source.Office is null ? "" : span.Whole.Narrowed(source.Office))} group by y.number
            """;

    /// <summary>One row for each section and year in which it ran, with what the counters say of it.</summary>
    private static string Branch(
        IReadOnlyCollection<SectionSource> sources,
        string join,
        IReadOnlyList<string> counters,
        FigureSpan span,
        LegalParameters parameters
    )
    {
        var columns = counters.Select((code, i) => $"{Condition(sources, code)} as k{i}");
        var opened = sources.Where(s => s.Basis == YearBasis.Opened).ToList();
        var received = opened.Count switch
        {
            0 => "",
            _ when opened.Count == sources.Count => $" where {ByRow(InYear, "s")}",
            _ => $" where (not ({FigureSql.Among(opened)}) or {ByRow(InYear, "s")})",
        };
        return $"select s.year, {string.Join(", ", columns)} from ({Ran(sources, counters, span, parameters)}) s {join}{received}";
    }

    private const string InYear = "s.opened_on between @start and @end";

    // A set-returning function in the list of columns costs a third of one that is joined row by row; and ages are taken
    // between timestamps, because between dates each would be turned into an instant of a time zone first.
    private static string Ran(
        IReadOnlyCollection<SectionSource> sources,
        IReadOnlyList<string> counters,
        FigureSpan span,
        LegalParameters parameters
    )
    {
        var asked = sources.SelectMany(s => Conditions(s, counters)).ToList();
        var (ages, sex) = (asked.Exists(c => Asks(c, "years")), asked.Exists(c => Asks(c, "sex")));
        var age = ByRow(span.Whole.AgeDay(parameters), "s");
        return $"""
            select s.*, make_date(s.year, 12, 31) as last_day{(
                ages ? $", extract(year from age(({age})::timestamp, s.birth_date::timestamp))::int as years" : ""
            )}
            from (
              select s.*, make_date(s.year, 1, 1) as first_day from (
                select s.id, s.basis_id, s.function, s.measure, s.opened_on, s.closed_on, s.outcome, s.main_article,
                       s.main_article_sup, s.sexual_offence{(ages ? ", c.birth_date" : "")}{(sex ? ", c.sex" : "")},
                       generate_series(
                         greatest(date_part('year', s.opened_on)::int, @first),
                         least(coalesce(date_part('year', s.closed_on)::int, @last), @last)) as year
                from cases.section s{(ages || sex ? " join clients.client c on c.id = s.client_id" : "")}
                where s.annulled_on is null{span.Whole.Within("s")} and {FigureSql.Among(sources)}
              ) s
            ) s
            """;
    }

    /// <summary>What a counter says of a section of any of the sources.</summary>
    private static string Condition(IReadOnlyCollection<SectionSource> sources, string counter)
    {
        var said = sources
            .Where(s => s.Counters.ContainsKey(counter))
            .GroupBy(s => ByRow(s.Counters[counter], "s"), StringComparer.Ordinal)
            .Select(g => g.Count() == sources.Count ? $"({g.Key})" : $"({FigureSql.Among([.. g])} and ({g.Key}))")
            .ToList();
        return said.Count == 0 ? "false" : "(" + string.Join(" or ", said) + ")";
    }

    private static IEnumerable<string> Conditions(SectionSource source, IReadOnlyList<string> counters) =>
        counters.Where(source.Counters.ContainsKey).Select(c => source.Counters[c]);

    private static bool Asks(string condition, string column) =>
        Column().Matches(condition).Any(m => m.Value == "s." + column);

    /// <summary>Whether a condition needs none of the function's own facts.</summary>
    public static bool AsksTheSectionAlone(string condition) =>
        Column().Matches(condition).All(m => m.Value.StartsWith("s.", StringComparison.Ordinal));

    [GeneratedRegex(@"\b[a-z_]+\.[a-z_]+\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Column();

    private static string ByRow(string condition, string row) =>
        condition
            .Replace("@start", row + ".first_day", StringComparison.Ordinal)
            .Replace("@end", row + ".last_day", StringComparison.Ordinal);
}

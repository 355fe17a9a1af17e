using Plus.Law.Rules;
using Plus.Shared.Statistics.Contract;

namespace Plus.Shared.Statistics.Engine;

/// <summary>
/// Statements that count every year of a span at once. The doors' conditions speak of <c>@start</c> and <c>@end</c>;
/// here these are columns, the first and last day of the row's year.
/// </summary>
internal static class TrendSql
{
    /// <summary>
    /// Rows of (year, number of records of each counter). Not materialized: each function then reads its own sections
    /// and nothing it does not ask for, such as ages; three times faster than half a million rows laid down first.
    /// </summary>
    public static string Counts(
        FigureCatalog catalog,
        IReadOnlyList<string> counters,
        FigureSpan span,
        LegalParameters parameters
    )
    {
        var sources = FigureSql.Counting(catalog, counters);
        var records = sources.Select(source => Branch(source, counters));
        var sums = counters.Select((_, i) => $"count(*) filter (where k{i})");
        return $"""
            with worked as not materialized (
              select s.id, s.client_id, s.function, s.measure, s.opened_on, s.closed_on, s.outcome, s.main_article,
                     s.main_article_sup, s.sexual_offence, s.office_id, c.sex, y.number as year, y.first_day, y.last_day,
                     extract(year from age({ByRow(span.Whole.AgeDay(parameters), "y")}, c.birth_date))::int as years
              from cases.section s
              join clients.client c on c.id = s.client_id
              cross join lateral (
                select number, make_date(number, 1, 1) as first_day, make_date(number, 12, 31) as last_day
                from generate_series(
                  greatest(date_part('year', s.opened_on)::int, @first),
                  least(coalesce(date_part('year', s.closed_on)::int, @last), @last)) number
              ) y
              where s.annulled_on is null{span.Whole.Narrowed("s.office_id")} and {FigureSql.Among(sources)}
            ), record as ({string.Join("\nunion all\n", records)})
            select year, {string.Join(", ", sums)} from record group by year
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

    private static string Branch(SectionSource source, IReadOnlyList<string> counters)
    {
        var columns = counters.Select(
            (code, i) =>
                source.Counters.TryGetValue(code, out var condition)
                    ? $"({ByRow(condition, "s")}) as k{i}"
                    : $"false as k{i}"
        );
        var opened = source.Basis == YearBasis.Opened ? " and s.opened_on between s.first_day and s.last_day" : "";
        return $"select s.year, {string.Join(", ", columns)} from worked s {source.Join} "
            + $"where s.function = '{source.Function}'{opened}";
    }

    private static string ByRow(string condition, string row) =>
        condition
            .Replace("@start", row + ".first_day", StringComparison.Ordinal)
            .Replace("@end", row + ".last_day", StringComparison.Ordinal);
}

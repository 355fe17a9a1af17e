using System.Text;
using Plus.Law.Rules;
using Plus.Shared.Statistics.Contract;

namespace Plus.Shared.Statistics.Engine;

/// <summary>
/// Composes the statements. Everything in them comes from the doors and from here; what a person chooses is always a
/// parameter.
/// </summary>
internal static class FigureSql
{
    /// <summary>
    /// The sections that ran in the period, once, with the client's age. The range in the condition is the one of the
    /// index <c>ix_section_running</c>.
    /// </summary>
    /// <param name="sources">What is asked of them: sections of other functions are left out.</param>
    /// <param name="named">
    /// With the client's name, asked as the person who looks. Below a policy only comparisons of days may be made before
    /// each row is judged: the condition says by days what the range says, so that few rows are.
    /// </param>
    public static string Worked(
        FigurePeriod period,
        LegalParameters parameters,
        IReadOnlyCollection<SectionSource> sources,
        bool named = false
    ) =>
        $"""
            worked as materialized (
              select s.id, s.client_id, s.function, s.measure, s.opened_on, s.closed_on, s.outcome, s.main_article,
                     s.main_article_sup, s.sexual_offence, s.office_id, c.sex,{(named ? " c.surname, c.given_name," : "")}
                     extract(year from age({period.AgeDay(parameters)}, c.birth_date))::int as years
              from cases.section s
              join clients.client c on c.id = s.client_id
              where s.annulled_on is null
                and {(
                named
                    ? "s.opened_on <= @end and (s.closed_on is null or s.closed_on >= @start)"
                    : "daterange(s.opened_on, s.closed_on, '[]') && daterange(@start, @end, '[]')"
            )}{period.Within("s")}
                and {Among(sources)}
            )
            """;

    /// <summary>Condition: the section is of a function that the sources count.</summary>
    public static string Among(IReadOnlyCollection<SectionSource> sources) =>
        $"s.function in ({string.Join(", ", sources.Select(s => s.Function).Distinct(StringComparer.Ordinal).Select(f => $"'{f}'"))})";

    /// <summary>The sources that count any of the counters.</summary>
    public static IReadOnlyList<SectionSource> Counting(FigureCatalog catalog, IReadOnlyList<string> counters) =>
        [.. catalog.Sections.Where(s => counters.Any(s.Counters.ContainsKey))];

    /// <summary>FROM and WHERE of one source over the sections worked with.</summary>
    /// <param name="condition">What is asked beside it: the function's facts are joined only where it speaks of them.</param>
    public static string From(SectionSource source, string? condition = null) =>
        $"from worked s {(condition is not null && source.InClientTotals && TrendSql.AsksTheSectionAlone(condition) ? "" : source.Join)} where s.function = '{source.Function}'"
        + (source.Basis == YearBasis.Opened ? " and s.opened_on between @start and @end" : "");

    /// <summary>One row: for each counter in turn the number of records and of distinct persons.</summary>
    public static string Counts(
        FigureCatalog catalog,
        IReadOnlyList<string> counters,
        FigurePeriod period,
        LegalParameters parameters
    )
    {
        var sources = Counting(catalog, counters);
        var sql = new StringBuilder("with ").Append(Worked(period, parameters, sources)).AppendLine(", record as (");
        sql.AppendJoin("\nunion all\n", sources.Select(s => Branch(s, counters)));
        sql.AppendLine("), person as (select client_id");
        for (var i = 0; i < counters.Count; i++)
        {
            sql.Append($", count(*) filter (where k{i}) as n{i}");
        }
        sql.AppendLine(" from record group by client_id) select ");
        sql.AppendJoin(
            ", ",
            Enumerable
                .Range(0, counters.Count)
                .Select(i => $"coalesce(sum(n{i}), 0)::bigint, count(*) filter (where n{i} > 0)")
        );
        return sql.Append(" from person").ToString();
    }

    /// <summary>Rows of (office, number of records of each counter).</summary>
    public static string ByOffice(
        FigureCatalog catalog,
        IReadOnlyList<string> counters,
        FigurePeriod period,
        LegalParameters parameters
    )
    {
        var sources = Counting(catalog, counters);
        var branches = sources.Select(s => Branch(s, counters));
        var sums = counters.Select((_, i) => $"count(*) filter (where k{i})");
        return $"""
            with {Worked(period, parameters, sources)}, record as ({string.Join("\nunion all\n", branches)})
            select office_id, {string.Join(", ", sums)} from record group by office_id
            """;
    }

    /// <summary>
    /// Rows of (function, year of opening, year of closing or null, sections): what the totals of every year are made
    /// of. One walk over the index <c>ix_section_years</c>.
    /// </summary>
    public static string ByYear(FigurePeriod period) =>
        $"""
            select s.function, date_part('year', s.opened_on)::int, date_part('year', s.closed_on)::int, count(*)
            from cases.section s where s.annulled_on is null{period.Within("s")} group by 1, 2, 3
            """;

    /// <summary>One row: the records of one counter.</summary>
    public static string CountOf(
        FigureCatalog catalog,
        string counter,
        FigurePeriod period,
        LegalParameters parameters
    ) =>
        $"with {Worked(period, parameters, Counting(catalog, [counter]))} select count(*) from ({Matching(catalog, counter, "s.id")}) matching";

    /// <summary>The records of one counter over all sources that count it.</summary>
    public static string Matching(FigureCatalog catalog, string counter, string columns) =>
        string.Join(
            "\nunion all\n",
            catalog
                .Sections.Where(s => s.Counters.ContainsKey(counter))
                .Select(s => $"select {columns} {From(s, s.Counters[counter])} and ({s.Counters[counter]})")
        );

    /// <summary>Rows of (order, group, number of records), the largest group of each order first.</summary>
    public static string Orders(
        FigureCatalog catalog,
        IReadOnlyList<string> codes,
        FigurePeriod period,
        LegalParameters parameters
    )
    {
        var orders = codes.Select(code => (Code: code, Found: catalog.OrderOf(code))).ToList();
        var groups = orders.Select(o =>
            $"select '{o.Code}', shown.* from ({Groups(o.Found.Source, o.Found.Order)}) shown"
        );
        var sources = orders.Select(o => o.Found.Source).ToList();
        return $"with {Worked(period, parameters, sources)} {string.Join("\nunion all\n", groups)}";
    }

    /// <summary>The records of the groups that the order shows.</summary>
    public static string OrderRows(FigureCatalog catalog, string code, string columns)
    {
        var (source, order) = catalog.OrderOf(code);
        return $"select {columns} {From(source)} and {order.Group} in (select code from ({Groups(source, order)}) shown)";
    }

    /// <summary>
    /// Rows of (first day of the month, minutes of each sum). Added up by day first, in the order of the index of days:
    /// that is many times cheaper than turning each of the millions of days into its month. For the whole service the days
    /// of the few sections that do not count are taken off again: looking up the section of each of the millions would cost as much
    /// as adding them up. Days in the archive are counted from what was kept of them by month; a period begins and ends with
    /// a month.
    /// </summary>
    public static string Amounts(AmountSource source, IReadOnlyList<string> sums, FigurePeriod period)
    {
        var days = sums.Select((s, i) => $"sum(e.{source.Minutes}) filter (where {source.Sums[s]}) as m{i}");
        var kept = sums.Select((s, i) => $"sum(e.minutes) filter (where e.sum = '{s}')");
        var totals = sums.Select((_, i) => $"coalesce(sum(d.m{i}), 0)::bigint");
        var entries = $"e.{source.Day} between @start and @end and {source.Valid}";
        var annulled = sums.Select((s, i) => $"-sum(e.{source.Minutes}) filter (where {source.Sums[s]})");
        var keptAnnulled = sums.Select(s => $"-sum(e.minutes) filter (where e.sum = '{s}')");
        var keptEntries = $"e.month between @start and @end and e.sum in ('{string.Join("', '", sums)}')";
        var read = period.Offices is null
            ? $"""
                select e.{source.Day} as day, {string.Join(", ", days)} from {source.Table} e where {entries} group by 1
                union all
                select e.{source.Day}, {string.Join(", ", annulled)}
                from cases.section s join {source.Table} e on e.section_id = s.id
                where ({period.LeftOut("s")}) and {entries} group by 1
                union all
                select e.month, {string.Join(", ", kept)} from archive.kept_amount e where {keptEntries} group by 1
                union all
                select e.month, {string.Join(", ", keptAnnulled)}
                from cases.section s join archive.kept_amount e on e.section_id = s.id
                where ({period.LeftOut("s")}) and {keptEntries} group by 1
                """
            : $"""
                select e.{source.Day} as day, {string.Join(", ", days)}
                from {source.Table} e join cases.section s on s.id = e.section_id and s.annulled_on is null{period.Within(
                    "s"
                )}
                where {entries} group by 1
                union all
                select e.month, {string.Join(", ", kept)}
                from archive.kept_amount e join cases.section s on s.id = e.section_id and s.annulled_on is null{period.Within(
                    "s"
                )}
                where {keptEntries} group by 1
                """;
        return $"""
            select date_trunc('month', d.day)::date as month, {string.Join(", ", totals)}
            from ({read}) d
            group by 1 order by 1
            """;
    }

    /// <summary>Rows of (section, minutes).</summary>
    public static string AmountRows(AmountSource source, string sum, FigurePeriod period) =>
        $"""
            select s.id, sum(e.minutes)::bigint as minutes
            from (
              select e.section_id, e.{source.Minutes} as minutes from {source.Table} e
              where e.{source.Day} between @start and @end and {source.Valid} and ({source.Sums[sum]})
              union all
              select e.section_id, e.minutes from archive.kept_amount e where e.month between @start and @end and e.sum = '{sum}'
            ) e
            join cases.section s on s.id = e.section_id and s.annulled_on is null{period.Within("s")}
            group by s.id
            """;

    /// <summary>What a row behind a figure is listed by.</summary>
    public const string RowColumns = "s.id, null::bigint as minutes, s.opened_on, s.surname, s.given_name";

    /// <summary>Rows of (name, first day, last day).</summary>
    public static string NamedRows(NamedSource source, string counter, FigurePeriod period) =>
        $"""
            select {source.Label} as label, {source.FirstDay} as first_day, {source.LastDay} as last_day,
                   null::bigint as minutes
            from {source.From} where ({source.Counters[counter]}){(
                source.Office is null ? "" : period.Narrowed(source.Office)
            )}
            """;

    /// <summary>One row: the number of records of each counter.</summary>
    public static string Named(NamedSource source, IReadOnlyList<string> counters, FigurePeriod period) =>
        "select "
        + string.Join(", ", counters.Select(c => source.Counters[c]).Select(c => $"count(*) filter (where {c})"))
        + $" from {source.From} where true"
        + (source.Office is null ? "" : period.Narrowed(source.Office));

    private static string Groups(SectionSource source, GroupedOrder order) =>
        $"""
            select grouped.code, count(*) from (select {order.Group} as code {From(source)}) grouped
            where grouped.code is not null group by grouped.code order by count(*) desc, grouped.code limit {order.Take}
            """;

    private static string Branch(SectionSource source, IReadOnlyList<string> counters)
    {
        var columns = counters.Select(
            (code, i) =>
                source.Counters.TryGetValue(code, out var condition) ? $"({condition}) as k{i}" : $"false as k{i}"
        );
        return $"select s.client_id, s.office_id, {string.Join(", ", columns)} {From(source)}";
    }
}

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
    public static string Worked(
        FigurePeriod period,
        LegalParameters parameters,
        IReadOnlyCollection<SectionSource> sources
    ) =>
        $"""
            worked as materialized (
              select s.id, s.client_id, s.function, s.measure, s.opened_on, s.closed_on, s.outcome, s.main_article,
                     s.main_article_sup, s.sexual_offence, s.office_id, c.sex,
                     extract(year from age({period.AgeDay(parameters)}, c.birth_date))::int as years
              from cases.section s
              join clients.client c on c.id = s.client_id
              where s.annulled_on is null
                and daterange(s.opened_on, s.closed_on, '[]') && daterange(@start, @end, '[]'){period.OfSections}
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
    public static string From(SectionSource source) =>
        $"from worked s {source.Join} where s.function = '{source.Function}'"
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
            from cases.section s where s.annulled_on is null{period.OfSections} group by 1, 2, 3
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
                .Select(s => $"select {columns} {From(s)} and ({s.Counters[counter]})")
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
    /// that is many times cheaper than turning each of the millions of days into its month.
    /// </summary>
    public static string Amounts(AmountSource source, IReadOnlyList<string> sums, FigurePeriod period)
    {
        var days = sums.Select((s, i) => $"sum(e.{source.Minutes}) filter (where {source.Sums[s]}) as m{i}");
        var totals = sums.Select((_, i) => $"coalesce(sum(d.m{i}), 0)::bigint");
        // Annulled sections are few: leaving theirs out is cheaper than looking every section up.
        var sections = period is { Offices: null, Closed.Count: 0 }
            ? "where not exists (select from cases.section s where s.id = e.section_id and s.annulled_on is not null) and"
            : $"join cases.section s on s.id = e.section_id and s.annulled_on is null{period.OfSections} where";
        return $"""
            select date_trunc('month', d.day)::date as month, {string.Join(", ", totals)}
            from (
              select e.{source.Day} as day, {string.Join(", ", days)}
              from {source.Table} e {sections} e.{source.Day} between @start and @end and {source.Valid} group by 1
            ) d
            group by 1 order by 1
            """;
    }

    /// <summary>Rows of (section, minutes).</summary>
    public static string AmountRows(AmountSource source, string sum, FigurePeriod period) =>
        $"""
            select s.id, sum(e.{source.Minutes})::bigint as minutes
            from {source.Table} e
            join cases.section s on s.id = e.section_id and s.annulled_on is null{period.OfSections}
            where e.{source.Day} between @start and @end and {source.Valid} and ({source.Sums[sum]})
            group by s.id
            """;

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

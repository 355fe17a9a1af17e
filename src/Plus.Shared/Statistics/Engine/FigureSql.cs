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
    public static string Worked(FigurePeriod period, LegalParameters parameters) =>
        $"""
            worked as materialized (
              select s.id, s.client_id, s.function, s.measure, s.opened_on, s.closed_on, s.outcome, s.main_article,
                     s.main_article_sup, s.sexual_offence, s.office_id, c.sex,
                     extract(year from age({period.AgeDay(parameters)}, c.birth_date))::int as years
              from cases.section s
              join clients.client c on c.id = s.client_id
              where s.annulled_on is null
                and daterange(s.opened_on, s.closed_on, '[]') && daterange(@start, @end, '[]'){period.Narrowed(
                "s.office_id"
            )}
            )
            """;

    /// <summary>FROM and WHERE of one source over the sections worked with.</summary>
    public static string From(SectionSource source) =>
        $"from worked s {source.Join} where s.function = '{source.Function}'"
        + (source.Basis == YearBasis.Opened ? " and s.opened_on between @start and @end" : "");

    /// <summary>One row: for each counter in turn the number of records and of distinct persons.</summary>
    public static string Counts(FigureCatalog catalog, FigurePeriod period, LegalParameters parameters)
    {
        var sql = new StringBuilder("with ").Append(Worked(period, parameters)).AppendLine(", record as (");
        sql.AppendJoin("\nunion all\n", catalog.Sections.Select(s => Branch(s, catalog.Counters)));
        sql.AppendLine("), person as (select client_id");
        for (var i = 0; i < catalog.Counters.Count; i++)
        {
            sql.Append($", count(*) filter (where k{i}) as n{i}");
        }
        sql.AppendLine(" from record group by client_id) select ");
        sql.AppendJoin(
            ", ",
            Enumerable
                .Range(0, catalog.Counters.Count)
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
        var branches = catalog
            .Sections.Where(s => counters.Any(s.Counters.ContainsKey))
            .Select(s => Branch(s, counters));
        var sums = counters.Select((_, i) => $"count(*) filter (where k{i})");
        return $"""
            with {Worked(period, parameters)}, record as ({string.Join("\nunion all\n", branches)})
            select office_id, {string.Join(", ", sums)} from record group by office_id
            """;
    }

    /// <summary>Rows of (function, year, opened in it, closed in it).</summary>
    public static string ByYear(FigurePeriod period) =>
        $"""
            select function, year, sum(opened)::bigint, sum(closed)::bigint from (
              select s.function, extract(year from s.opened_on)::int as year, count(*) as opened, 0 as closed
              from cases.section s where s.annulled_on is null{period.Narrowed("s.office_id")} group by 1, 2
              union all
              select s.function, extract(year from s.closed_on)::int, 0, count(*)
              from cases.section s where s.annulled_on is null and s.closed_on is not null{period.Narrowed(
                "s.office_id"
            )} group by 1, 2
            ) turns group by function, year
            """;

    /// <summary>One row: the records of one counter.</summary>
    public static string CountOf(
        FigureCatalog catalog,
        string counter,
        FigurePeriod period,
        LegalParameters parameters
    ) => $"with {Worked(period, parameters)} select count(*) from ({Matching(catalog, counter, "s.id")}) matching";

    /// <summary>The records of one counter over all sources that count it.</summary>
    public static string Matching(FigureCatalog catalog, string counter, string columns) =>
        string.Join(
            "\nunion all\n",
            catalog
                .Sections.Where(s => s.Counters.ContainsKey(counter))
                .Select(s => $"select {columns} {From(s)} and ({s.Counters[counter]})")
        );

    /// <summary>Rows of (order, group, number of records), the largest group of each order first.</summary>
    public static string Orders(FigureCatalog catalog, FigurePeriod period, LegalParameters parameters)
    {
        var orders = catalog.Sections.SelectMany(s => s.Orders.Select(o => (Source: s, Code: o.Key, Order: o.Value)));
        var groups = orders.Select(o => $"select '{o.Code}', shown.* from ({Groups(o.Source, o.Order)}) shown");
        return $"with {Worked(period, parameters)} {string.Join("\nunion all\n", groups)}";
    }

    /// <summary>The records of the groups that the order shows.</summary>
    public static string OrderRows(FigureCatalog catalog, string code, string columns)
    {
        var (source, order) = catalog.OrderOf(code);
        return $"select {columns} {From(source)} and {order.Group} in (select code from ({Groups(source, order)}) shown)";
    }

    /// <summary>Rows of (first day of the month, minutes of each sum).</summary>
    public static string Amounts(AmountSource source, FigurePeriod period)
    {
        var sums = source.Sums.Values.Select((c, i) => $"sum(e.{source.Minutes}) filter (where {c}) as m{i}");
        var totals = source.Sums.Keys.Select((_, i) => $"coalesce(sum(e.m{i}), 0)::bigint");
        return $"""
            select e.month, {string.Join(", ", totals)}
            from (
              select e.section_id, date_trunc('month', e.{source.Day})::date as month, {string.Join(", ", sums)}
              from {source.Table} e where e.{source.Day} between @start and @end and {source.Valid} group by 1, 2
            ) e
            join cases.section s on s.id = e.section_id and s.annulled_on is null{period.Narrowed("s.office_id")}
            group by e.month order by e.month
            """;
    }

    /// <summary>Rows of (section, minutes).</summary>
    public static string AmountRows(AmountSource source, string sum, FigurePeriod period) =>
        $"""
            select s.id, sum(e.{source.Minutes})::bigint as minutes
            from {source.Table} e
            join cases.section s on s.id = e.section_id and s.annulled_on is null{period.Narrowed("s.office_id")}
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
    public static string Named(NamedSource source, FigurePeriod period) =>
        "select "
        + string.Join(", ", source.Counters.Values.Select(c => $"count(*) filter (where {c})"))
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

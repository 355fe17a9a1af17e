namespace Plus.Shared.Statistics.Contract;

/// <summary>Which of a function's sections belong to a year.</summary>
public enum YearBasis
{
    /// <summary>Open on at least one day of the year; the opening and the closing day count as open.</summary>
    Open,

    /// <summary>Opened in the year (requests received).</summary>
    Opened,
}

/// <summary>
/// Sections of one function as they are counted. Conditions are SQL over <c>s</c> (the section, with <c>s.years</c>, the
/// client's age on the reference day) and whatever <paramref name="Join"/> adds; the parameters <c>@start</c> and
/// <c>@end</c> (first and last day of the year, both included), <c>@youth</c> and <c>@adults</c> (first ages of the
/// bands) are there. Sections annulled are never among them.
/// </summary>
/// <param name="Function">Code of the function.</param>
/// <param name="Join">JOIN clauses that add the function's own facts; empty when they are not needed.</param>
/// <param name="InClientTotals">Whether its records are added to the totals over all functions.</param>
public sealed record SectionSource(string Function, YearBasis Basis, string Join = "", bool InClientTotals = false)
{
    /// <summary>The section's main article with its superscript: 262, 168.1.</summary>
    public const string ArticleCode = "s.main_article || coalesce('.' || s.main_article_sup, '')";

    /// <summary>Counter code and condition. The same code in several sources adds up.</summary>
    public IReadOnlyDictionary<string, string> Counters { get; init; } = new Dictionary<string, string>();

    /// <summary>Order code and how the records are grouped.</summary>
    public IReadOnlyDictionary<string, GroupedOrder> Orders { get; init; } = new Dictionary<string, GroupedOrder>();
}

/// <summary>Groups ordered by their number of records, the largest first; equal ones by their code.</summary>
/// <param name="Group">SQL expression of the group's code; rows where it is null are left out.</param>
public sealed record GroupedOrder(string Group, int Take);

/// <summary>
/// Amounts entered by day for sections. <c>e</c> is the entry. Minutes, whole.
/// </summary>
/// <param name="Table">Table with its schema.</param>
/// <param name="Day">Column of the day.</param>
/// <param name="Minutes">Column of the minutes.</param>
/// <param name="Valid">Condition that leaves withdrawn entries out.</param>
public sealed record AmountSource(string Table, string Day, string Minutes, string Valid)
{
    /// <summary>Sum code and condition over <c>e</c>.</summary>
    public IReadOnlyDictionary<string, string> Sums { get; init; } = new Dictionary<string, string>();
}

/// <summary>Records that are no sections: contracts, offices, regions.</summary>
/// <param name="From">Table and joins.</param>
/// <param name="Label">SQL expression of the name shown in the list of rows.</param>
/// <param name="FirstDay">SQL expression of its first day.</param>
/// <param name="LastDay">SQL expression of its last day, which counts.</param>
/// <param name="Office">SQL expression of the office it belongs to; null when it can be shown for the whole service
/// only.</param>
public sealed record NamedSource(string From, string Label, string FirstDay, string LastDay, string? Office)
{
    /// <summary>Counter code and condition.</summary>
    public IReadOnlyDictionary<string, string> Counters { get; init; } = new Dictionary<string, string>();
}

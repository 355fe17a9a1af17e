namespace Plus.Web.Charts;

/// <summary>A row of values, one per category; null where there is none.</summary>
public sealed record ChartSeries(string Name, IReadOnlyList<decimal?> Values)
{
    /// <summary>Where the value of a category leads: to exactly its rows.</summary>
    public Func<int, string?>? Href { get; init; }
}

/// <summary>
/// What a bar or line chart shows. The same numbers stand in a table under it. At most six series: more cannot be told
/// apart.
/// </summary>
public sealed record Chart(string Title, IReadOnlyList<string> Categories, IReadOnlyList<ChartSeries> Series)
{
    /// <summary>What is seen in it, in a sentence, for those who do not see it; the title when left out.</summary>
    public string? Description { get; init; }

    /// <summary>How values are written (<see cref="Language.TextValues.Write"/>): null, percent, hm.</summary>
    public string? Format { get; init; }

    /// <summary>What the categories are, as the head of the table's first column.</summary>
    public string CategoryHead { get; init; } = "";
}

namespace Plus.Web.Lists;

/// <summary>Where a page stands in its list.</summary>
public abstract class ListPage(ListQuery query, int shown, long total)
{
    /// <summary>How the list was asked for.</summary>
    public ListQuery Query => query;

    /// <summary>Rows of the whole list.</summary>
    public long Total => total;

    /// <summary>Number of the first row shown, from 1; 0 when the page is empty.</summary>
    public long First => shown == 0 ? 0 : query.Skip + 1;

    /// <summary>Number of the last row shown.</summary>
    public long Last => shown == 0 ? 0 : query.Skip + shown;

    /// <summary>How many pages there are, at least one.</summary>
    public int Pages => (int)Math.Max(1, (total + query.Rules.PageSize - 1) / query.Rules.PageSize);
}

/// <summary>The rows of one page of a list, and how many there are in all.</summary>
public sealed class ListPage<T>(ListQuery query, IReadOnlyList<T> rows, long total) : ListPage(query, rows.Count, total)
{
    /// <summary>The rows shown.</summary>
    public IReadOnlyList<T> Rows => rows;
}

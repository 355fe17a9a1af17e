using System.Collections;

namespace Plus.Web.Lists;

/// <summary>A table defined once: what the page shows is what the file holds.</summary>
/// <param name="captionKey">Text key of the caption; it is read by screen readers and shown unless hidden.</param>
public sealed class Table<T>(string captionKey) : IEnumerable<Column<T>>
{
    private readonly List<Column<T>> columns = [];

    /// <summary>A table with the columns of another.</summary>
    public Table(string captionKey, IEnumerable<Column<T>> columns)
        : this(captionKey) => this.columns.AddRange(columns);

    /// <summary>Text key of the caption.</summary>
    public string CaptionKey => captionKey;

    /// <summary>The caption is for screen readers only: the page's heading says the same.</summary>
    public bool CaptionHidden { get; init; }

    /// <summary>Text key of what is said when there is no row.</summary>
    public string EmptyKey { get; init; } = "web.list.empty";

    /// <summary>On a phone each row becomes a card; else the table scrolls sideways.</summary>
    public bool Cards { get; init; } = true;

    /// <summary>The value a ticked row sends as <c>Ticked</c>; without it rows cannot be ticked.</summary>
    public Func<T, string>? Tick { get; init; }

    /// <summary>The columns, in order.</summary>
    public IReadOnlyList<Column<T>> Columns => columns;

    /// <summary>Adds a column.</summary>
    public void Add(Column<T> column) => columns.Add(column);

    /// <summary>The rows of a page, to draw. Headings sort when the list's rules allow it.</summary>
    public TableView View(ListPage<T> page) => View(page.Rows, page.Query);

    /// <summary>Rows that are all there are.</summary>
    public TableView View(IReadOnlyList<T> rows, ListQuery? query = null) =>
        new(
            captionKey,
            EmptyKey,
            columns,
            [
                .. rows.Select(row => new TableRow(
                    Tick?.Invoke(row),
                    [.. columns.Select(c => new TableCell(c.Value(row), c.Href?.Invoke(row), c.Tag?.Invoke(row)))]
                )),
            ]
        )
        {
            CaptionHidden = CaptionHidden,
            Cards = Cards,
            Query = query,
        };

    /// <inheritdoc/>
    public IEnumerator<Column<T>> GetEnumerator() => columns.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>One cell.</summary>
public readonly record struct TableCell(object? Value, string? Href, string? Tag);

/// <summary>One row.</summary>
public sealed record TableRow(string? Tick, IReadOnlyList<TableCell> Cells);

/// <summary>A table with its rows, ready to be drawn by <c>plus-table</c>.</summary>
public sealed record TableView(
    string CaptionKey,
    string EmptyKey,
    IReadOnlyList<Column> Columns,
    IReadOnlyList<TableRow> Rows
)
{
    /// <summary>The caption is for screen readers only.</summary>
    public bool CaptionHidden { get; init; }

    /// <summary>Rows become cards on a phone.</summary>
    public bool Cards { get; init; }

    /// <summary>How the list was asked for; null when it cannot be sorted.</summary>
    public ListQuery? Query { get; init; }
}

namespace Plus.Web.Lists;

/// <summary>What a table's head needs to know of a column.</summary>
public abstract class Column(string code, string headKey)
{
    /// <summary>Stable code: the sort code in the address.</summary>
    public string Code => code;

    /// <summary>Text key of the heading.</summary>
    public string HeadKey => headKey;

    /// <summary>The heading is a link that sorts.</summary>
    public bool Sortable { get; init; }

    /// <summary>Set right, with figures of equal width.</summary>
    public bool Numeric { get; init; }

    /// <summary>Names the row; one column per table.</summary>
    public bool NamesRow { get; init; }

    /// <summary>How values are written (<see cref="Language.TextValues.Write"/>).</summary>
    public string? Format { get; init; }
}

/// <summary>
/// A column: its value is a string, a number, a <c>DateOnly</c>, a <c>DateTimeOffset</c>, a <c>bool</c> or null, and is
/// written on the page, in CSV and in XLSX each in its way.
/// </summary>
public sealed class Column<T>(string code, string headKey, Func<T, object?> value) : Column(code, headKey)
{
    /// <summary>The value of a row.</summary>
    public Func<T, object?> Value => value;

    /// <summary>Where the cell leads.</summary>
    public Func<T, string?>? Href { get; init; }

    /// <summary>Colour of a tag around the value: grey, green, yellow, red, blue, orange, purple; null for none.</summary>
    public Func<T, string?>? Tag { get; init; }
}

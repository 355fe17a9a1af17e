namespace Plus.Web.Lists;

/// <summary>What the address of one list may carry; everything else in it is ignored.</summary>
/// <param name="Path">The list's address, as <c>/clients</c>.</param>
/// <param name="DefaultSort">Code of the column sorted by when none is asked for.</param>
public sealed record ListRules(string Path, string DefaultSort)
{
    /// <summary>Codes that may be sorted by; the default one is always among them.</summary>
    public IReadOnlyList<string> Sorts { get; init; } = [];

    /// <summary>The default order is the falling one (newest first).</summary>
    public bool FallsByDefault { get; init; }

    /// <summary>Names of filters whose values are codes: they stand in the address.</summary>
    public IReadOnlyList<string> Filters { get; init; } = [];

    /// <summary>Names of filters with typed text: they stand on the server, under an id.</summary>
    public IReadOnlyList<string> Typed { get; init; } = [];

    /// <summary>Rows of a page.</summary>
    public int PageSize { get; init; } = 25;
}

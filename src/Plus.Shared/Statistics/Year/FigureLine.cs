using Plus.Shared.Statistics.Contract;
using Plus.Shared.Statistics.Published;

namespace Plus.Shared.Statistics.Year;

/// <summary>One line of the page and of its file: a figure, what was printed, how the two differ.</summary>
internal sealed record FigureLine(
    FigureDefinition Definition,
    FigureValue? Value,
    long? Records,
    long? Persons,
    PublishedFigure? Published
)
{
    public string Key => Definition.Key;

    /// <summary>Value less the printed one; null where there is nothing to compare or it is no number.</summary>
    public decimal? Difference => Value?.Number - Published?.AsValue.Number;

    /// <summary>same, differs, or null when one of the two is missing.</summary>
    public string? Agreement =>
        Value is null || Published is null ? null
        : Value.Equals(Published.AsValue) ? "same"
        : "differs";
}

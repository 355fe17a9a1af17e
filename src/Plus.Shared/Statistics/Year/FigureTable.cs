using Plus.Shared.Statistics.Contract;
using Plus.Web.Language;
using Plus.Web.Lists;

namespace Plus.Shared.Statistics.Year;

/// <summary>The figures as the file shows them: the same lines as the page.</summary>
internal static class FigureTable
{
    public static Table<FigureLine> Of(Texts texts) =>
        new("figures.caption")
        {
            new("key", "figures.column.key", l => l.Key),
            new("name", "figures.column.name", l => texts[$"figure.{l.Key}.name"]) { NamesRow = true },
            new("value", "figures.column.value", l => Plain(texts, l.Value)) { Numeric = true },
            new("unit", "figures.column.unit", l => texts["figure.unit." + l.Definition.Unit]),
            new("records", "figures.records", l => l.Records) { Numeric = true },
            new("persons", "figures.persons", l => l.Persons) { Numeric = true },
            new("published", "figures.column.published", l => Plain(texts, l.Published?.AsValue)) { Numeric = true },
            new("difference", "figures.column.difference", l => l.Difference) { Numeric = true },
            new("definition", "figures.column.definition", l => texts[$"figure.{l.Key}.definition"]),
        };

    /// <summary>A number as a number; codes in their order as words.</summary>
    public static object? Plain(Texts texts, FigureValue? value) =>
        value?.List is { } list ? Words(texts, list) : value?.Number;

    /// <summary>Articles as they are printed; other grounds by their text.</summary>
    public static string Words(Texts texts, IReadOnlyList<string> codes) =>
        string.Join("; ", codes.Select(code => texts.Maybe("figure.code." + code) ?? Article(code)));

    /// <summary>A value with its unit, as it is printed.</summary>
    public static string Printed(Texts texts, FigureValue value, FigureDefinition definition) =>
        value.List is { } list
            ? Words(texts, list)
            : texts["figures.value." + definition.Unit, ("value", value.Number)];

    private static string Article(string code) =>
        Law.Figures.CriminalArticle.TryParse(code, out var article) ? article.ToString() : code;
}

using Plus.Law.Figures;
using Plus.Shared.Statistics.Contract;
using Plus.Shared.Statistics.Engine;
using Plus.Web.Language;
using Plus.Web.Lists;

namespace Plus.Shared.Statistics.Rows;

/// <summary>How the rows of a figure are shown: sections with their clients, or contracts, offices and regions.</summary>
internal static class FigureRowTable
{
    public static Table<FigureRow> Of(
        FigureDefinition definition,
        FigureCatalog catalog,
        Texts texts,
        bool opensClients
    )
    {
        if (FigureCatalog.CounterOf(definition) is { } counter && catalog.NamedOf(counter) is not null)
        {
            return new Table<FigureRow>("figures.rows.caption")
            {
                new("name", "figures.rows.name", r => r.Label) { NamesRow = true },
                new("from", "figures.rows.from", r => r.From),
                new("to", "figures.rows.to", r => r.To),
            };
        }

        var table = new Table<FigureRow>("figures.rows.caption")
        {
            new("name", "figures.rows.client", r => r.Surname + " " + r.GivenName)
            {
                NamesRow = true,
                Href = r => opensClients ? $"/clients/{r.Client}" : null,
            },
            new("case", "figures.rows.case", r => r.CaseNumber),
            new("measure", "figures.rows.measure", r => texts["law.measure." + r.Measure]),
            new("opened", "figures.rows.opened", r => r.From),
            new("closed", "figures.rows.closed", r => r.To),
            new(
                "outcome",
                "figures.rows.outcome",
                r => r.Outcome is null ? null : texts[$"law.outcome.{r.Function}.{r.Outcome}"]
            ),
            new("article", "figures.rows.article", r => Article(r.Article)),
            new("office", "figures.rows.office", r => r.Office),
        };
        if (FigureCatalog.SumOf(definition) is not null)
        {
            table.Add(
                new Column<FigureRow>("hours", "figures.rows.hours", r => r.Minutes) { Numeric = true, Format = "hm" }
            );
        }

        return table;
    }

    private static string? Article(string? code) =>
        CriminalArticle.TryParse(code, out var article) ? article.ToString() : code;
}

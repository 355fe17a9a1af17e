using Plus.Law.Rules;

namespace Plus.Law.Figures;

/// <summary>Which articles make a client a sexual-offence client of the figures: chapter XVI of the Criminal Law, by two
/// dated lists (offences against sexual inviolability, and the wider ones such as pornography).</summary>
public static class SexualOffences
{
    /// <summary>True when the article is on either list in force on the day (of the conviction or the request).</summary>
    public static bool IsSexualOffence(CriminalArticle article, DateOnly on, LegalParameters parameters) =>
        Articles(on, parameters).Contains(article);

    /// <summary>Both lists of the day, in order.</summary>
    public static IReadOnlyList<CriminalArticle> Articles(DateOnly on, LegalParameters parameters) =>
        [
            .. Of(ParameterCodes.SexualOffenceArticles, on, parameters)
                .Concat(Of(ParameterCodes.SexualOffenceArticlesWider, on, parameters))
                .Distinct()
                .OrderBy(a => a.Number)
                .ThenBy(a => a.Superscript),
        ];

    private static IEnumerable<CriminalArticle> Of(string code, DateOnly on, LegalParameters parameters) =>
        parameters
            .Get(code, on)
            .List.Select(text =>
                CriminalArticle.TryParse(text, out var article)
                    ? article
                    : throw new LegalParameterException(code, on, $"holds '{text}', which is no article")
            );
}

namespace Plus.Host.Demo.Plan;

/// <summary>How many records bear which article; "other" is spread over many articles, none of them large.</summary>
internal static class ArticleQuota
{
    /// <summary>Articles that stand for "other", some more frequent than others. None is a sexual offence.</summary>
    private static readonly (string Article, int? Sup)[] Others =
    [
        ("130", null),
        ("126", null),
        ("177", null),
        ("179", null),
        ("231", null),
        ("260", null),
        ("193", null),
        ("275", null),
        ("281", null),
        ("125", null),
        ("183", null),
        ("270", null),
        ("221", null),
        ("190", 1),
        ("132", null),
        ("253", 2),
        ("304", null),
        ("143", null),
    ];

    private static readonly string[] Sexual = ["160", "159", "161", "162"];

    /// <summary>Gives the records their articles: the quotas in any order, chance deciding who gets which.</summary>
    public static void Give(
        IReadOnlyList<DemoRecord> records,
        DemoRandom chance,
        int other,
        params (string Article, int Count)[] quotas
    )
    {
        if (records.Count != other + quotas.Sum(q => q.Count))
        {
            throw new InvalidOperationException($"Articles for {other + quotas.Sum(q => q.Count)} of {records.Count}.");
        }

        var articles = quotas.SelectMany(q => Enumerable.Repeat(Split(q.Article), q.Count)).ToList();
        for (var i = 0; i < other; i++)
        {
            articles.Add(Others[i % Others.Length]);
        }

        chance.Shuffle(articles);
        // Who is a sexual offender by the present offence takes from "other".
        var sexual = new Queue<int>(Enumerable.Range(0, articles.Count).Where(i => Others.Contains(articles[i])));
        for (var i = 0; i < records.Count; i++)
        {
            if (records[i].Sexual && records[i].Article.Length > 0 && !Others.Contains(articles[i]))
            {
                int swap;
                do
                {
                    swap = sexual.Dequeue();
                } while (records[swap].Sexual && records[swap].Article.Length > 0);
                (articles[i], articles[swap]) = (articles[swap], articles[i]);
            }
        }

        for (var i = 0; i < records.Count; i++)
        {
            var bySexualOffence = records[i].Sexual && records[i].Article.Length > 0;
            (records[i].Article, records[i].Sup) = bySexualOffence ? (Sexual[i % Sexual.Length], null) : articles[i];
        }
    }

    private static (string Article, int? Sup) Split(string article)
    {
        var parts = article.Split('.');
        return (
            parts[0],
            parts.Length == 1 ? null : int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture)
        );
    }
}

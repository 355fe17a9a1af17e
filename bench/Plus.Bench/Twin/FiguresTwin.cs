using Npgsql;

namespace Plus.Bench.Twin;

/// <summary>
/// A year's counts by function and outcome, by article, and hours by month, counted from the rows. Ours shows more
/// figures than these; the twin is what cannot be left out of any of them.
/// </summary>
internal static class FiguresTwin
{
    public static async Task YearAsync(HttpContext context, int year, NpgsqlDataSource database)
    {
        await using var page = new TwinBatch(database);
        page.Add(
            null,
            """
            SELECT function, outcome, count(*), count(*) FILTER (WHERE opened_on >= make_date($1, 1, 1)),
                   count(*) FILTER (WHERE closed_on <= make_date($1, 12, 31)), count(DISTINCT client_id)
            FROM cases.section
            WHERE opened_on <= make_date($1, 12, 31) AND (closed_on IS NULL OR closed_on >= make_date($1, 1, 1)) AND annulled_on IS NULL
            GROUP BY GROUPING SETS ((function, outcome), (function), ())
            """,
            year
        );
        page.Add(
            null,
            """
            SELECT main_article, main_article_sup, count(*) FROM cases.section
            WHERE opened_on BETWEEN make_date($1, 1, 1) AND make_date($1, 12, 31) AND annulled_on IS NULL
            GROUP BY main_article, main_article_sup
            """,
            year
        );
        page.Add(
            null,
            """
            SELECT date_trunc('month', worked_on), sum(credited_minutes), sum(credited_minutes) FILTER (WHERE minor)
            FROM community_work.hours_entry
            WHERE worked_on BETWEEN make_date($1, 1, 1) AND make_date($1, 12, 31) AND withdrawn_at IS NULL GROUP BY 1
            """,
            year
        );
        await page.RunAsync(context.RequestAborted);
        await TwinServer.WriteAsync(context, page.Text);
    }
}

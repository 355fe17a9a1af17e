using Plus.Web.Charts;
using Plus.Web.Display;
using Plus.Web.Language;
using Plus.Web.Lists;

namespace Plus.Web.Kit;

/// <summary>A row of the sample list.</summary>
internal sealed record SampleRow(
    int Number,
    string Name,
    string Office,
    DateOnly Opened,
    int Minutes,
    decimal Share,
    string State
);

/// <summary>What the components are shown with: the same on every visit.</summary>
internal sealed class SampleData(Texts texts, DateOnly today)
{
    public static readonly ListRules Rules = new("/kit/list", "name")
    {
        Sorts = ["name", "office", "opened", "hours"],
        Filters = ["state"],
        Typed = ["text"],
    };

    private static readonly string[] FirstNames =
    [
        "Ādolfs",
        "Čārlijs",
        "Ērika",
        "Ģirts",
        "Īva",
        "Ķērstīna",
        "Ļena",
        "Ņina",
        "Šarlote",
        "Ūna",
        "Žanis",
    ];
    private static readonly string[] LastNames =
    [
        "Ābele-Ābelīte",
        "Čakste",
        "Ēķis",
        "Ģēģere",
        "Īvāns",
        "Ķeņģis",
        "Ļaudaka",
        "Ņikitina",
        "Šķēle",
        "Ūdris",
        "Žīgurs",
    ];

    public Table<SampleRow> Table { get; } =
        new("web.kit.table.caption")
        {
            new("name", "web.kit.table.name", r => r.Name)
            {
                NamesRow = true,
                Sortable = true,
                Href = r => $"/kit?row={r.Number}",
            },
            new("office", "web.kit.table.office", r => r.Office) { Sortable = true },
            new("opened", "web.kit.table.opened", r => r.Opened) { Sortable = true },
            new("hours", "web.kit.table.hours", r => r.Minutes)
            {
                Sortable = true,
                Numeric = true,
                Format = "hm",
            },
            new("share", "web.kit.table.share", r => r.Share) { Numeric = true, Format = "percent" },
            new("state", "web.kit.table.state", r => texts["web.kit.state." + r.State])
            {
                Tag = r => r.State == "open" ? "green" : "grey",
            },
        };

    public IReadOnlyList<SampleRow> Rows(int count) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => new SampleRow(
                    i,
                    $"{FirstNames[i % FirstNames.Length]} {LastNames[i / FirstNames.Length % LastNames.Length]}",
                    texts[i % 2 == 0 ? "web.kit.office.a" : "web.kit.office.b"],
                    today.AddDays(-i),
                    (i * 37) % 9000,
                    (i % 100) / 100m,
                    i % 3 == 0 ? "closed" : "open"
                )),
        ];

    public ListPage<SampleRow> Page(ListQuery query)
    {
        var text = query.Text("text");
        var rows = Rows(300)
            .Where(r => query.Code("state") is not { } state || r.State == state)
            .Where(r => text is null || Highlight.Contains(r.Name, text));
        var compare = StringComparer.Create(PageLanguage.Latvian.Culture, System.Globalization.CompareOptions.None);
        var sorted = query.Sort switch
        {
            "office" => rows.OrderBy(r => r.Office, compare),
            "opened" => rows.OrderBy(r => r.Opened),
            "hours" => rows.OrderBy(r => r.Minutes),
            _ => rows.OrderBy(r => r.Name, compare),
        };
        var all = sorted.ThenBy(r => r.Number).ToList();
        if (query.Falls)
        {
            all.Reverse();
        }

        return new ListPage<SampleRow>(query, [.. all.Skip(query.Skip).Take(query.Rules.PageSize)], all.Count);
    }

    public IReadOnlyList<TimelineEntry> Timeline =>
        [
            new(texts["web.kit.timeline.met"], today.AddDays(-2))
            {
                By = texts["web.kit.timeline.by"],
                Text = texts["web.kit.timeline.text"],
                Tag = texts["web.kit.state.open"],
                Tone = "green",
                Href = "/kit",
            },
            new(texts["web.kit.timeline.letter"], new DateTimeOffset(2026, 3, 1, 8, 5, 0, TimeSpan.Zero))
            {
                Details = string.Join(' ', Enumerable.Repeat(texts["web.kit.timeline.text"], 20)),
            },
        ];

    public Chart Functions =>
        new(
            texts["web.kit.chart.functions"],
            [texts["web.kit.chart.a"], texts["web.kit.chart.b"], texts["web.kit.chart.c"]],
            [
                new(texts["web.kit.chart.year", ("year", 2024)], [5310, 1204, null]),
                new(texts["web.kit.chart.year", ("year", 2025)], [4980, 1377, 88]) { Href = i => "/kit?group=" + i },
            ]
        );

    public Chart Years => Functions with { Title = texts["web.kit.chart.years"] };

    public Chart Months =>
        new(
            texts["web.kit.chart.months"],
            [.. Enumerable.Range(1, 12).Select(m => m + ".")],
            [
                new(texts["web.kit.chart.a"], [.. Enumerable.Range(1, 12).Select(m => (decimal?)(m * 7 % 11 * 12.5m))]),
                new(
                    texts["web.kit.chart.b"],
                    [.. Enumerable.Range(1, 12).Select(m => m == 6 ? null : (decimal?)(m * 9))]
                ),
            ]
        );

    public CalendarChart Calendar(int months) =>
        new(
            texts["web.kit.chart.calendar", ("months", months)],
            today.AddMonths(1 - months),
            today,
            [
                .. Enumerable
                    .Range(0, months * 8)
                    .Select(i => new CalendarDay(
                        today.AddDays(-i * 3),
                        (i % 4) + 1,
                        texts["web.kit.chart.worked", ("hours", texts.Hours(i * 15))],
                        i % 7 == 0
                    )),
            ]
        );
}

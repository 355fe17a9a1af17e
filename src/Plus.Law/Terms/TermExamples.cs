namespace Plus.Law.Terms;

/// <summary>A term worked out by hand; its name is the text <c>law.term_example.&lt;code&gt;</c>. The parameter page counts
/// each by the rules in force and says where the two differ.</summary>
/// <param name="LastDay">Last day (included) as worked out; it stands unverified until the Service confirms the rules.</param>
public sealed record TermExample(
    string Code,
    DateOnly StartOn,
    int Months,
    IReadOnlyList<TermChange> Changes,
    DateOnly LastDay
);

/// <summary>The worked examples of counting terms.</summary>
public static class TermExamples
{
    public static IReadOnlyList<TermExample> All { get; } =
    [
        new("whole_year", Day(2024, 1, 15), 12, [], Day(2025, 1, 15)),
        new("shorter_month", Day(2025, 8, 31), 6, [], Day(2026, 2, 28)),
        new("leap_day_start", Day(2024, 2, 29), 12, [], Day(2025, 2, 28)),
        new("leap_day_end", Day(2023, 8, 31), 6, [], Day(2024, 2, 29)),
        new(
            "suspension_over_month_end",
            Day(2025, 1, 1),
            12,
            [new TermChange.Suspended(Day(2025, 3, 25), Day(2025, 4, 5))],
            Day(2026, 1, 13)
        ),
        new(
            "suspensions_overlap",
            Day(2025, 1, 1),
            12,
            [
                new TermChange.Suspended(Day(2025, 3, 10), Day(2025, 3, 19)),
                new TermChange.Suspended(Day(2025, 3, 15), Day(2025, 3, 24)),
            ],
            Day(2026, 1, 16)
        ),
        new("custody", Day(2025, 1, 1), 12, [new TermChange.CustodyCounted(10)], Day(2025, 12, 22)),
        new("extension", Day(2025, 8, 31), 6, [new TermChange.Extended(Day(2026, 2, 1), 6)], Day(2026, 8, 31)),
        new("merged_sentences", Day(2025, 3, 1), 12, [new TermChange.Replaced(Day(2025, 9, 1), 24)], Day(2027, 3, 1)),
        new("ended_early", Day(2025, 3, 1), 24, [new TermChange.EndedEarly(Day(2026, 5, 31))], Day(2026, 5, 31)),
        new(
            "custody_and_suspension",
            Day(2025, 5, 12),
            6,
            [new TermChange.Suspended(Day(2025, 6, 1), Day(2025, 6, 30)), new TermChange.CustodyCounted(5)],
            Day(2025, 12, 7)
        ),
    ];

    private static DateOnly Day(int year, int month, int day) => new(year, month, day);
}

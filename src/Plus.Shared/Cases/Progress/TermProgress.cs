using Plus.Law.Terms;
using Plus.Shared.Cases.Contract;

namespace Plus.Shared.Cases.Progress;

/// <summary>The term of a section in days: how much of it has passed. What all functions with a term share.</summary>
public static class TermProgress
{
    /// <summary>Sets the term of a section from its first day and months; without a first day the term waits.</summary>
    public static void SetMonths(OpeningSection opening, DateOnly? startsOn, int months) =>
        opening.Section.Term(
            startsOn,
            startsOn is { } start
                ? TermHistory.OfMonths(start, months, opening.AllChanges, opening.Parameters).LastDay
                : null
        );

    /// <summary>Sets the term of a section from its first day and the last day the document names.</summary>
    public static void SetUntil(OpeningSection opening, DateOnly? startsOn, DateOnly? until) =>
        opening.Section.Term(
            startsOn,
            startsOn is { } start && until is { } last && last >= start
                ? TermHistory
                    .UntilDay(start, last, [.. opening.AllChanges.Where(c => c is not TermChange.Replaced)])
                    .LastDay
                : null
        );

    /// <summary>Days passed and days in all, both ends counted; nothing to measure while the term waits for its start.</summary>
    public static SectionProgress Of(
        DateOnly? startsOn,
        DateOnly? endsOn,
        DateOnly today,
        params RequirementLine[] lines
    )
    {
        if (startsOn is not { } start || endsOn is not { } end)
        {
            return new SectionProgress(lines, null, null, false);
        }

        var whole = end.DayNumber - start.DayNumber + 1;
        var passed = Math.Clamp(today.DayNumber - start.DayNumber + 1, 0, whole);
        return new SectionProgress(lines, passed, whole, false);
    }

    /// <summary>A requirement line: text key and named values.</summary>
    public static RequirementLine Line(string textKey, params (string Name, object? Value)[] values) =>
        new(textKey, values.ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal));
}

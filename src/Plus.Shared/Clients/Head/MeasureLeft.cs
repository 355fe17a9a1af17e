using Plus.Web.Language;

namespace Plus.Shared.Clients.Head;

/// <summary>What is left of a measure, in words.</summary>
internal static class MeasureLeft
{
    public static string Of(ClientSection section, DateOnly today, Texts texts)
    {
        if (section.Progress is { InMinutes: true, Whole: { } minutes, Done: var done })
        {
            var left = Math.Max(0, minutes - (done ?? 0));
            return texts["clients.left.hours", ("left", texts.Hours(left)), ("whole", texts.Hours(minutes))];
        }

        if (section.TermEndsOn is not { } ends)
        {
            return section.Progress is { Whole: null } && section.TermStartsOn is null && HasTerm(section)
                ? texts["clients.left.waits"]
                : texts["clients.left.opened", ("day", section.OpenedOn)];
        }

        return ends < today
            ? texts["clients.left.ended", ("day", ends)]
            : texts["clients.left.days", ("days", ends.DayNumber - today.DayNumber), ("day", ends)];
    }

    private static bool HasTerm(ClientSection section) =>
        section.Measure is not ("assessmentReport" or "mediation" or "programme");
}

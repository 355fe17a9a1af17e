using System.Globalization;
using Plus.Shared.Tasks.Records;
using Plus.Shared.Tasks.Sync;
using Plus.Web.Language;

namespace Plus.Shared.Tasks.Explaining;

/// <summary>Tells in words what is due and why on that day: rule, start, article, days that were not counted.</summary>
public sealed class DueText(Texts texts)
{
    /// <summary>What is to be done, with the task's own dates and hours.</summary>
    public string Name(string kind, TaskExplanation explanation) =>
        texts[$"law.task.{kind}", [.. explanation.Values.Select(v => (v.Key, ValueOf(v.Key, v.Value)))]];

    /// <summary>The whole sentence of a stored task.</summary>
    public string Sentence(DueTaskRow task) => Sentence(TaskExplanation.Read(task.Explanation), task.DueOn);

    /// <summary>
    /// "Due 17.04.2026: 10 working days from 01.04.2026, LSIK 155. pants; 03.04. (Good Friday) is a day off", or what
    /// the date waits for while it cannot be counted.
    /// </summary>
    public string Sentence(TaskExplanation explanation, DateOnly? dueOn)
    {
        if (dueOn is not { } due)
        {
            return texts["tasks.due.waits", ("for", texts[WaitsFor(explanation.Rule)]), ("why", Why(explanation))];
        }

        var why = Why(explanation);
        var sentence =
            why.Length == 0
                ? texts["tasks.due.on", ("due", due)]
                : texts["tasks.due.because", ("due", due), ("why", why)];
        return explanation.Skipped.Count == 0 ? sentence : sentence + "; " + Skipped(explanation.Skipped);
    }

    /// <summary>How the date stands to today.</summary>
    public static DueUrgency UrgencyOf(DateOnly? dueOn, DateOnly today) =>
        dueOn switch
        {
            null => DueUrgency.Waits,
            { } due when due < today => DueUrgency.Overdue,
            { } due when due == today => DueUrgency.Today,
            { } due when due <= today.AddDays(SoonDays) => DueUrgency.Soon,
            _ => DueUrgency.Later,
        };

    private const int SoonDays = 3;

    private string Why(TaskExplanation explanation)
    {
        var parts = new List<string>();
        if (explanation.Unit is { } unit && explanation.Count is > 0)
        {
            parts.Add(
                explanation.Start is { } start
                    ? texts[$"tasks.due.{unit}From", ("count", explanation.Count), ("start", start)]
                    : texts[$"tasks.due.{unit}", ("count", explanation.Count)]
            );
        }

        if (!string.IsNullOrEmpty(explanation.Act))
        {
            var article = $"{explanation.Act} {explanation.Article}".Trim();
            parts.Add(explanation.Unverified ? texts["tasks.due.unverified", ("article", article)] : article);
        }

        return string.Join(", ", parts);
    }

    private string Skipped(IReadOnlyList<SkippedDayCode> days)
    {
        var named = days.Select(d =>
                texts[
                    "tasks.due.day",
                    ("day", texts.Write(d.Day, "day")),
                    ("name", texts.Maybe("law.holiday." + d.Name) ?? d.Name)
                ]
            )
            .ToList();
        var list =
            named.Count == 1
                ? named[0]
                : texts["tasks.due.and", ("first", string.Join(", ", named[..^1])), ("last", named[^1])];
        return texts[named.Count == 1 ? "tasks.due.skippedOne" : "tasks.due.skippedMany", ("days", list)];
    }

    private static string WaitsFor(string? rule) =>
        rule switch
        {
            null => "tasks.due.waitsForStart",
            _ when rule.EndsWith(".parole", StringComparison.Ordinal)
                    || rule.EndsWith("_after_prison", StringComparison.Ordinal)
                    || rule.EndsWith("_released_early", StringComparison.Ordinal) => "tasks.due.waitsForRelease",
            _ when rule.StartsWith("register.", StringComparison.Ordinal) => "tasks.due.waitsForInForce",
            _ => "tasks.due.waitsForStart",
        };

    private object? ValueOf(string name, string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
        : name.EndsWith("Minutes", StringComparison.Ordinal)
        && long.TryParse(value, CultureInfo.InvariantCulture, out var minutes)
            ? texts["tasks.due.hours", ("hours", texts.Hours(minutes))]
        : value;
}

/// <summary>How a due date stands to today.</summary>
public enum DueUrgency
{
    Overdue,
    Today,
    Soon,
    Later,

    /// <summary>The day the count starts from is not known yet.</summary>
    Waits,
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Plus.Kernel.Storage;
using Plus.Law.Tasks;

namespace Plus.Shared.Tasks.Sync;

/// <summary>What a stored task knows of its date: codes and days, turned into a sentence where it is shown.</summary>
/// <param name="Rule">Code of the rule, text <c>law.rule.&lt;code&gt;</c>; null for the Service's own practice.</param>
/// <param name="Start">Day of the event the count starts from.</param>
/// <param name="Skipped">Named days off that were not counted.</param>
/// <param name="Values">Named values of the task's text; days as yyyy-MM-dd.</param>
public sealed record TaskExplanation(
    string? Rule,
    int? Count,
    string? Act,
    string? Article,
    bool Unverified,
    DateOnly? Start,
    DateOnly? RawDueOn,
    IReadOnlyList<SkippedDayCode> Skipped,
    int WeekendDays,
    IReadOnlyDictionary<string, string> Values
)
{
    /// <summary>What <see cref="Count"/> counts: workingDays, calendarDays, months; null where nothing was counted.</summary>
    public string? Unit { get; init; }

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Write(DueTask due)
    {
        var deadline = due.Deadline;
        var explanation = new TaskExplanation(
            deadline?.Rule.Code,
            deadline?.Rule.Count,
            due.Source?.Act,
            due.Source?.Article,
            deadline?.Standing == Law.Standing.Unverified,
            deadline?.StartOn,
            deadline?.RawDueOn,
            deadline?.Skipped.Select(s => new SkippedDayCode(s.Day, s.NameCode)).ToList() ?? [],
            deadline?.SkippedWeekendDays ?? 0,
            due.Values.ToDictionary(v => v.Key, v => Plain(v.Value), StringComparer.Ordinal)
        )
        {
            Unit = deadline is null ? null : CodeConversion.CodeOf(deadline.Rule.Unit),
        };
        return JsonSerializer.Serialize(explanation, Options);
    }

    public static TaskExplanation Read(string json) => JsonSerializer.Deserialize<TaskExplanation>(json, Options)!;

    private static string Plain(object value) =>
        value switch
        {
            DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
}

/// <summary>A day off by its code, text <c>law.holiday.&lt;code&gt;</c>.</summary>
public sealed record SkippedDayCode(DateOnly Day, string Name);

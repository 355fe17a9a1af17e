using System.Globalization;
using Plus.Shared.Tasks.Records;
using Plus.Shared.Tasks.Sync;
using Plus.Web.Language;

namespace Plus.Shared.Tasks.Lists;

/// <summary>A stored task in words: what is to be done, and why on that day.</summary>
public sealed class DueSentence(Texts texts)
{
    public string Name(DueTaskRow task)
    {
        var explanation = TaskExplanation.Read(task.Explanation);
        return texts["law.task." + task.Kind, [.. explanation.Values.Select(v => (v.Key, ValueOf(v.Key, v.Value)))]];
    }

    public string Sentence(DueTaskRow task)
    {
        var why = TaskExplanation.Read(task.Explanation);
        var rule = why.Rule is null ? null : texts.Maybe("law.rule." + why.Rule);
        var article = $"{why.Act} {why.Article}".Trim();
        return texts[
                task.DueOn is null ? "tasks.sentence.waits" : "tasks.sentence.due",
                ("due", task.DueOn),
                ("article", article)
            ] + (rule is null ? "" : " " + texts["law.rule." + why.Rule, ("count", why.Count)]);
    }

    private object ValueOf(string name, string value) =>
        name.EndsWith("Minutes", StringComparison.Ordinal)
        && int.TryParse(value, CultureInfo.InvariantCulture, out var minutes)
            ? texts.Hours(minutes)
        : DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
        : value;
}

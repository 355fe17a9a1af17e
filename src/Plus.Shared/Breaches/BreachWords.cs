using Plus.Law.Breaches;
using Plus.Shared.Breaches.Records;
using Plus.Web.Controls;
using Plus.Web.Language;

namespace Plus.Shared.Breaches;

/// <summary>Violations in words, and the codes their forms offer.</summary>
public static class BreachWords
{
    public static IReadOnlyList<Choice> Choices(Texts texts, string prefix, IEnumerable<string> codes) =>
        [.. codes.Select(c => new Choice(c, texts[prefix + c]))];

    /// <summary>Whether the client came: code of the text <c>breaches.attended.&lt;code&gt;</c>.</summary>
    public static string Attended(Breach breach) =>
        breach.Attended switch
        {
            false => "no",
            true => "yes",
            null => "notAsked",
        };

    /// <summary>Where it stands: code of the text <c>breaches.state.&lt;code&gt;</c> and its tone.</summary>
    public static (string Code, string Tone) StateOn(Breach breach, DateOnly day) =>
        breach.WithdrawnOn is not null ? ("withdrawn", "grey")
        : breach.Justified == true ? ("justified", "green")
        : BreachCourses.On(breach.Course, day).Waits switch
        {
            BreachWait.Explanation => ("explanation", "yellow"),
            BreachWait.Evidence => ("evidence", "yellow"),
            BreachWait.Judgement => ("judgement", "orange"),
            BreachWait.Response => ("response", "red"),
            BreachWait.Serving => ("serving", "orange"),
            BreachWait.Decision => ("decision", "purple"),
            _ => ("answered", "blue"),
        };
}

using Plus.Law.Applications;
using Plus.Shared.Applications.Records;
using Plus.Web.Controls;
using Plus.Web.Language;

namespace Plus.Shared.Applications;

/// <summary>Applications in words, and the codes their forms offer.</summary>
public static class RequestWords
{
    public static IReadOnlyList<string> WaysOfServing { get; } = ["inPerson", "post", "eAddress", "email"];

    public static IReadOnlyList<string> ContestOutcomes { get; } = ["upheld", "amended", "cancelled"];

    public static IReadOnlyList<Choice> Choices(Texts texts, string prefix, IEnumerable<string> codes) =>
        [.. codes.Select(c => new Choice(c, texts[prefix + c]))];

    /// <summary>Where it stands: code of the text <c>applications.state.&lt;code&gt;</c> and its tone.</summary>
    public static (string Code, string Tone) StateOf(ClientRequest request, DateOnly today) =>
        request switch
        {
            { Outcome: null, NeedsDecision: true } => ("toDecide", "yellow"),
            { Outcome: null } => ("toNote", "yellow"),
            { Outcome: ApplicationOutcome.Withdrawn } => ("withdrawn", "grey"),
            { ContestedOn: not null, ContestOutcome: null } => ("contested", "orange"),
            { Outcome: ApplicationOutcome.Refused } => ("refused", "grey"),
            { IsAbsence: true, HappenedOn: not null } => ("back", "grey"),
            { IsAbsence: true } when request.To < today => ("notBack", "red"),
            { IsAbsence: true } when request.From <= today => ("away", "blue"),
            { IsAbsence: true } => ("granted", "green"),
            { HappenedOn: not null } => ("done", "grey"),
            _ => ("granted", "green"),
        };

    /// <summary>The days it is about.</summary>
    public static string Days(Texts texts, ClientRequest request) =>
        request.To is { } to
            ? texts[
                "applications.days",
                ("from", request.From),
                ("to", to),
                ("days", to.DayNumber - request.From.DayNumber + 1)
            ]
            : texts["applications.day", ("from", request.From)];

    /// <summary>Why the Service decides or takes note, with the article.</summary>
    public static string Need(Texts texts, ApplicationNeed need)
    {
        var words = texts[
            "law.application_need." + need.Why,
            ("days", need.Days),
            ("limit", need.Limit),
            ("obligation", need.Obligation is null ? null : texts["law.obligation." + need.Obligation])
        ];
        return need.Source is not { } source
            ? words
            : texts[
                need.Standing == Law.Standing.Unverified ? "applications.needUnverified" : "applications.needWhy",
                ("words", words),
                ("article", source.ToString())
            ];
    }
}

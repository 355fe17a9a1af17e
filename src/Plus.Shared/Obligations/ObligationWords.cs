using Plus.Law.Obligations;
using Plus.Shared.Obligations.Records;
using Plus.Web.Controls;
using Plus.Web.Language;

namespace Plus.Shared.Obligations;

/// <summary>Obligations in words, and the codes their forms offer.</summary>
public static class ObligationWords
{
    public static IReadOnlyList<string> WaysOfServing { get; } = ["inPerson", "post", "eAddress", "email"];

    public static IReadOnlyList<string> Findings { get; } = ["complied", "partly", "violated"];

    public static IReadOnlyList<string> ContestOutcomes { get; } = ["upheld", "amended", "cancelled"];

    /// <summary>Reasons a person chooses; <c>changed</c> is set by a change alone.</summary>
    public static IReadOnlyList<string> EndReasons { get; } = ["fulfilled", "cancelled", "enteredInError"];

    public static IReadOnlyList<Choice> Choices(Texts texts, string prefix, IEnumerable<string> codes) =>
        [.. codes.Select(c => new Choice(c, texts[prefix + c]))];

    /// <summary>Where it stands on a day: code of the text <c>obligations.state.&lt;code&gt;</c> and its tone.</summary>
    public static (string Code, string Tone) StateOn(Obligation obligation, DateOnly day) =>
        obligation switch
        {
            { EndReason: { } reason } => ("ended." + reason, "grey"),
            { ContestedOn: not null, ContestOutcome: null } => ("contested", "orange"),
            _ when day < obligation.From => ("future", "blue"),
            _ when obligation.To < day => ("over", "grey"),
            { ServedOn: null, SetBy: ObligationSource.Service } => ("notServed", "yellow"),
            _ => ("binds", "green"),
        };

    /// <summary>Its hours as 22:00–06:00; null where it has none.</summary>
    public static string? Hours(Texts texts, Obligation obligation) =>
        obligation is { HoursFrom: { } from, HoursTo: { } to }
            ? texts["obligations.hours", ("from", from.ToString("HH\\:mm", null)), ("to", to.ToString("HH\\:mm", null))]
            : null;
}

using Plus.Web.Controls;
using Plus.Web.Language;

namespace Plus.Shared.Clients.Data;

/// <summary>The codes of a client's data; each has a text under <c>clients.&lt;list&gt;.&lt;code&gt;</c>.</summary>
internal static class ClientCodes
{
    public static readonly string[] Language = ["lv", "ru", "en", "uk", "be", "pl", "lt", "et", "de", "rom", "sign"];

    public static readonly string[] Education = ["none", "basic", "special", "secondary", "vocational", "higher"];

    public static readonly string[] Employment =
    [
        "employed",
        "selfEmployed",
        "unemployedRegistered",
        "unemployed",
        "student",
        "retired",
        "inactive",
        "childcare",
        "imprisoned",
    ];

    public static readonly string[] Relation =
    [
        "mother",
        "father",
        "guardian",
        "spouse",
        "partner",
        "sibling",
        "child",
        "other",
    ];

    public static readonly string[] MeetReason = ["victimAndOffender", "coAccused", "conflict", "other"];

    public static readonly string[] Sex = ["F", "M"];

    public static IReadOnlyList<Choice> Choices(string list, IEnumerable<string> codes, Texts texts) =>
        [.. codes.Select(c => new Choice(c, texts[$"clients.{list}.{c}"]))];
}

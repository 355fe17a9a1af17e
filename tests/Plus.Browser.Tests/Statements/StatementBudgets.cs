namespace Plus.Browser.Tests.Statements;

/// <summary>
/// How many SQL statements a page may take, the log-in session and the audit of the view included; statements sent in one
/// batch count each. A page that asks once for every row of a list goes far beyond any of these.
/// </summary>
public static class StatementBudgets
{
    /// <summary>What every page may take unless it is named below.</summary>
    public const int Ordinary = 8;

    /// <summary>
    /// What saving a contact's outcome may take: the contact and its section in view and in hand, who is busy then, the
    /// rules in force, the section's tasks and what they follow from, and what is written.
    /// </summary>
    public const int Recording = 24;

    // A client's pages carry the identity bar: within reach?, who, sections, must not meet, and how far each function's
    // sections have come, one statement for each function the client has sections in.
    private const int UnderTheBar = 12;

    /// <summary>Pages that take more than the ordinary, and why.</summary>
    public static IReadOnlyDictionary<string, (int Most, string Why)> Exceptions { get; } =
        new Dictionary<string, (int, string)>(StringComparer.Ordinal)
        {
            ["/clients/{id:guid}/data"] = (16, "the bar, and seven lists with histories of their own"),
            ["/clients/duplicates/{id:guid}"] = (14, "two clients side by side, with what each room would move"),
            ["/"] = (11, "tasks, appointments, documents and letters that wait for the person, each a list of its own"),
            ["/intake/{id:guid}/match"] = (13, "the message beside the clients it may concern"),
            ["/partners/{id:guid}"] = (17, "a host with its contacts, sites, work, contracts, trainings and notes"),
            ["/partners/{id:guid}/sheet"] = (11, "everybody who works there, with the limits of each, in one round"),
            ["/{work:work}/{section:guid}"] = (16, "the bar, the week, all entries, the host and the section's facts"),
            ["/{work:work}/{section:guid}/host"] = (
                27,
                "the bar, and every host's places, rules and clients to judge the fit by"
            ),
            ["/{work:work}/{section:guid}/schedule"] = (23, "the bar, the plan, its limits and what stands in its way"),
            ["/clients/{id:guid}/documents/make/{template:guid}"] = (
                20,
                "the bar, and everything of the client and the section that a template may name"
            ),
            ["/sections/{id:guid}"] = (16, "the bar, the section's facts, its term with every change, and its basis"),
            ["/sections/{id:guid}/term"] = (13, "the bar, and each kind of change that moves the term's end"),
            ["/sections/{id:guid}/term/change"] = (14, "the bar, and each kind of change that moves the term's end"),
            ["/contacts/{id:guid}"] = (13, "the bar, failures of a year and who is expected at the same time"),
            ["/figures"] = (15, "seven statements count the whole year at once, whatever its size"),
            ["/figures/{year:int?}"] = (15, "seven statements count the whole year at once, whatever its size"),
        };

    public static int Of(string route) =>
        Exceptions.TryGetValue(route, out var named) ? named.Most
        : HasTheBar(route) ? UnderTheBar
        : Ordinary;

    private static bool HasTheBar(string route) =>
        route.StartsWith("/clients/{id:guid}", StringComparison.Ordinal)
        || route.StartsWith("/sections/{id:guid}", StringComparison.Ordinal)
        || route.StartsWith("/contacts/{id:guid}", StringComparison.Ordinal)
        || route.StartsWith("/obligations/{id:guid}", StringComparison.Ordinal)
        || route.StartsWith("/{work:work}/", StringComparison.Ordinal)
        || route.EndsWith("/facts", StringComparison.Ordinal);
}

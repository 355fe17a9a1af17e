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
    /// rules in force, the section's tasks and what they follow from, incidents among it, and what is written.
    /// </summary>
    public const int Recording = 31;

    // A client's pages carry the identity bar: within reach?, who, sections, must not meet, and how far each function's
    // sections have come, one statement for each function the client has sections in.
    private const int UnderTheBar = 12;

    /// <summary>Pages that take more than the ordinary, and why.</summary>
    public static IReadOnlyDictionary<string, (int Most, string Why)> Exceptions { get; } =
        new Dictionary<string, (int, string)>(StringComparer.Ordinal)
        {
            ["/clients/{id:guid}/data"] = (16, "the bar, and seven lists with histories of their own"),
            ["/sections/{id:guid}/plan/agree"] = (16, "the bar, and the plan's needs, goals, steps and stages"),
            ["/sections/{id:guid}/plan/need"] = (16, "the bar, and the plan's needs, goals, steps and stages"),
            ["/sections/{id:guid}/plan/goals/{goal:guid}/step"] = (16, "the bar, and the plan the step belongs to"),
            ["/sections/{id:guid}/plan/needs/{need:guid}/goal"] = (16, "the bar, and the plan the goal belongs to"),
            ["/sections/{id:guid}/plan/needs/{need:guid}/stage"] = (16, "the bar, and the plan the need belongs to"),
            ["/sections/{id:guid}/plan/versions/{number:int}"] = (
                14,
                "the bar, and the version with what it came from"
            ),
            ["/opportunities"] = (
                14,
                "obligations, checks, violations, steps, levels and misses of a caseload at once"
            ),
            ["/obligations/{id:guid}"] = (16, "the bar, the checks, the ban's people and what they are protected by"),
            ["/obligations/{id:guid}/protected"] = (
                17,
                "the bar, the addresses and who wrote them down, the territories and the distance in force"
            ),
            ["/sections/{id:guid}/obligations"] = (14, "the bar, the obligations, and places that conflict with them"),
            ["/bans/{id:guid}"] = (14, "the bar, and the conflict with its section"),
            ["/work-hours/need"] = (12, "places, schedules and limits of eight weeks, one statement each"),
            ["/{work:work}/{section:guid}/child"] = (14, "the bar, the ages, the people and what they were told"),
            ["/clients/{id:guid}/file"] = (
                17,
                "the bar, and the whole case in one statement for each place where it lies"
            ),
            ["/clients/{id:guid}/file/export"] = (
                17,
                "the bar, and the whole case in one statement for each place where it lies"
            ),
            ["/clients/duplicates/{id:guid}"] = (14, "two clients side by side, with what each room would move"),
            ["/"] = (
                13,
                "tasks, appointments, documents, letters, incidents and places to decide on, each a list of its own"
            ),
            ["/clients/{id:guid}/incidents"] = (15, "the bar, the incidents and the sections to record another in"),
            ["/sections/{id:guid}/incidents/new"] = (15, "the bar, kinds of incident and where the client works"),
            ["/partners/{id:guid}/month"] = (13, "everybody who works there, absences, and what was signed"),
            ["/{work:work}/{section:guid}/reports"] = (24, "the bar, hours and attendance, letters, what was reported"),
            ["/{work:work}/{section:guid}/transport"] = (15, "the bar, the section, its claims and tickets"),
            ["/intake/{id:guid}/match"] = (13, "the message beside the clients it may concern"),
            ["/partners/{id:guid}"] = (
                18,
                "a host with its contacts, sites, work, contracts, scans, trainings and notes"
            ),
            ["/partners/{id:guid}/sheet"] = (11, "everybody who works there, with the limits of each, in one round"),
            ["/clients/{id:guid}/file"] = (26, "the bar, and each room's part of the case file, one statement each"),
            ["/clients/{id:guid}/file/export"] = (
                26,
                "the bar, and each room's part of the case file, one statement each"
            ),
            ["/applications/{id:guid}"] = (17, "the bar, the rules, what binds, and whom its decision is made for"),
            ["/applications/{id:guid}/decide"] = (15, "the bar, the rules and the obligations that bind then"),
            ["/sections/{id:guid}/opportunities"] = (
                20,
                "the bar, obligations, violations, steps, contacts and the rules"
            ),
            ["/sections/{id:guid}/opportunities/put-off"] = (20, "the bar, and what its card is judged by"),
            ["/sections/{id:guid}/close"] = (
                21,
                "the bar, documents to stand on, and all that closing does: tasks, contacts, obligations, other sections"
            ),
            ["/week"] = (20, "contacts with who must not meet, tasks, who is away, days off, and what can be proposed"),
            ["/board"] = (18, "each number of the office is a count of its own; what can be proposed takes eight"),
            ["/access/staff/{id:guid}"] = (11, "posts, work, factor, substitutions and trainings with their rules"),
            ["/support/contracts/{id:guid}"] = (12, "the contract, its amendments, budget, stays and invoices"),
            ["/support/invoices/{id:guid}"] = (10, "the invoice, its contract, days as reckoned and the rules"),
            ["/support/invoices/{id:guid}/decide"] = (10, "the invoice, its contract, days as reckoned and the rules"),
            ["/support/providers"] = (9, "providers with their places, contracts and budgets"),
            ["/support/providers/{id:guid}"] = (9, "a provider with contracts, places and who stays there"),
            ["/sections/{id:guid}/assign"] = (
                22,
                "the bar, and the people with their load, trainings, absence and history"
            ),
            ["/sections/{id:guid}/breaches"] = (14, "the bar, violations with their steps, and the failures of a year"),
            ["/{work:work}/{section:guid}"] = (
                19,
                "the bar, the week, all entries, the host, changes of the amount, live violations and the section's facts"
            ),
            ["/{work:work}/{section:guid}/host"] = (
                28,
                "the bar, and every host's places, rules and clients to judge the fit by"
            ),
            ["/{work:work}/{section:guid}/schedule"] = (24, "the bar, the plan, its limits and what stands in its way"),
            ["/contacts/{id:guid}"] = (18, "the bar, failures of a year, who is expected at the same time, when next"),
            ["/contacts/{id:guid}/then"] = (16, "the bar, failures of a year and when the next contact is due"),
            ["/contacts/{id:guid}/move"] = (16, "the bar, the rooms, and who is expected at the same time"),
            ["/sections/{id:guid}"] = (18, "the bar, what stands beside the section and how its term came about"),
            ["/sections/{id:guid}/term"] = (17, "the bar, what the term is counted from and all that changed it"),
            ["/sections/{id:guid}/term/change"] = (17, "the bar and the term that would change"),
            ["/sections/{id:guid}/contacts/plan"] = (17, "the bar, kinds, rooms and when the next contact is due"),
            ["/sections/{id:guid}/contacts/norm"] = (17, "the bar, and when the next contact is due"),
            ["/sections/{id:guid}/plan"] = (18, "the bar, needs, stages, goals, steps, versions and the rules"),
            ["/functions/supervision/{id:guid}/monitoring"] = (
                22,
                "the bar, term, devices, hours, reports, decisions and alarms"
            ),
            ["/sections/{id:guid}/support"] = (16, "the bar, stays and consultations"),
            ["/sections/{id:guid}/plan/child"] = (18, "the bar, and the plan's goals and steps"),
            ["/support/rehabilitation/{id:guid}"] = (18, "the bar, the stay, its absences, the queue and the rules"),
            ["/functions/probation_observation/{id:guid}/child"] = (18, "the bar, people, duties, school and reports"),
            ["/functions/probation_observation/{id:guid}/child/duty"] = (14, "the bar, and the representatives"),
            ["/functions/probation_observation/{id:guid}/child/duties/{duty:guid}"] = (14, "the bar, and the duty"),
            ["/functions/probation_observation/{id:guid}/child/report"] = (14, "the bar, and the reports so far"),
            ["/functions/probation_observation/{id:guid}/child/school"] = (14, "the bar, and the school so far"),
            ["/support/queue"] = (12, "who waits, and the places of each provider"),
            ["/monitoring/alarms"] = (10, "the queue, its numbers, the rules of time and the call list"),
            ["/calendar"] = (11, "contacts, who must not meet, rooms and the days off"),
            ["/documents/{id:guid}"] = (
                18,
                "the bar, versions, recipients, the PDF, who edits the document and what could not be saved"
            ),
            ["/clients/{id:guid}/documents/make/{template:guid}"] = (
                38,
                "the bar, everything of the client and the section that a template may name, and the words proposed for it"
            ),
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
        || route.StartsWith("/applications/{id:guid}", StringComparison.Ordinal)
        || route.StartsWith("/documents/{id:guid}", StringComparison.Ordinal)
        || route.StartsWith("/{work:work}/", StringComparison.Ordinal)
        || route.StartsWith("/support/rehabilitation/{id:guid}", StringComparison.Ordinal)
        || route.StartsWith("/support/consultations/{id:guid}", StringComparison.Ordinal)
        || route.StartsWith("/functions/probation_observation/{id:guid}/child", StringComparison.Ordinal)
        || route.StartsWith("/functions/supervision/{id:guid}/monitoring", StringComparison.Ordinal)
        || route.EndsWith("/facts", StringComparison.Ordinal);
}

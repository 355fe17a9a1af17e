using Plus.Shared.Journal.Timeline;
using Plus.Web.Language;
using Plus.Web.Lists;

namespace Plus.Shared.Audit.Subject;

/// <summary>Codes of the house in words a person outside it understands.</summary>
internal sealed class SubjectWords(Texts texts)
{
    /// <summary>Where the words of a part's codes stand: first of the kind, then of what came of it.</summary>
    internal static readonly Dictionary<string, (string Name, string Note)> Prefixes = new(StringComparer.Ordinal)
    {
        ["rulings"] = ("cases.basis.kind.", "cases.open.issuer."),
        ["measures"] = ("law.measure.", "law.state."),
        ["suspensions"] = ("cases.suspendReason.", ""),
        ["contactList"] = ("contacts.kind.", "contacts.state."),
        ["documents"] = ("documents.kind.", "documents.direction."),
        ["journal"] = ("journal.note.kind.", ""),
        ["obligations"] = ("law.obligation.", ""),
        ["applications"] = ("law.application.", "law.application_outcome."),
        ["breaches"] = ("breaches.kind.", "breaches.state."),
        ["responses"] = ("law.breach_response.", "breaches.decision."),
        ["needs"] = ("plans.domain.", ""),
        ["goals"] = ("", ""),
        ["steps"] = ("", "plans.stepState."),
        ["placements"] = ("", "workHours.endReason."),
        ["support"] = ("support.kind.", "support.attended."),
        ["incidents"] = ("incidents.kind.", "incidents.affected."),
        ["incidentMeasures"] = ("incidents.doer.", "incidents.end."),
        ["transport"] = ("", "transportCosts.state."),
        ["reminders"] = ("reminders.about.", "reminders.channel."),
        ["mail"] = ("mailroom.kind.", "mailroom.state."),
        ["hours"] = ("", ""),
    };

    /// <summary>Where the words of what is kept as codes of a person stand.</summary>
    internal static readonly Dictionary<string, string> FactPrefixes = new(StringComparer.Ordinal)
    {
        ["Sex"] = "clients.sex.",
        ["Languages"] = "clients.language.",
        ["Education"] = "clients.education.",
        ["Employment"] = "clients.employment.",
    };

    /// <summary>A fact about the person: a code, or several of them, in words.</summary>
    public string Fact(string name, string value) =>
        FactPrefixes.TryGetValue(name, out var prefix)
            ? string.Join(", ", value.Split(", ").Select(code => Word(prefix, code)))
            : value;

    /// <summary>The columns of a part of the work.</summary>
    public Table<WorkLine> Of(string part)
    {
        var (name, note) = Prefixes[part];
        return new Table<WorkLine>("audit.subject.part." + part)
        {
            new("day", "audit.subject.day", l => l.Day) { NamesRow = true },
            new("until", "audit.subject.until." + part, l => l.Until),
            new("name", "audit.subject.what", l => Word(name, l.Name)),
            new("note", "audit.subject.state", l => Word(note, l.Note)),
            new(
                "value",
                "audit.subject.details",
                l => part == "hours" && long.TryParse(l.Value, out var minutes) ? texts.Hours(minutes) : l.Value
            ),
        };
    }

    /// <summary>Each time the data left: from which institution and role, by which law.</summary>
    public Table<GivenLine> Given =>
        new("audit.subject.given")
        {
            new("day", "audit.subject.day", l => l.Day) { NamesRow = true },
            new("role", "audit.subject.role", l => l.Role is null ? texts["audit.system"] : Word("role.", l.Role)),
            new("office", "audit.subject.office", l => l.Office),
            new(
                "what",
                "audit.what",
                l =>
                    l.Table == "process"
                        ? HistoryLine.NameOf(l.What, texts) ?? l.What
                        : texts.Maybe("permission." + l.What) ?? l.What
            ),
            new(
                "basis",
                "audit.subject.basis",
                l => l.Basis is null ? null : texts.Maybe("purpose." + l.Basis) ?? l.Basis
            ),
        };

    private string? Word(string prefix, string? code) =>
        code is null or "" ? null
        : prefix.Length == 0 ? code
        : texts.Maybe(prefix + code) ?? code;
}

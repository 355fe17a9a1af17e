using Plus.Shared.Journal.Timeline;
using Plus.Web.Language;
using Plus.Web.Lists;

namespace Plus.Shared.Audit.Looking;

/// <summary>Events in a table: the viewer's, the file's, and that of a client's own page.</summary>
internal sealed class AuditTable(ProcessKinds kinds, Texts texts)
{
    public Table<AuditEvent> Of(bool linked) =>
        new("audit.result")
        {
            new("at", "audit.at", e => new DateTimeOffset(e.At, TimeSpan.Zero))
            {
                NamesRow = true,
                Href = e => linked ? $"/audit/event/{e.Table}/{e.Id}" : null,
            },
            new("actor", "audit.actor", Who),
            new("kind", "audit.kindOf", e => texts["audit.eventKind." + KindOf(e)]),
            new("what", "audit.what", What),
            new("part", "audit.part", Part),
            new("people", "audit.people", e => e.Clients.Length) { Numeric = true },
            new("reason", "audit.reason", e => e.Table == "outside" ? null : e.Reason),
            new("purpose", "audit.purpose", e => PurposeOf(e.Purpose)),
            new("source", "audit.source", e => e.Source),
        };

    /// <summary>What the people around one client may know: who, when, what.</summary>
    public Table<AuditEvent> OfClient =>
        new("audit.ofClient.caption")
        {
            new("at", "audit.at", e => new DateTimeOffset(e.At, TimeSpan.Zero)) { NamesRow = true },
            new("actor", "audit.actor", Who),
            new("kind", "audit.kindOf", e => texts["audit.eventKind." + KindOf(e)]),
            new("what", "audit.what", What),
            new("part", "audit.part", Part),
            new("purpose", "audit.purpose", e => PurposeOf(e.Purpose)),
        };

    public string Who(AuditEvent e) => e.Table == "outside" ? e.Reason ?? "" : e.Actor ?? texts["audit.system"];

    public string KindOf(AuditEvent e) =>
        e.Table switch
        {
            "process" => kinds.KindOf(e.What),
            "view" => e.What == "disclose" ? "disclose" : "consult",
            _ => AuditSql.Outside,
        };

    public string What(AuditEvent e) =>
        e.Table switch
        {
            "process" => HistoryLine.NameOf(e.What, texts) ?? e.What,
            "view" => texts["audit.kind." + e.What],
            _ => texts["audit.outside." + e.What],
        };

    public string? Part(AuditEvent e) => e.Part is null ? null : texts.Maybe("permission." + e.Part) ?? e.Part;

    private string? PurposeOf(string? purpose) =>
        purpose is null ? null : texts.Maybe("access.purpose." + purpose) ?? purpose;
}

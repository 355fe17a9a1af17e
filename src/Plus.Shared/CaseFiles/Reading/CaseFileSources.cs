using Plus.Shared.CaseFiles.Contract;

namespace Plus.Shared.CaseFiles.Reading;

/// <summary>The parts of a case in the order in which they are printed, before what the doors of functions add.</summary>
internal static class CaseFileSources
{
    private const string Mine = "section_id IN (SELECT id FROM cases.section WHERE client_id = @client)";

    public static IReadOnlyList<CaseFileSource> All { get; } =
    [
        new(
            "rulings",
            "cases.view",
            Rests: false,
            """
            SELECT b.issued_on, b.in_force_on, b.kind, b.issuer_kind,
                   concat_ws(', ', nullif(b.number, ''), b.issuer_name, b.proceeding_no,
                       (SELECT string_agg('KL ' || o.article || coalesce('.' || nullif(o.sup, 0), '') || '. p.', ', ' ORDER BY o.ordinal)
                        FROM cases.basis_offence o WHERE o.basis_id = b.id)), NULL, NULL::uuid
            FROM cases.basis b WHERE b.client_id = @client
            """
        )
        {
            Words = ("cases.basis.kind.", "cases.open.issuer."),
        },
        new(
            "measures",
            "cases.view",
            Rests: false,
            """
            SELECT s.opened_on, coalesce(s.closed_on, s.annulled_on), s.measure, s.state, o.name, NULL, NULL::uuid
            FROM cases.section s LEFT JOIN organisation.office o ON o.id = s.office_id WHERE s.client_id = @client
            """
        )
        {
            Words = ("law.measure.", "law.state."),
        },
        new(
            "suspensions",
            "cases.view",
            Rests: false,
            $"SELECT p.valid_from, p.valid_to, p.reason, NULL, NULL, NULL, NULL::uuid FROM cases.suspension p WHERE {Mine}"
        )
        {
            Words = ("cases.suspendReason.", ""),
        },
        new(
            "closings",
            "cases.view",
            Rests: false,
            $"""
            SELECT g.issued_on, NULL::date, g.kind, NULL, g.reference, concat_ws(', ', d.number, d.title), NULL::uuid
            FROM cases.closing_ground g LEFT JOIN documents.document d ON d.id = g.document_id WHERE g.{Mine}
            """
        )
        {
            Words = ("law.closing_ground.", ""),
        },
        new(
            "obligations",
            "obligations.view",
            Rests: false,
            "SELECT o.valid_from, coalesce(o.ended_on, o.valid_to), o.kind, NULL, o.wording, o.end_note, NULL::uuid FROM obligations.obligation o WHERE o.client_id = @client"
        )
        {
            Words = ("law.obligation.", ""),
        },
        new(
            "obligationChecks",
            "obligations.view",
            Rests: true,
            $"SELECT c.on_day, NULL::date, c.finding, NULL, NULL, c.note, NULL::uuid FROM obligations.\"check\" c WHERE {Mine}"
        )
        {
            Words = ("obligations.finding.", ""),
        },
        new(
            "applications",
            "applications.view",
            Rests: false,
            $"SELECT r.received_on, r.happened_on, r.kind, r.outcome, r.place, concat_ws('; ', r.reason, r.grounds, r.conditions), NULL::uuid FROM applications.request r WHERE {Mine}"
        )
        {
            Words = ("law.application.", "law.application_outcome."),
        },
        new(
            "stays",
            "support.view",
            Rests: false,
            $"""
            SELECT coalesce(r.entered_on, r.referred_on), coalesce(r.left_on, r.cancelled_on), 'rehabilitation', r.leaving,
                   concat_ws(', ', r.number, p.name), concat_ws('. ', r.purpose, r.leaving_note, r.cancel_reason), NULL::uuid
            FROM support.rehabilitation r JOIN support.contract c ON c.id = r.contract_id
            JOIN support.provider p ON p.id = c.provider_id WHERE r.{Mine}
            """
        )
        {
            Words = ("support.kind.", "support.leave."),
        },
        new(
            "consultations",
            "support.view",
            Rests: false,
            $"""
            SELECT h.held_on, NULL::date, h.kind, CASE WHEN h.attended THEN 'yes' ELSE 'no' END,
                   k.number, concat_ws('. ', k.purpose, h.note), NULL::uuid
            FROM support.session h JOIN support.consultation k ON k.id = h.consultation_id WHERE h.{Mine}
            """
        )
        {
            Words = ("support.kind.", "support.attended."),
        },
        new(
            "breaches",
            "breaches.view",
            Rests: true,
            $"""
            SELECT b.occurred_on, b.judged_on, b.kind,
                   CASE WHEN b.withdrawn_on IS NOT NULL THEN 'withdrawn' WHEN b.justified THEN 'justified'
                        WHEN b.answered_on IS NOT NULL THEN 'answered' WHEN b.judged_on IS NOT NULL THEN 'response'
                        WHEN b.explained_on IS NOT NULL THEN 'judgement' ELSE 'explanation' END,
                   b.description, concat_ws(E'\n', b.explanation, b.judgement, b.withdraw_reason), NULL::uuid
            FROM breaches.breach b WHERE {Mine}
            """
        )
        {
            Words = ("breaches.kind.", "breaches.state."),
        },
        new(
            "responses",
            "breaches.view",
            Rests: true,
            $"""
            SELECT s.taken_on, s.decided_on, s.response, s.decision, concat_ws(', ', s.addressee, s.decision_number),
                   concat_ws(E'\n', s.note, s.decision_note), NULL::uuid
            FROM breaches.step s WHERE {Mine}
            """
        )
        {
            Words = ("law.breach_response.", "breaches.decision."),
        },
        new(
            "needs",
            "plans.view",
            Rests: true,
            $"SELECT n.opened_on, n.closed_on, n.domain, NULL, n.wording, NULL, NULL::uuid FROM plans.need n WHERE {Mine}"
        )
        {
            Words = ("plans.domain.", ""),
        },
        new(
            "goals",
            "plans.view",
            Rests: true,
            $"SELECT g.set_on, NULL::date, NULL, NULL, g.wording, NULL, NULL::uuid FROM plans.goal g WHERE {Mine}"
        ),
        new(
            "steps",
            "plans.view",
            Rests: true,
            $"SELECT s.due_on, s.ended_on, NULL, s.state, s.wording, NULL, NULL::uuid FROM plans.step s WHERE {Mine}"
        )
        {
            Words = ("", "plans.stepState."),
        },
        new(
            Placements,
            "cases.view",
            Rests: true,
            $"SELECT p.valid_from, p.valid_to, NULL, p.end_reason, p.host_employer_id::text, p.work, NULL::uuid FROM work_hours.placement p WHERE {Mine}"
        )
        {
            Words = ("", "workHours.endReason."),
        },
        new(
            "incidents",
            "incidents.view",
            Rests: true,
            $"SELECT i.occurred_on, i.closed_on, i.kind, i.affected, i.place, concat_ws(E'\n', i.description, i.first_response, i.conclusion), NULL::uuid FROM incidents.incident i WHERE {Mine}"
        )
        {
            Words = ("incidents.kind.", "incidents.affected."),
        },
        new(
            "contacts",
            "contacts.view",
            Rests: true,
            "SELECT (k.planned_at AT TIME ZONE 'Europe/Riga')::date, NULL::date, k.kind, k.state, k.place, k.note, NULL::uuid FROM contacts.contact k WHERE k.client_id = @client"
        )
        {
            Words = ("contacts.kind.", "contacts.state."),
        },
        new(
            "journal",
            "clients.view",
            Rests: true,
            "SELECT e.on_day, NULL::date, e.kind, NULL, NULL, e.text, NULL::uuid FROM journal.entry e WHERE e.client_id = @client"
        )
        {
            Words = ("journal.note.kind.", ""),
        },
        new(
            Documents,
            "documents.view",
            Rests: false,
            """
            SELECT d.registered_on, NULL::date, d.kind, d.direction, concat_ws(', ', d.number, d.title),
                   d.id || '|' || coalesce(d.signed_version, d.last_version), v.file_id
            FROM documents.document d
            LEFT JOIN documents.document_version v ON v.document_id = d.id AND v.ordinal = coalesce(d.signed_version, d.last_version)
            WHERE d.client_id = @client
            """
        )
        {
            Words = ("documents.kind.", "documents.direction."),
        },
        new(
            "mail",
            "mailroom.view",
            Rests: false,
            """
            SELECT i.received_on, i.closed_on, i.kind, i.state, concat_ws(', ', i.number, i.sender, i.subject), i.body, f.file_id
            FROM mailroom.incoming i LEFT JOIN mailroom.incoming_file f ON f.incoming_id = i.id AND f.file_id IS NOT NULL
            WHERE i.client_id = @client
            """
        )
        {
            Words = ("mailroom.kind.", "mailroom.state."),
        },
        new(
            "addresses",
            "clients.view",
            Rests: true,
            "SELECT a.as_of, a.valid_to, a.kind, NULL, a.text, NULL, NULL::uuid FROM clients.client_address a WHERE a.client_id = @client"
        )
        {
            Words = ("clients.address.", ""),
        },
        new(
            People,
            "clients.view",
            Rests: true,
            "SELECT NULL::date, p.valid_to, p.relation, NULL, p.given_name || ' ' || p.surname, NULL, NULL::uuid FROM clients.related_person p WHERE p.client_id = @client"
        )
        {
            Words = ("clients.relation.", ""),
        },
    ];

    /// <summary>People around the client: the first of whom a redaction thinks.</summary>
    public const string People = "people";

    public const string Hours = "hours";

    /// <summary>What each section's function knows of it.</summary>
    public const string Facts = "facts";

    public const string Placements = "placements";

    /// <summary>Their register stays; the versions, and by them the files, move.</summary>
    public const string Documents = "documents";

    /// <summary>The version of each document whose file is told, by the key that its row carries as its text.</summary>
    public const string Versions =
        "SELECT v.document_id || '|' || v.ordinal, v.file_id FROM documents.document_version v WHERE v.client_id = @client";
}

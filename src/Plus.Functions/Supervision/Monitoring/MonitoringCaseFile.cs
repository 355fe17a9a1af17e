using Plus.Shared.CaseFiles.Contract;

namespace Plus.Functions.Supervision.Monitoring;

/// <summary>
/// What a client's whole case holds of electronic monitoring: homes, devices, permitted hours, alarms and what was done about
/// them. For who may see monitoring only.
/// </summary>
internal static class MonitoringCaseFile
{
    private const string Mine = "section_id IN (SELECT id FROM cases.section WHERE client_id = @client)";

    public static IEnumerable<CaseFileSource> Sources =>
        [
            Of(
                "monitoringHomes",
                """
                SELECT r.visited_on, NULL::date, CASE WHEN r.has_home AND r.has_electricity AND r.household_consents
                    THEN 'suits' ELSE 'suitsNot' END, NULL, NULL, r.note, NULL::uuid
                FROM supervision.suitability_report r WHERE r.
                """,
                "supervision.suitability."
            ),
            Of(
                "monitoringDevices",
                """
                SELECT (d.at AT TIME ZONE 'Europe/Riga')::date, NULL::date, m.kind, d.kind, m.serial, d.note, NULL::uuid
                FROM supervision.device_step d JOIN supervision.monitoring_device m ON m.id = d.device_id WHERE d.
                """,
                "supervision.deviceKind.",
                "supervision.step."
            ),
            Of(
                "monitoringHours",
                """
                SELECT h.on_day, h.ended_on, h.purpose, h.weekday::text,
                    concat_ws(' - ', to_char(make_interval(mins => h.from_minute), 'HH24:MI'),
                        CASE WHEN h.to_minute = 1440 THEN '24:00' ELSE to_char(make_interval(mins => h.to_minute), 'HH24:MI') END),
                    h.route, NULL::uuid
                FROM supervision.permitted_hours h WHERE h.
                """,
                "supervision.purpose.",
                "supervision.weekday."
            ),
            Of(
                "monitoringStricter",
                """
                SELECT i.decided_on, NULL::date, i.device_kind, i.ground, i.document, NULL, NULL::uuid
                FROM supervision.intensification i WHERE i.
                """,
                "supervision.deviceKind.",
                "supervision.ground."
            ),
            Of(
                "monitoringAlarms",
                """
                SELECT (a.occurred_at AT TIME ZONE 'Europe/Riga')::date, (a.closed_at AT TIME ZONE 'Europe/Riga')::date, a.kind,
                    a.outcome, to_char(a.occurred_at AT TIME ZONE 'Europe/Riga', 'HH24:MI'), NULL, NULL::uuid
                FROM supervision.alarm a WHERE a.
                """,
                "supervision.alarmKind.",
                "supervision.alarmOutcome."
            ),
            Of(
                "monitoringNotes",
                """
                SELECT (n.at AT TIME ZONE 'Europe/Riga')::date, NULL::date, NULL, NULL, NULL, n.text, NULL::uuid
                FROM supervision.alarm_note n WHERE n.
                """
            ),
            Of(
                "monitoringWork",
                """
                SELECT e.seen_on, NULL::date, e.evidence, e.follows, e.employer, e.note, NULL::uuid
                FROM supervision.monitoring_employment e WHERE e.
                """,
                "supervision.employment.evidence.",
                "supervision.employment.follows."
            ),
        ];

    private static CaseFileSource Of(string code, string sql, string name = "", string note = "") =>
        new(code, MonitoringPermissions.View, Rests: false, sql + Mine) { Words = (name, note) };
}

-- What PLUS tells a person of their own data. Runs as the owner, so that the report is whole whoever is allowed to make
-- it; people around the person are left out here.
CREATE OR REPLACE FUNCTION audit.tells_subjects() RETURNS boolean LANGUAGE sql STABLE
AS $$ SELECT coalesce(access.told(3), '') ~ ',(all|subjectReport),' $$;

CREATE OR REPLACE FUNCTION audit.subject_facts(client uuid) RETURNS TABLE (part text, name text, value text, day date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT facts.* FROM (
    SELECT 'person' AS part, f.name, f.value, f.day
    FROM clients.client c CROSS JOIN LATERAL (VALUES
        (1, 'GivenName', c.given_name::text, NULL::date), (2, 'Surname', c.surname::text, NULL), (3, 'BirthDate', NULL, c.birth_date),
        (4, 'Sex', c.sex::text, NULL), (5, 'Citizenship', c.citizenship::text, NULL),
        (6, 'Languages', nullif(array_to_string(c.languages, ', '), ''), NULL), (7, 'Education', c.education::text, NULL),
        (8, 'Employment', c.employment::text, NULL), (9, 'DisabilityGroup', (SELECT h.disability_group::text FROM clients.client_health h WHERE h.client_id = c.id
                                        ORDER BY h.recorded_at DESC, h.id DESC LIMIT 1), NULL),
        (10, 'Dependants', c.dependants::text, NULL), (11, 'DiedOn', NULL, c.died_on)) AS f (place, name, value, day)
    WHERE c.id = $1 AND (f.value IS NOT NULL OR f.day IS NOT NULL)
    UNION ALL SELECT 'identifiers', i.kind, i.value, NULL FROM clients.client_identifier i WHERE i.client_id = $1
    UNION ALL SELECT 'names', 'EarlierName', n.given_name || ' ' || n.surname, NULL FROM clients.client_name n WHERE n.client_id = $1
    UNION ALL SELECT 'addresses', a.kind, a.text, NULL FROM clients.client_address a WHERE a.client_id = $1
    UNION ALL SELECT 'reach', r.kind, r.value, NULL FROM clients.client_reach r WHERE r.client_id = $1
    UNION ALL SELECT 'sections', s.function,
        to_char(s.opened_on, 'DD.MM.YYYY') || ' - ' || coalesce(to_char(s.closed_on, 'DD.MM.YYYY'), '...') || coalesce(', ' || o.name, ''), NULL
        FROM cases.section s LEFT JOIN organisation.office o ON o.id = s.office_id WHERE s.client_id = $1 AND s.annulled_on IS NULL
    UNION ALL SELECT 'contacts', 'ContactCount', count(*)::text, NULL FROM contacts.contact k WHERE k.client_id = $1 HAVING count(*) > 0
    UNION ALL SELECT 'contacts', 'LastContact', NULL, max((k.planned_at AT TIME ZONE 'Europe/Riga')::date)
        FROM contacts.contact k WHERE k.client_id = $1 HAVING count(*) > 0
    ) facts WHERE audit.tells_subjects()
$$;

-- Minutes worked by month, from the days of every function that has some.
CREATE OR REPLACE FUNCTION audit.subject_hours(client uuid)
RETURNS TABLE (part text, day date, until date, name text, note text, value text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    days regclass;
BEGIN
    IF NOT audit.tells_subjects() THEN
        RETURN;
    END IF;
    FOR days IN SELECT c.oid::regclass FROM pg_class c WHERE c.relname = 'hours_entry' AND c.relkind = 'r' ORDER BY 1 LOOP
        RETURN QUERY EXECUTE format(
            'SELECT ''hours'', date_trunc(''month'', e.worked_on)::date, NULL::date, NULL, NULL, sum(e.credited_minutes)::text
             FROM %s e JOIN cases.section s ON s.id = e.section_id
             WHERE s.client_id = $1 AND e.withdrawn_at IS NULL GROUP BY 2', days) USING client;
    END LOOP;
END $$;

-- The work with the person, in order of time: rulings, their offences, sections, what stopped them, obligations, applications,
-- violations and what followed, plans, placements, hours, the costs of the way, reminders, incidents and what is done about them, support
-- services, contacts, documents, what came in, journal. name is a
-- code, value is words of the record, note a second code.
-- texts: whether the words of the journal and of contacts are told; whoever makes the report decides that after reading them.
CREATE OR REPLACE FUNCTION audit.subject_work(client uuid, texts boolean)
RETURNS TABLE (part text, day date, until date, name text, note text, value text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT work.* FROM (
    SELECT 'rulings' AS part, b.issued_on AS day, b.in_force_on AS until, b.kind::text AS name, b.issuer_kind::text AS note,
           concat_ws(', ', nullif(b.number, ''), b.issuer_name, b.proceeding_no,
               (SELECT string_agg('KL ' || o.article || coalesce('.' || nullif(o.sup, 0), '') || '. p.', ', ' ORDER BY o.ordinal)
                FROM cases.basis_offence o WHERE o.basis_id = b.id)) AS value
        FROM cases.basis b WHERE b.client_id = $1
    UNION ALL SELECT 'measures', s.opened_on, coalesce(s.closed_on, s.annulled_on), s.measure, s.state, o.name
        FROM cases.section s LEFT JOIN organisation.office o ON o.id = s.office_id WHERE s.client_id = $1
    UNION ALL SELECT 'suspensions', p.valid_from, p.valid_to, p.reason, NULL, NULL
        FROM cases.suspension p JOIN cases.section s ON s.id = p.section_id WHERE s.client_id = $1
    UNION ALL SELECT 'contactList', (k.planned_at AT TIME ZONE 'Europe/Riga')::date, NULL, k.kind, k.state,
           CASE WHEN $2 THEN k.note END
        FROM contacts.contact k WHERE k.client_id = $1
    UNION ALL SELECT 'documents', d.registered_on, NULL, d.kind, d.direction, d.number
        FROM documents.document d WHERE d.client_id = $1
    UNION ALL SELECT 'journal', e.on_day, NULL, e.kind, NULL, CASE WHEN $2 THEN e.text END
        FROM journal.entry e WHERE e.client_id = $1
    UNION ALL SELECT 'obligations', o.valid_from, coalesce(o.ended_on, o.valid_to), o.kind, NULL,
           concat_ws(', ', o.wording, nullif(o.decision_number, ''))
        FROM obligations.obligation o WHERE o.client_id = $1
    UNION ALL SELECT 'applications', r.received_on, r.happened_on, r.kind, r.outcome, concat_ws(', ', r.place, nullif(r.decision_number, ''))
        FROM applications.request r JOIN cases.section s ON s.id = r.section_id WHERE s.client_id = $1
    UNION ALL SELECT 'breaches', b.occurred_on, b.judged_on, b.kind,
           CASE WHEN b.withdrawn_on IS NOT NULL THEN 'withdrawn' WHEN b.justified THEN 'justified' WHEN b.answered_on IS NOT NULL THEN 'answered'
                WHEN b.judged_on IS NOT NULL THEN 'response' WHEN b.explained_on IS NOT NULL THEN 'judgement' ELSE 'explanation' END,
           CASE WHEN $2 THEN b.description END
        FROM breaches.breach b JOIN cases.section s ON s.id = b.section_id WHERE s.client_id = $1
    UNION ALL SELECT 'responses', r.taken_on, r.decided_on, r.response, r.decision, r.decision_number
        FROM breaches.step r JOIN cases.section s ON s.id = r.section_id WHERE s.client_id = $1
    UNION ALL SELECT 'needs', n.opened_on, n.closed_on, n.domain, NULL, CASE WHEN $2 THEN n.wording END
        FROM plans.need n JOIN cases.section s ON s.id = n.section_id WHERE s.client_id = $1
    UNION ALL SELECT 'goals', g.set_on, NULL, NULL, NULL, CASE WHEN $2 THEN g.wording END
        FROM plans.goal g JOIN cases.section s ON s.id = g.section_id WHERE s.client_id = $1
    UNION ALL SELECT 'steps', t.due_on, t.ended_on, NULL, t.state, CASE WHEN $2 THEN t.wording END
        FROM plans.step t JOIN cases.section s ON s.id = t.section_id WHERE s.client_id = $1
    UNION ALL SELECT 'placements', p.valid_from, p.valid_to, NULL, p.end_reason, h.name
        FROM work_hours.placement p JOIN cases.section s ON s.id = p.section_id
        LEFT JOIN partners.host_employer h ON h.id = p.host_employer_id WHERE s.client_id = $1
    UNION ALL SELECT 'support', coalesce(r.entered_on, r.referred_on), coalesce(r.left_on, r.cancelled_on),
           'rehabilitation', NULL, concat_ws(', ', r.number, p.name)
        FROM support.rehabilitation r JOIN cases.section s ON s.id = r.section_id
        JOIN support.contract c ON c.id = r.contract_id JOIN support.provider p ON p.id = c.provider_id
        WHERE s.client_id = $1
    UNION ALL SELECT 'support', h.held_on, NULL, h.kind, CASE WHEN h.attended THEN 'yes' ELSE 'no' END, k.number
        FROM support.session h JOIN support.consultation k ON k.id = h.consultation_id
        JOIN cases.section s ON s.id = h.section_id WHERE s.client_id = $1
    UNION ALL SELECT 'incidents', i.occurred_on, i.closed_on, i.kind, i.affected, CASE WHEN $2 THEN i.description END
        FROM incidents.incident i JOIN cases.section s ON s.id = i.section_id WHERE s.client_id = $1
    UNION ALL SELECT 'incidentMeasures', m.due_on, m.ended_on, m.doer, m."end", CASE WHEN $2 THEN m.wording END
        FROM incidents.measure m JOIN cases.section s ON s.id = m.section_id WHERE s.client_id = $1
    UNION ALL SELECT 'transport', c.valid_from, c.valid_to, NULL,
           CASE WHEN c.list_id IS NOT NULL THEN 'paid' ELSE coalesce(c.decision, 'waits') END,
           concat_ws(', ', c.amount || ' EUR', CASE WHEN c.approved_amount <> c.amount THEN c.approved_amount || ' EUR' END, c.account, c.grounds)
        FROM transport_costs.claim c JOIN cases.section s ON s.id = c.section_id WHERE s.client_id = $1
    UNION ALL SELECT 'reminders', r.day, (r.left_at AT TIME ZONE 'Europe/Riga')::date, r.about, r.channel, NULL
        FROM reminders.reminder r JOIN cases.section s ON s.id = r.section_id WHERE s.client_id = $1
    UNION ALL SELECT 'mail', i.received_on, i.closed_on, i.kind, i.state, i.number
        FROM mailroom.incoming i WHERE i.client_id = $1
    UNION ALL SELECT h.* FROM audit.subject_hours($1) h
    ) work WHERE audit.tells_subjects() ORDER BY 1, 2, 3
$$;

-- Who was given the person's data, one line an act.
CREATE OR REPLACE FUNCTION audit.subject_given(client uuid, types text[])
RETURNS TABLE (day date, role text, office text, what text, source_table text, basis text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT (e.at AT TIME ZONE 'Europe/Riga')::date, p.role_code, o.name, e.what, e.source_table, e.basis
    FROM (
        SELECT v.at, v.actor_id, v.part::text AS what, 'view' AS source_table, v.purpose::text AS basis
        FROM audit.view v WHERE v.clients @> ARRAY[$1] AND v.kind = 'disclose'
        UNION ALL
        SELECT w.at, w.actor_id, w.type, 'process', w.legal_basis FROM audit.process w
        WHERE w.client_id = $1 AND w.type = ANY ($2)
    ) e
    LEFT JOIN LATERAL (
        SELECT s.role_code, s.office_id FROM access.staff_post s
        WHERE s.staff_id = e.actor_id AND s.valid_from <= (e.at AT TIME ZONE 'Europe/Riga')::date
        ORDER BY s.valid_to DESC NULLS FIRST, s.valid_from DESC LIMIT 1) p ON true
    LEFT JOIN organisation.office o ON o.id = p.office_id
    WHERE audit.tells_subjects()
    ORDER BY 1 DESC LIMIT 1000
$$;

-- Who worked with the data, by month. That an address was protected, and that a place met it, tells where somebody else is:
-- it concerns the one protected and is left out.
CREATE OR REPLACE FUNCTION audit.subject_handled(client uuid)
RETURNS TABLE (month date, role text, office text, what text, source_table text, purpose text, times bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT date_trunc('month', e.at AT TIME ZONE 'Europe/Riga')::date, p.role_code, o.name, e.what, e.source_table, e.purpose, count(*)
    FROM (
        SELECT v.at, v.actor_id, v.kind::text AS what, 'view' AS source_table, v.purpose::text AS purpose
        FROM audit.view v WHERE v.clients @> ARRAY[$1] AND v.part IS DISTINCT FROM 'obligations.protect'
        UNION ALL
        SELECT w.at, w.actor_id, w.type, 'process', w.legal_basis FROM audit.process w
        WHERE w.client_id = $1 AND w.type NOT LIKE 'obligations.ban%' AND w.type NOT LIKE 'obligations.address%'
    ) e
    LEFT JOIN LATERAL (
        SELECT s.role_code, s.office_id FROM access.staff_post s
        WHERE s.staff_id = e.actor_id AND s.valid_from <= (e.at AT TIME ZONE 'Europe/Riga')::date
        ORDER BY s.valid_to DESC NULLS FIRST, s.valid_from DESC LIMIT 1) p ON true
    LEFT JOIN organisation.office o ON o.id = p.office_id
    WHERE audit.tells_subjects()
    GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1 DESC, 2, 3, 4
$$;

DO $$
BEGIN
    REVOKE ALL ON FUNCTION audit.subject_facts(uuid), audit.subject_handled(uuid), audit.subject_work(uuid, boolean), audit.subject_hours(uuid),
        audit.subject_given(uuid, text[]) FROM PUBLIC;
    EXECUTE format('GRANT EXECUTE ON FUNCTION audit.subject_facts(uuid), audit.subject_handled(uuid), '
        'audit.subject_work(uuid, boolean), audit.subject_given(uuid, text[]) TO %I', current_setting('plus.app_role'));
END $$;

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

CREATE OR REPLACE FUNCTION audit.subject_handled(client uuid)
RETURNS TABLE (month date, role text, office text, what text, source_table text, purpose text, times bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT date_trunc('month', e.at AT TIME ZONE 'Europe/Riga')::date, p.role_code, o.name, e.what, e.source_table, e.purpose, count(*)
    FROM (
        SELECT v.at, v.actor_id, v.kind::text AS what, 'view' AS source_table, v.purpose::text AS purpose
        FROM audit.view v WHERE v.clients @> ARRAY[$1]
        UNION ALL
        SELECT w.at, w.actor_id, w.type, 'process', w.legal_basis FROM audit.process w WHERE w.client_id = $1
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
    REVOKE ALL ON FUNCTION audit.subject_facts(uuid), audit.subject_handled(uuid) FROM PUBLIC;
    EXECUTE format('GRANT EXECUTE ON FUNCTION audit.subject_facts(uuid), audit.subject_handled(uuid) TO %I', current_setting('plus.app_role'));
END $$;

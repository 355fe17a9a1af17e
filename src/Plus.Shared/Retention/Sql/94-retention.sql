-- Who keeps and erases sees what is kept and erased; everybody else nothing.
CALL access.guard('retention.erasure', '(SELECT access.holds(''retention''))', 'system');
CALL access.guard('retention.erasure_item', '(SELECT access.holds(''retention''))', 'system');
CALL access.guard('retention.legal_hold', '(SELECT access.holds(''retention''))', 'system');

-- A day of birth that tells no birthday and gives the same age on every day that figures take an age on: the first and
-- last day of every year, the days on which sections were opened, the days of the offences.
CREATE OR REPLACE FUNCTION retention.coarse_birth(client uuid) RETURNS date
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    WITH born AS (SELECT c.birth_date AS day FROM clients.client c WHERE c.id = client),
    taken AS (
        SELECT s.opened_on AS day FROM cases.section s WHERE s.client_id = client
        UNION SELECT o.committed_on FROM cases.basis_offence o JOIN cases.basis b ON b.id = o.basis_id
            WHERE b.client_id = client AND o.committed_on IS NOT NULL
    ),
    lowest AS (
        SELECT greatest(
            CASE WHEN b.day = date_trunc('year', b.day)::date THEN b.day ELSE date_trunc('year', b.day)::date + 1 END,
            (SELECT max((t.day - make_interval(years => extract(year FROM age(t.day, b.day))::int + 1))::date + 1) FROM taken t)
        ) AS day FROM born b
    )
    SELECT CASE WHEN l.day <= b.day AND NOT EXISTS (
                SELECT FROM taken t WHERE extract(year FROM age(t.day, l.day)) <> extract(year FROM age(t.day, b.day)))
           THEN l.day ELSE b.day END
    FROM born b, lowest l
$$;

-- Takes reasons, values and before and after out of the audit of erased persons; who did what to whose record when, from
-- where and by which law stays. The seals stay as they are: the event that tells of the erasure names each reduced event
-- with the SHA-256 of what is left of it, and the proof accepts those. Only for an erasure that two people agreed on.
CREATE OR REPLACE FUNCTION retention.reduce_audit(erasure uuid, clients uuid[]) RETURNS TABLE (id uuid, hash text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
BEGIN
    IF NOT EXISTS (SELECT FROM retention.erasure e WHERE e.id = erasure AND e.state = 'agreed' AND e.decided_by <> e.proposed_by)
       OR EXISTS (SELECT FROM unnest(clients) c WHERE NOT EXISTS (
           SELECT FROM retention.erasure_item i JOIN clients.client p ON p.id = c
           WHERE i.erasure_id = erasure AND i.record_id IN (c, p.merged_into))) THEN
        RAISE EXCEPTION 'Two people have not agreed on this.';
    END IF;
    PERFORM set_config('audit.reducing', 'yes', true);
    RETURN QUERY
        WITH reduced AS (
            UPDATE audit.process p SET reason = NULL, values = NULL, changes = NULL
            WHERE p.client_id = ANY (clients) AND p.type NOT LIKE 'retention.%'
              AND (p.reason IS NOT NULL OR p.values IS NOT NULL OR p.changes IS NOT NULL)
            RETURNING p.id, audit.line(p) AS line
        ) SELECT r.id, encode(sha256(convert_to(r.line, 'UTF8')), 'hex') FROM reduced r;
    RETURN QUERY
        WITH reduced AS (
            UPDATE audit.outside o SET before = NULL, after = NULL, statement = NULL
            WHERE o.client_id = ANY (clients) AND (o.before IS NOT NULL OR o.after IS NOT NULL OR o.statement IS NOT NULL)
            RETURNING o.id, audit.line(o) AS line
        ) SELECT r.id, encode(sha256(convert_to(r.line, 'UTF8')), 'hex') FROM reduced r;
    UPDATE audit.alarm a SET verdict_reason = NULL WHERE a.clients && reduce_audit.clients AND a.verdict_reason IS NOT NULL;
    DELETE FROM audit.question q USING cases.client_case k
        WHERE k.client_id = ANY (clients) AND q.asked ->> 'caseNumber' = k.number;
    PERFORM set_config('audit.reducing', '', true);
END $$;

DO $$
BEGIN
    REVOKE ALL ON FUNCTION retention.reduce_audit(uuid, uuid[]) FROM PUBLIC;
    EXECUTE format('GRANT EXECUTE ON FUNCTION retention.reduce_audit(uuid, uuid[]) TO %I', current_setting('plus.app_role'));
    EXECUTE format('REVOKE DELETE ON retention.erasure, retention.erasure_item, retention.legal_hold FROM %I', current_setting('plus.app_role'));
END $$;

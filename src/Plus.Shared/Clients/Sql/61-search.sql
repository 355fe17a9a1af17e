-- Search under the wall. A match on text cannot use its index below a policy, so that the search runs with the owner's
-- rights, asks the policies' own rule of each record it would name (access.sees), and hands out nothing but ids, why, and
-- the earlier name or number that was met; who asks joins them with the records again, under the policies.
--
-- Every statement stands here as it is and takes what was typed as a value, so that its plan is kept: planning it anew for
-- each fragment took ten times as long as answering. Names are looked through in the order in which they are shown and
-- only until enough are within reach.
DROP FUNCTION IF EXISTS clients.search(text, text, text, text, text[], text[], boolean, date, int, int, boolean, uuid[], uuid[]);
DROP FUNCTION IF EXISTS clients.search_rank(text[], text[], text[]);

-- 1 whole name, 2 start of the surname, 3 start of each part, 4 within.
CREATE OR REPLACE FUNCTION clients.name_rank(name_key text, whole text[], starts text[], words text[]) RETURNS numeric
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
SELECT CASE WHEN name_key = ANY (whole) THEN 1.0 WHEN name_key LIKE ANY (starts) THEN 2.0
            WHEN (' ' || name_key) LIKE ALL (words) THEN 3.0 ELSE 4.0 END
$$;

-- Whether a client is in the scope of the permission asked with, beside the reach of the session.
CREATE OR REPLACE FUNCTION clients.in_scope(client uuid, offices uuid[], managers uuid[], granted uuid[]) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN client = ANY (granted)
        OR EXISTS (SELECT FROM cases.section s
                   WHERE s.client_id = client AND (s.office_id = ANY (offices) OR s.manager_id = ANY (managers)))
        OR EXISTS (SELECT FROM clients.client e WHERE e.id = client AND e.entered_by = ANY (managers)
                   AND NOT EXISTS (SELECT FROM cases.section s WHERE s.client_id = e.id));
END $$;

REVOKE ALL ON FUNCTION clients.in_scope(uuid, uuid[], uuid[], uuid[]) FROM PUBLIC;

-- number: key of a code or number; code_start: the first digits of a code; case_number: whole; reached_by: key of a phone
-- or e-mail; parts: folded pieces of a name, wildcards escaped, the longest first; whole: the name in either order; long:
-- some piece has three letters; most: rows of one kind.
-- everywhere, offices, managers: the reach of the permission asked with, beside that of the session.
CREATE OR REPLACE FUNCTION clients.search(
    number text, code_start text, case_number text, reached_by text, parts text[], whole text[], long boolean, born date,
    most int, everywhere boolean, offices uuid[], managers uuid[]
) RETURNS TABLE (client_id uuid, rank numeric, why text, detail text)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan SET max_parallel_workers_per_gather = 0 AS $$
#variable_conflict use_column
DECLARE
    few constant int := 10000;
    last constant text := U&'\+10FFFF';
    r access.reach := access.my_reach();
    all_seen boolean := access.holds('all');
    starts text[];
    words text[];
    within text[];
    plain text[];
    ends text;
    among uuid[];
    start text;
    got int;
    met int := 0;
BEGIN
    IF NOT all_seen AND r.staff IS NULL THEN
        RETURN;
    END IF;
    IF search.number IS NOT NULL THEN
        RETURN QUERY SELECT x.* FROM (
            SELECT i.client_id, 0.0, 'identifier', i.value::text FROM clients.client_identifier i
                WHERE clients.number_key(i.value) = search.number
            UNION ALL SELECT b.client_id, 0.1, 'ruling', b.number::text FROM cases.basis b
                WHERE clients.number_key(b.number) = search.number
            UNION ALL SELECT b.client_id, 0.1, 'proceeding', b.proceeding_no::text FROM cases.basis b
                WHERE clients.number_key(b.proceeding_no) = search.number
            OFFSET 0) x
        WHERE (everywhere OR clients.in_scope(x.client_id, offices, managers, r.granted))
          AND (all_seen OR access.sees(x.client_id, r));
    END IF;
    IF search.code_start IS NOT NULL THEN
        RETURN QUERY SELECT x.* FROM (
            SELECT i.client_id, 0.5, 'identifier', i.value::text FROM clients.client_identifier i
            WHERE clients.number_key(i.value) ~>=~ search.code_start AND clients.number_key(i.value) ~<~ (search.code_start || ':')
            OFFSET 0) x
        WHERE (everywhere OR clients.in_scope(x.client_id, offices, managers, r.granted))
          AND (all_seen OR access.sees(x.client_id, r))
        LIMIT most * 4;
    END IF;
    IF search.case_number IS NOT NULL THEN
        -- The number of a merged record leads to the one it was merged into.
        RETURN QUERY SELECT x.* FROM (
            SELECT coalesce(m.merged_into, m.id) AS client_id, 0.0, 'case', k.number::text
            FROM cases.client_case k JOIN clients.client m ON m.id = k.client_id WHERE k.number = search.case_number
            OFFSET 0) x
        WHERE (everywhere OR clients.in_scope(x.client_id, offices, managers, r.granted))
          AND (all_seen OR access.sees(x.client_id, r));
    END IF;
    IF search.reached_by IS NOT NULL THEN
        RETURN QUERY SELECT x.* FROM (
            SELECT c.client_id, 0.2, 'reach', c.value::text FROM clients.client_reach c WHERE c.search_key = search.reached_by
            OFFSET 0) x
        WHERE (everywhere OR clients.in_scope(x.client_id, offices, managers, r.granted))
          AND (all_seen OR access.sees(x.client_id, r));
    END IF;
    IF cardinality(parts) = 0 THEN
        RETURN;
    END IF;

    -- With two letters only the index cannot search within names: they are the whole surname then.
    ends := CASE WHEN long THEN '' ELSE ' ' END;
    SELECT array_agg(p || ends || '%'), array_agg('% ' || p || '%'), array_agg('%' || p || '%'),
           array_agg(regexp_replace(p, '\\(.)', '\1', 'g') || ends)
        INTO starts, words, within, plain FROM unnest(parts) p;
    -- The clients of one office, or one's own, are few: they are looked through, all their names.
    IF NOT everywhere AND cardinality(offices) <= 1 THEN
        among := ARRAY(
            SELECT f.id FROM (
                (SELECT s.client_id AS id FROM cases.section s WHERE s.office_id = ANY (offices) LIMIT few * 4)
                UNION SELECT s.client_id FROM cases.section s WHERE s.manager_id = ANY (managers)
                UNION SELECT unnest(r.granted)
                UNION SELECT e.id FROM clients.client e WHERE e.entered_by = ANY (managers)
                    AND NOT EXISTS (SELECT FROM cases.section s WHERE s.client_id = e.id)) f
            LIMIT few + 1);
    END IF;

    IF cardinality(among) <= few THEN
        RETURN QUERY SELECT x.id, x.rank, 'name', NULL::text FROM (
            SELECT c.id, c.name_key, clients.name_rank(c.name_key, whole, starts, words) AS rank
            FROM unnest(among) a (id) JOIN clients.client c ON c.id = a.id
            WHERE c.merged_into IS NULL AND (born IS NULL OR c.birth_date = born)
              AND CASE WHEN long THEN c.name_key LIKE ALL (within) ELSE c.name_key LIKE ANY (starts) END
            ORDER BY 3, 2, 1 OFFSET 0) x
        WHERE all_seen OR access.sees(x.id, r) LIMIT most;
        GET DIAGNOSTICS met = ROW_COUNT;
        RETURN QUERY SELECT x.client_id, x.rank, 'earlierName', x.name FROM (
            SELECT n.client_id, n.name_key, clients.name_rank(n.name_key, whole, starts, words) + 0.5 AS rank,
                   n.given_name || ' ' || n.surname AS name
            FROM unnest(among) a (id) JOIN clients.client_name n ON n.client_id = a.id
            WHERE (born IS NULL OR EXISTS (SELECT FROM clients.client c WHERE c.id = n.client_id AND c.birth_date = born))
              AND CASE WHEN long AND met < most THEN n.name_key LIKE ALL (within)
                       ELSE n.name_key LIKE ANY (starts) AND (NOT long OR n.name_key LIKE ALL (within)) END
            ORDER BY 3, 2, 1 OFFSET 0) x
        WHERE all_seen OR access.sees(x.client_id, r) LIMIT most * 2;
        RETURN;
    END IF;

    -- Names that begin with a piece; then the pieces anywhere in present names, then in earlier ones: each only while the
    -- answer is not full, for what is found deeper stands behind it.
    FOREACH start IN ARRAY plain LOOP
        RETURN QUERY SELECT x.id, x.rank, 'name', NULL::text FROM (
            SELECT c.id, c.name_key, CASE WHEN c.name_key = ANY (whole) THEN 1.0 ELSE 2.0 END AS rank
            FROM clients.client c
            WHERE c.name_key >= start AND c.name_key < start || last
              AND c.merged_into IS NULL AND (born IS NULL OR c.birth_date = born)
              AND (cardinality(plain) = 1 OR NOT long OR c.name_key LIKE ALL (within))
            ORDER BY 3, 2, 1 OFFSET 0) x
        WHERE (everywhere OR clients.in_scope(x.id, offices, managers, r.granted)) AND (all_seen OR access.sees(x.id, r))
        LIMIT most;
        GET DIAGNOSTICS got = ROW_COUNT;
        met := met + got;
    END LOOP;
    IF met >= most THEN
        RETURN;
    END IF;

    IF long THEN
        RETURN QUERY SELECT x.id, x.rank, 'name', NULL::text FROM (
            SELECT c.id, c.name_key, clients.name_rank(c.name_key, whole, starts, words) AS rank
            FROM clients.client c
            WHERE c.merged_into IS NULL AND (born IS NULL OR c.birth_date = born)
              AND c.name_key LIKE within[1] AND (cardinality(within) = 1 OR c.name_key LIKE ALL (within))
            ORDER BY 3, 2, 1 OFFSET 0) x
        WHERE (everywhere OR clients.in_scope(x.id, offices, managers, r.granted)) AND (all_seen OR access.sees(x.id, r))
        LIMIT most;
        GET DIAGNOSTICS met = ROW_COUNT;
        IF met < most THEN
            RETURN QUERY SELECT x.client_id, x.rank, 'earlierName', x.name FROM (
                SELECT n.client_id, n.name_key, clients.name_rank(n.name_key, whole, starts, words) + 0.5 AS rank,
                       n.given_name || ' ' || n.surname AS name
                FROM clients.client_name n
                WHERE n.name_key LIKE within[1] AND (cardinality(within) = 1 OR n.name_key LIKE ALL (within))
                  AND (born IS NULL OR EXISTS (SELECT FROM clients.client c WHERE c.id = n.client_id AND c.birth_date = born))
                ORDER BY 3, 2, 1 OFFSET 0) x
            WHERE (everywhere OR clients.in_scope(x.client_id, offices, managers, r.granted))
              AND (all_seen OR access.sees(x.client_id, r)) LIMIT most * 2;
            RETURN;
        END IF;
    END IF;
    FOREACH start IN ARRAY plain LOOP
        RETURN QUERY SELECT x.client_id, 2.5, 'earlierName', x.name FROM (
            SELECT n.client_id, n.name_key, n.given_name || ' ' || n.surname AS name
            FROM clients.client_name n
            WHERE n.name_key >= start AND n.name_key < start || last
              AND (cardinality(plain) = 1 OR NOT long OR n.name_key LIKE ALL (within))
              AND (born IS NULL OR EXISTS (SELECT FROM clients.client c WHERE c.id = n.client_id AND c.birth_date = born))
            ORDER BY 2, 1 OFFSET 0) x
        WHERE (everywhere OR clients.in_scope(x.client_id, offices, managers, r.granted))
          AND (all_seen OR access.sees(x.client_id, r)) LIMIT most * 2;
    END LOOP;
END $$;

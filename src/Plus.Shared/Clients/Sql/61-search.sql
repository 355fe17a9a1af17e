-- Search under the wall. A match on text cannot use its index below a policy, so that the search runs with the owner's
-- rights, applies the reach itself and hands out nothing but ids, why, and the earlier name or number that was met; who
-- asks joins them with the records again, under the policies. What was typed is quoted by format, never put in as it is.
CREATE OR REPLACE FUNCTION clients.search_rank(parts text[], whole text[], starts text[]) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
SELECT format('CASE WHEN x.name_key = ANY (%L::text[]) THEN 1.0 WHEN x.name_key LIKE ANY (%L::text[]) THEN 2.0 WHEN %s THEN 3.0 ELSE 4.0 END',
    whole, starts,
    (SELECT string_agg(format('('' '' || x.name_key) LIKE %L', '% ' || p || '%'), ' AND ') FROM unnest(parts) p))
$$;

-- number: key of a code or number; code_start: the first digits of a code; case_number: whole; reached_by: key of a phone
-- or e-mail; parts: folded pieces of a name, wildcards escaped; whole: the name in either order; long: some piece has three
-- letters; depth: 1 starts, 2 within present names, 3 within earlier ones; most: rows of one kind.
-- everywhere, offices, managers: the reach of the permission asked with, beside that of the session.
CREATE OR REPLACE FUNCTION clients.search(
    number text, code_start text, case_number text, reached_by text, parts text[], whole text[], long boolean, born date,
    depth int, most int, everywhere boolean, offices uuid[], managers uuid[]
) RETURNS TABLE (client_id uuid, rank numeric, why text, detail text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    pieces text[] := '{}';
    r access.reach := access.my_reach();
    scope text := '';
    own text;
    entered text := 'EXISTS (SELECT FROM clients.client e WHERE e.id = @ AND e.entered_by = ANY (%L::uuid[])
        AND NOT EXISTS (SELECT FROM cases.section s WHERE s.client_id = e.id))';
    starts text[];
    start_met text;
    within_met text;
    rank_of text;
    met text;
    ranked text;
BEGIN
    IF NOT access.holds('all') THEN
        IF r.staff IS NULL THEN
            RETURN;
        END IF;
        -- As access.sees has it, written out so that the planner sees the indexes.
        own := format('s.manager_id = ANY (%L::uuid[])', r.managers);
        scope := format(' AND @ <> ALL (%L::uuid[]) AND (@ = ANY (%L::uuid[])', r.forbidden, r.granted)
            || ' OR EXISTS (SELECT FROM cases.section s WHERE s.client_id = @'
            || CASE WHEN r.everywhere THEN '' ELSE format(' AND (s.office_id = ANY (%L::uuid[]) OR %s)', r.offices, own) END
            || CASE WHEN r.sexual_offence THEN '' ELSE format(' AND (NOT s.sexual_offence OR %s)', own) END
            || CASE WHEN r.minors THEN '' ELSE format(' AND (%s OR EXISTS (SELECT FROM clients.client g WHERE g.id = @ AND g.birth_date <= %L))', own, r.grown) END
            || ') OR ' || format(entered, r.managers) || ')';
    END IF;
    IF NOT everywhere THEN
        scope := scope || format(' AND (EXISTS (SELECT FROM cases.section s WHERE s.client_id = @ AND (s.office_id = ANY (%L::uuid[]) OR s.manager_id = ANY (%L::uuid[])))', offices, managers)
            || format(' OR @ = ANY (%L::uuid[]) OR ', r.granted) || format(entered, managers) || ')';
    END IF;
    IF number IS NOT NULL THEN
        pieces := pieces || format('(SELECT x.client_id, 0.0, ''identifier'', x.value::text FROM clients.client_identifier x WHERE clients.number_key(x.value) = %L%s)',
                number, replace(scope, '@', 'x.client_id'))
            || format('(SELECT x.client_id, 0.1, ''ruling'', x.number::text FROM cases.basis x WHERE clients.number_key(x.number) = %L%s)',
                number, replace(scope, '@', 'x.client_id'))
            || format('(SELECT x.client_id, 0.1, ''proceeding'', x.proceeding_no::text FROM cases.basis x WHERE clients.number_key(x.proceeding_no) = %L%s)',
                number, replace(scope, '@', 'x.client_id'));
    END IF;
    IF code_start IS NOT NULL THEN
        pieces := pieces || format('(SELECT x.client_id, 0.5, ''identifier'', x.value::text FROM clients.client_identifier x WHERE clients.number_key(x.value) LIKE %L%s)',
            code_start || '%', replace(scope, '@', 'x.client_id'));
    END IF;
    IF case_number IS NOT NULL THEN
        -- The number of a merged record leads to the one it was merged into.
        pieces := pieces || format('(SELECT coalesce(m.merged_into, m.id), 0.0, ''case'', x.number::text FROM cases.client_case x JOIN clients.client m ON m.id = x.client_id WHERE x.number = %L%s)',
            case_number, replace(scope, '@', 'coalesce(m.merged_into, m.id)'));
    END IF;
    IF reached_by IS NOT NULL THEN
        pieces := pieces || format('(SELECT x.client_id, 0.2, ''reach'', x.value::text FROM clients.client_reach x WHERE x.search_key = %L%s)',
            reached_by, replace(scope, '@', 'x.client_id'));
    END IF;
    IF cardinality(parts) > 0 THEN
        -- With two letters only the index cannot search within names: they are the whole surname then.
        starts := ARRAY(SELECT p || CASE WHEN long THEN '%' ELSE ' %' END FROM unnest(parts) p);
        SELECT '(' || string_agg(format('x.name_key LIKE %L', s), ' OR ') || ')' INTO start_met FROM unnest(starts) s;
        SELECT string_agg(format('x.name_key LIKE %L', '%' || p || '%'), ' AND ') INTO within_met FROM unnest(parts) p;
        IF NOT long THEN
            within_met := start_met;
        END IF;
        IF cardinality(parts) > 1 THEN
            start_met := start_met || ' AND ' || within_met;
        END IF;
        rank_of := clients.search_rank(parts, whole, starts);

        met := CASE WHEN depth >= 2 THEN within_met ELSE start_met END;
        -- One part met at the start needs no comparing: the index gives those names in order, and the first are enough.
        ranked := CASE WHEN depth >= 2 OR cardinality(parts) > 1 THEN rank_of ELSE '2.0' END;
        pieces := pieces || format('(SELECT x.id, %1$s, ''name'', NULL::text FROM clients.client x WHERE x.merged_into IS NULL%2$s AND %3$s%4$s ORDER BY %5$sx.name_key LIMIT %6$s)',
            ranked, CASE WHEN born IS NULL THEN '' ELSE format(' AND x.birth_date = %L', born) END, met,
            replace(scope, '@', 'x.id'), CASE WHEN ranked = '2.0' THEN '' ELSE ranked || ', ' END, most);

        met := CASE WHEN depth >= 3 THEN within_met ELSE start_met END;
        ranked := CASE WHEN depth >= 3 OR cardinality(parts) > 1 THEN rank_of ELSE '2.0' END;
        pieces := pieces || format('(SELECT x.client_id, %1$s + 0.5, ''earlierName'', x.given_name || '' '' || x.surname FROM clients.client_name x%2$s AND %3$s%4$s ORDER BY %5$sx.name_key LIMIT %6$s)',
            ranked,
            CASE WHEN born IS NULL THEN ' WHERE true'
                 ELSE format(' JOIN clients.client b ON b.id = x.client_id WHERE b.birth_date = %L', born) END,
            met, replace(scope, '@', 'x.client_id'), CASE WHEN ranked = '2.0' THEN '' ELSE ranked || ', ' END, most * 2);
    END IF;
    IF cardinality(pieces) > 0 THEN
        RETURN QUERY EXECUTE array_to_string(pieces, ' UNION ALL ');
    END IF;
END $$;

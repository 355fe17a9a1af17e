-- Files of the mail room whose words meet a question, within reach of the permission and of the session; best first, with
-- the place where they meet. The texts themselves are shown to nobody else (policies cannot use the index of words).
-- The marks of what was met are U+27E6 and U+27E7.
CREATE OR REPLACE FUNCTION mailroom.search_texts(asked text, everywhere boolean, offices uuid[], managers uuid[], most int)
RETURNS TABLE (incoming_file uuid, rank real, met text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    q tsquery := to_tsquery('files.plain', asked);
    whole boolean := access.holds('all');
BEGIN
    RETURN QUERY
    WITH found AS MATERIALIZED (
        SELECT f.id, f.file_id, ts_rank(t.words, q) AS rank
        FROM files.file_text t
        JOIN mailroom.incoming_file f ON f.file_id = t.file_id
        JOIN mailroom.incoming i ON i.id = f.incoming_id
        WHERE t.words @@ q
          AND (everywhere OR i.office_id = ANY (offices) OR i.assigned_to = ANY (managers))
          AND (whole OR mailroom.sees(i.client_id, i.office_id, i.assigned_to))
        ORDER BY 3 DESC, f.id
        LIMIT most)
    SELECT found.id, found.rank,
           ts_headline('files.plain', left(t.text, 100000), q,
                       U&'StartSel="\27E6", StopSel="\27E7", MaxFragments=2, MaxWords=24, MinWords=10, FragmentDelimiter=" … "')
    FROM found JOIN files.file_text t ON t.file_id = found.file_id;
END $$;

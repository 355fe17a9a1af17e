-- Files that no foreign key of any table names, handed in up to a moment. It looks with the owner's rights, since the
-- policies of those tables show the service's own jobs nothing that it is not told; it gives ids and nothing else.
CREATE OR REPLACE FUNCTION files.unnamed(before timestamptz) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    none text;
BEGIN
    SELECT coalesce(string_agg(format(' AND NOT EXISTS (SELECT FROM %s n WHERE n.%I = f.id)', k.conrelid::regclass, a.attname), ''), '')
    INTO none
    FROM pg_constraint k
    JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
    WHERE k.contype = 'f' AND k.confrelid = 'files.stored_file'::regclass AND k.conparentid = 0
      AND k.confdeltype <> 'c'; -- what goes with the file names it not
    RETURN QUERY EXECUTE
        'SELECT f.id FROM files.stored_file f WHERE f.state = ''stored'' AND f.touched_at <= $1' || none USING before;
END $$;

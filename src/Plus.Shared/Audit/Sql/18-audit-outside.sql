-- Every change of the house's tables that does not come through PLUS is written down with the whole row before and after,
-- by whom the database knows. Connections of PLUS carry the setting plus.through, so that ordinary writes cost no more
-- than looking at it.
CREATE OR REPLACE FUNCTION audit.outside_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    secret constant text[] := ARRAY['password_hash', 'security_stamp', 'token_hash', 'secret', 'xml'];
    old_row jsonb;
    new_row jsonb;
    whose uuid;
BEGIN
    IF TG_OP IN ('UPDATE', 'DELETE') THEN
        old_row := to_jsonb(OLD);
    END IF;
    IF TG_OP IN ('INSERT', 'UPDATE') THEN
        new_row := to_jsonb(NEW);
    END IF;
    IF old_row = new_row THEN
        RETURN NULL;
    END IF;
    whose := CASE WHEN TG_TABLE_SCHEMA = 'clients' AND TG_TABLE_NAME = 'client' THEN coalesce(new_row, old_row) ->> 'id'
                  ELSE coalesce(new_row, old_row) ->> 'client_id' END::uuid;
    IF whose IS NULL AND coalesce(new_row, old_row) ? 'section_id' THEN
        SELECT s.client_id INTO whose FROM cases.section s
            WHERE s.id = (coalesce(new_row, old_row) ->> 'section_id')::uuid;
    END IF;
    INSERT INTO audit.outside (table_name, kind, database_role, application_name, address, client_id, before, after, statement)
    VALUES (TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME, lower(TG_OP), session_user, current_setting('application_name'),
        host(inet_client_addr()), whose, old_row - secret, new_row - secret, NULL);
    RETURN NULL;
END $$;

-- Sets the triggers on every table of the house but bookkeeping; run at every migration, so that no new table is forgotten.
CREATE OR REPLACE FUNCTION audit.watch_tables() RETURNS integer
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    found record;
    count integer := 0;
BEGIN
    FOR found IN SELECT * FROM audit.watched_tables() w WHERE NOT w.watched LOOP
        EXECUTE format('DROP TRIGGER IF EXISTS outside_change ON %s', found.name);
        EXECUTE format('DROP TRIGGER IF EXISTS outside_truncate ON %s', found.name);
        EXECUTE format('CREATE TRIGGER outside_change AFTER INSERT OR UPDATE OR DELETE ON %s FOR EACH ROW '
            'WHEN (current_setting(''plus.through'', true) IS DISTINCT FROM ''plus'') EXECUTE FUNCTION audit.outside_change()', found.name);
        EXECUTE format('CREATE TRIGGER outside_truncate AFTER TRUNCATE ON %s FOR EACH STATEMENT '
            'WHEN (current_setting(''plus.through'', true) IS DISTINCT FROM ''plus'') EXECUTE FUNCTION audit.outside_change()', found.name);
        count := count + 1;
    END LOOP;
    RETURN count;
END $$;

-- The tables that are to be watched, and whether their triggers stand and are switched on.
CREATE OR REPLACE FUNCTION audit.watched_tables() RETURNS TABLE (name text, watched boolean)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT c.oid::regclass::text,
           (SELECT count(*) = 2 FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgenabled = 'O'
                AND t.tgname IN ('outside_change', 'outside_truncate'))
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence = 'p'
      AND n.nspname NOT LIKE 'pg\_%' AND n.nspname NOT IN ('information_schema', 'audit', 'jobs', 'kernel', 'drafts', 'public')
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
$$;

REVOKE ALL ON FUNCTION audit.watch_tables(), audit.outside_change() FROM PUBLIC;
SELECT audit.watch_tables();

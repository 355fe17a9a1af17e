-- Every change of the house's tables that does not come through PLUS is written down with the whole row before and after,
-- by whom the database knows. Connections of PLUS carry a secret in the setting plus.through; the database knows its
-- SHA-256 only, so that neither its owner nor a superuser can put the mark on. The comparison stands in audit.is_through(),
-- which is no function in SQL: one of those in a trigger's condition is read and planned anew for each statement that
-- writes, which costs more than the row.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
            WHERE p.oid = to_regprocedure('audit.is_through()') AND l.lanname = 'plpgsql') THEN
        CREATE OR REPLACE FUNCTION audit.is_through() RETURNS boolean LANGUAGE plpgsql STABLE AS 'BEGIN RETURN false; END';
    END IF;
END $$;

CREATE OR REPLACE FUNCTION audit.mark_sql(mark text) RETURNS text LANGUAGE sql IMMUTABLE
AS $$
    SELECT format($f$BEGIN RETURN pg_catalog.sha256(pg_catalog.convert_to(coalesce(pg_catalog.current_setting('plus.through', true), ''), 'UTF8'))
        OPERATOR(pg_catalog.=) pg_catalog.decode(%L, 'hex'); END$f$, encode(sha256(convert_to(mark, 'UTF8')), 'hex'))
$$;

-- The owner's connection lays down the mark that it carries itself.
CREATE OR REPLACE FUNCTION audit.accept_mark() RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    mark constant text := coalesce(current_setting('plus.through', true), '');
BEGIN
    IF length(mark) < 32 THEN
        RAISE EXCEPTION 'This connection carries no mark of PLUS.';
    END IF;
    EXECUTE format('CREATE OR REPLACE FUNCTION audit.is_through() RETURNS boolean LANGUAGE plpgsql STABLE AS %L', audit.mark_sql(mark));
END $$;

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
    VALUES (coalesce((SELECT i.inhparent::regclass::text FROM pg_inherits i WHERE i.inhrelid = TG_RELID),
        TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME), lower(TG_OP), session_user, current_setting('application_name'),
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
            'WHEN (NOT audit.is_through()) EXECUTE FUNCTION audit.outside_change()', found.name);
        EXECUTE format('CREATE TRIGGER outside_truncate AFTER TRUNCATE ON %s FOR EACH STATEMENT '
            'WHEN (NOT audit.is_through()) EXECUTE FUNCTION audit.outside_change()', found.name);
        -- Also while a session calls itself a replica, which switches ordinary triggers off.
        EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER outside_change', found.name);
        EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER outside_truncate', found.name);
        count := count + 1;
    END LOOP;
    RETURN count;
END $$;

-- The tables that are to be watched, and whether their triggers stand and are switched on.
CREATE OR REPLACE FUNCTION audit.watched_tables() RETURNS TABLE (name text, watched boolean)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT c.oid::regclass::text,
           (SELECT count(*) = 2 FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgenabled = 'A'
                AND t.tgname IN ('outside_change', 'outside_truncate')
                AND t.tgfoid = to_regprocedure('audit.outside_change()')
                AND pg_get_triggerdef(t.oid) LIKE '%WHEN ((NOT audit.is_through()))%')
           AND NOT EXISTS (SELECT FROM pg_inherits i WHERE i.inhparent = c.oid AND NOT EXISTS (
                SELECT FROM pg_trigger t WHERE t.tgrelid = i.inhrelid AND t.tgname = 'outside_change' AND t.tgenabled = 'A'))
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence = 'p'
      AND n.nspname NOT LIKE 'pg\_%' AND n.nspname NOT IN ('information_schema', 'jobs', 'kernel', 'drafts', 'public')
      -- The audit's own tables too, so that an event put in from outside is told of at once; those that hold what is told
      -- of cannot tell of themselves, and the seals prove them.
      AND c.oid::regclass::text NOT IN ('audit.outside', 'audit.seal', 'audit.question')
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
$$;

-- What keeps changes from outside from being seen: tables without their triggers, another condition than PLUS laid down.
-- expected: the text of the condition as the application knows it, from its own secret.
CREATE OR REPLACE FUNCTION audit.watch_faults(expected text) RETURNS TABLE (name text)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT w.name FROM audit.watched_tables() w WHERE NOT w.watched
    UNION ALL
    SELECT 'audit.is_through()' FROM pg_proc p WHERE p.oid = to_regprocedure('audit.is_through()') AND p.prosrc <> expected
    UNION ALL
    SELECT 'audit.outside_change()' FROM pg_proc p
    WHERE p.oid = to_regprocedure('audit.outside_change()') AND p.prosrc NOT LIKE '%INSERT INTO audit.outside (%'
$$;

-- Changes whenever a trigger or a function of the watch is touched, also when it is put back as it was.
CREATE OR REPLACE FUNCTION audit.watch_state() RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT md5(string_agg(part, ',' ORDER BY part)) FROM (
        SELECT 'f' || p.oid || ':' || p.xmin AS part FROM pg_proc p
        WHERE p.oid IN (to_regprocedure('audit.is_through()'), to_regprocedure('audit.outside_change()'))
        UNION ALL
        SELECT 't' || t.oid || ':' || t.xmin FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
        WHERE t.tgname IN ('outside_change', 'outside_truncate') AND NOT c.relispartition) parts
$$;

REVOKE ALL ON FUNCTION audit.watch_tables(), audit.outside_change(), audit.accept_mark(), audit.mark_sql(text) FROM PUBLIC;
SELECT audit.watch_tables();

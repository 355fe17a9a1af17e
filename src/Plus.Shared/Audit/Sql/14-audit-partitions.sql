-- The audit is divided by month (UTC). The migration makes whole tables; they become divided ones here, once. The column
-- xid is the transaction that wrote the row: the sealer finds by it what it has not seen yet, however late it commits.
DO $$
DECLARE
    part text;
    index record;
    indexes text[];
    definition text;
BEGIN
    FOREACH part IN ARRAY ARRAY['process', 'view'] LOOP
        CONTINUE WHEN (SELECT relkind FROM pg_class WHERE oid = ('audit.' || part)::regclass) = 'p';
        indexes := '{}';
        FOR index IN SELECT i.indexrelid::regclass AS name, pg_get_indexdef(i.indexrelid) AS definition
            FROM pg_index i WHERE i.indrelid = ('audit.' || part)::regclass AND NOT i.indisprimary
        LOOP
            indexes := indexes || index.definition;
            EXECUTE format('DROP INDEX %s', index.name);
        END LOOP;
        EXECUTE format('ALTER TABLE audit.%I DROP CONSTRAINT %I', part, 'pk_' || part);
        EXECUTE format('ALTER TABLE audit.%I RENAME TO %I', part, part || '_whole');
        EXECUTE format('CREATE TABLE audit.%I (LIKE audit.%I INCLUDING DEFAULTS, '
            'xid xid8 NOT NULL DEFAULT pg_current_xact_id(), '
            'CONSTRAINT %I PRIMARY KEY (id, at)) PARTITION BY RANGE (at)', part, part || '_whole', 'pk_' || part);
        FOREACH definition IN ARRAY indexes LOOP
            EXECUTE definition;
        END LOOP;
        EXECUTE format('CREATE INDEX %I ON audit.%I (xid)', 'ix_' || part || '_xid', part);
        EXECUTE format('CREATE TABLE audit.%I PARTITION OF audit.%I DEFAULT', part || '_default', part);
        EXECUTE format('INSERT INTO audit.%I SELECT * FROM audit.%I', part, part || '_whole');
        EXECUTE format('DROP TABLE audit.%I', part || '_whole');
    END LOOP;
END $$;

-- Changes of clients' data that did not come through PLUS, with the whole row before and after.
CREATE TABLE IF NOT EXISTS audit.outside (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    table_name text NOT NULL,
    kind text NOT NULL,
    database_role text NOT NULL,
    application_name text NOT NULL,
    address text,
    client_id uuid,
    before jsonb,
    after jsonb,
    statement text,
    xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    CONSTRAINT pk_outside PRIMARY KEY (id)
);
CREATE INDEX IF NOT EXISTS ix_outside_at ON audit.outside (at);
CREATE INDEX IF NOT EXISTS ix_outside_client ON audit.outside (client_id, at);
CREATE INDEX IF NOT EXISTS ix_outside_xid ON audit.outside (xid);

-- Makes the partitions of the months from one day to another that are not there, takes rows out of the default
-- partition into them, and keeps the application's role from going round the parent table.
CREATE OR REPLACE FUNCTION audit.keep_partitions(earliest date, latest date) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    part text;
    month date;
    name text;
    low timestamptz;
    high timestamptz;
    stray boolean;
    made integer := 0;
BEGIN
    IF latest - earliest > 40000 THEN
        RAISE EXCEPTION 'That are too many months.';
    END IF;
    PERFORM pg_advisory_xact_lock(1347179841);
    FOREACH part IN ARRAY ARRAY['process', 'view'] LOOP
        month := date_trunc('month', earliest)::date;
        WHILE month <= latest LOOP
            name := part || to_char(month, '_YYYY_MM');
            IF to_regclass('audit.' || name) IS NULL THEN
                low := month::timestamp AT TIME ZONE 'UTC';
                high := (month + interval '1 month')::timestamp AT TIME ZONE 'UTC';
                EXECUTE format('CREATE TABLE audit.%I (LIKE audit.%I INCLUDING DEFAULTS)', name, part);
                EXECUTE format('SELECT EXISTS (SELECT FROM audit.%I WHERE at >= %L AND at < %L)', part || '_default', low, high)
                    INTO stray;
                IF stray THEN
                    EXECUTE format('LOCK TABLE audit.%I IN ACCESS EXCLUSIVE MODE', part || '_default');
                    EXECUTE format('ALTER TABLE audit.%I DISABLE TRIGGER USER', part || '_default');
                    EXECUTE format(
                        'WITH moved AS (DELETE FROM audit.%I WHERE at >= %L AND at < %L RETURNING *) INSERT INTO audit.%I SELECT * FROM moved',
                        part || '_default', low, high, name);
                    EXECUTE format('ALTER TABLE audit.%I ENABLE TRIGGER USER', part || '_default');
                    IF EXISTS (SELECT FROM pg_trigger t WHERE t.tgname = 'outside_change'
                            AND t.tgrelid = ('audit.' || part || '_default')::regclass) THEN
                        EXECUTE format('ALTER TABLE audit.%I ENABLE ALWAYS TRIGGER outside_change', part || '_default');
                    END IF;
                END IF;
                EXECUTE format('ALTER TABLE audit.%I ATTACH PARTITION audit.%I FOR VALUES FROM (%L) TO (%L)', part, name, low, high);
                made := made + 1;
            END IF;
            month := (month + interval '1 month')::date;
        END LOOP;
    END LOOP;
    PERFORM audit.close_partitions();
    RETURN made;
END $$;

CREATE OR REPLACE FUNCTION audit.close_partitions() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    granted record;
BEGIN
    FOR granted IN
        SELECT DISTINCT c.oid::regclass AS name, pg_get_userbyid(a.grantee) AS role
        FROM pg_inherits i
        JOIN pg_class c ON c.oid = i.inhrelid
        CROSS JOIN aclexplode(c.relacl) a
        WHERE i.inhparent IN ('audit.process'::regclass, 'audit.view'::regclass) AND a.grantee <> c.relowner
    LOOP
        EXECUTE format('REVOKE ALL ON TABLE %s FROM %I', granted.name, granted.role);
    END LOOP;
END $$;

-- How many rows lie in no month's partition: none, unless a clock is far off.
CREATE OR REPLACE FUNCTION audit.in_default_partition() RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT (SELECT count(*) FROM audit.process_default) + (SELECT count(*) FROM audit.view_default) $$;

SELECT audit.keep_partitions((now() AT TIME ZONE 'UTC')::date, ((now() AT TIME ZONE 'UTC') + interval '2 months')::date);

DO $$
BEGIN
    REVOKE ALL ON FUNCTION audit.keep_partitions(date, date), audit.close_partitions(), audit.in_default_partition() FROM PUBLIC;
    EXECUTE format('GRANT EXECUTE ON FUNCTION audit.keep_partitions(date, date), audit.in_default_partition() TO %I',
        current_setting('plus.app_role'));
END $$;

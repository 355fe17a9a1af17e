-- The seals: which event is the how-manieth of its chain, and the chain's running SHA-256 after it. Events themselves are
-- never touched by sealing. One row seals the events that one pass of the sealer found for a chain.
CREATE TABLE IF NOT EXISTS audit.seal (
    chain text NOT NULL,
    first bigint NOT NULL,
    ids uuid[] NOT NULL,
    hashes bytea NOT NULL,
    sealed_at timestamptz NOT NULL,
    earliest timestamptz NOT NULL,
    latest timestamptz NOT NULL,
    -- Transaction numbers, meaningful only in the database cluster that is named.
    cluster text NOT NULL,
    highest bigint NOT NULL,
    horizon bigint NOT NULL,
    CONSTRAINT pk_seal PRIMARY KEY (chain, first)
);
CREATE INDEX IF NOT EXISTS ix_seal_highest ON audit.seal (highest);

DROP TRIGGER IF EXISTS only_grows ON audit.seal;
CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE ON audit.seal FOR EACH ROW EXECUTE FUNCTION audit.only_grows();

-- An event as the one line of text that is sealed. A column that is added later joins it only where it has a value, so
-- that the lines of older events stay as they were.
CREATE OR REPLACE FUNCTION audit.instant(at timestamptz) RETURNS text LANGUAGE sql STABLE
AS $$ SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') $$;

CREATE OR REPLACE FUNCTION audit.line(e audit.process) RETURNS text LANGUAGE sql STABLE
AS $$
    SELECT jsonb_build_object('event', 'process', 'id', e.id, 'at', audit.instant(e.at), 'on_day', e.on_day, 'type', e.type,
        'actor_id', e.actor_id, 'source', e.source, 'client_id', e.client_id, 'section_id', e.section_id,
        'subject_id', e.subject_id, 'reason', e.reason, 'legal_basis', e.legal_basis, 'on_timeline', e.on_timeline,
        'values', e.values, 'changes', e.changes)::text
$$;

CREATE OR REPLACE FUNCTION audit.line(e audit.view) RETURNS text LANGUAGE sql STABLE
AS $$
    SELECT jsonb_build_object('event', 'view', 'id', e.id, 'at', audit.instant(e.at), 'actor_id', e.actor_id,
        'kind', e.kind, 'part', e.part, 'clients', e.clients, 'section_id', e.section_id, 'purpose', e.purpose,
        'source', e.source)::text
$$;

CREATE OR REPLACE FUNCTION audit.line(e audit.outside) RETURNS text LANGUAGE sql STABLE
AS $$
    SELECT jsonb_build_object('event', 'outside', 'id', e.id, 'at', audit.instant(e.at), 'table_name', e.table_name,
        'kind', e.kind, 'database_role', e.database_role, 'application_name', e.application_name, 'address', e.address,
        'client_id', e.client_id, 'before', e.before, 'after', e.after, 'statement', e.statement)::text
$$;

-- The cluster whose transaction numbers the rows carry: a backup that is restored elsewhere begins with other ones.
CREATE OR REPLACE FUNCTION audit.cluster() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT system_identifier::text FROM pg_control_system() $$;

DO $$
BEGIN
    EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON audit.seal FROM %I', current_setting('plus.app_role'));
END $$;
